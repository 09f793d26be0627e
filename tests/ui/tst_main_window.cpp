// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stories of one document: seen, read, asked about, searched, stopped, closed. The real main
// window, a scripted model and a scripted person.
#include "tests/ui/window_story.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/growing_text.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace std::chrono_literals;

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        QVERIFY(m_folder.isValid());
        m_pdf = ui::writePdf(m_folder.path(), 3);
    }

    void opensAPdf();
    void samplePageIsThereAtOnce();
    void tilesArePaintedFromThePlan();
    void packedRowsAreShownWhereTheTextIs();
    void asksAndStreams();
    void readsThePage();
    void findsAndPaintsTheBox_data();
    void findsAndPaintsTheBox();
    void nothingFoundSaysSo();
    void chipAndBoxLightEachOther();
    void chipLeadsToItsPage();
    void answersAreNotInterpreted();
    void escapeStopsAGeneration();
    void stopsBeforeThePageIsRendered();
    void closesWhileBusy_data();
    void closesWhileBusy();
    void closingADocumentStopsItsQuestions();

private:
    QTemporaryDir m_folder;
    QString m_pdf;
};

void TestMainWindow::opensAPdf() {
    ui::WindowStory story;
    story.open(m_pdf);
    QCOMPARE(story.pages().pageCount(), 3);
    QCOMPARE(story.find<QAbstractItemView>("pageList")->model()->rowCount(), 3);
    QCOMPARE(story.find<QLineEdit>("pageField")->text(), QStringLiteral("1"));
    QVERIFY(story.window().windowTitle().startsWith(QLatin1String("pages.pdf")));
    // The frame that was drawn at 0.25…0.75 is seen there.
    QTRY_VERIFY(ui::nearestColor(story.pages(), story.pages().toViewport({0, {0.25, 0.3}}),
                                 Qt::black) < 60);
    QVERIFY(ui::apart(ui::pixelAt(story.pages(), story.pages().toViewport({0, {0.3, 0.3}})),
                      Qt::white) < 8);

    story.trigger("nextPage");
    QCOMPARE(story.pages().currentPage(), 1);
    QCOMPARE(story.find<QLineEdit>("pageField")->text(), QStringLiteral("2"));
    QVERIFY(story.action("previousPage")->isEnabled());
}

void TestMainWindow::samplePageIsThereAtOnce() {
    ui::WindowStory story;
    story.loadModel();
    story.window().openSample();
    QCOMPARE(story.pages().pageCount(), 1);
    auto* question = story.find<ui::Chip>("suggestion2");
    QVERIFY(question != nullptr);
    QTRY_VERIFY(question->isVisible()); // a layout shows what it was given a moment later
    QTest::mouseClick(question, Qt::LeftButton);
    QTRY_COMPARE(story.script().asked().size(), 1);
    QCOMPARE(story.script().asked().first().text, question->text());
}

void TestMainWindow::tilesArePaintedFromThePlan() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("fitPage");
    story.trigger("showTiles");
    QTRY_VERIFY(story.pages().tiles().isShown());
    const app::TilePlacement picture = story.pages().tiles().view().plan.images.first();
    QCOMPARE(picture.grid, QSize(3, 3));            // 1654 × 2339 pixels at 200 dpi
    const auto onScreen = [&](double x, double y) { // canvas pixels
        return story.pages().toViewport({0,
                                         {(x - picture.local.left()) / picture.local.width(),
                                          (y - picture.local.top()) / picture.local.height()}});
    };
    const QColor line(0x0F766E);
    const int edge = story.pages().tiles().view().plan.tileEdge;
    for (int border = 0; border <= 3; ++border) {
        const double middle = 1.5 * edge;
        QVERIFY2(ui::nearestColor(story.pages(), onScreen(border * edge, middle), line) < 70,
                 qPrintable(QStringLiteral("vertical %1").arg(border)));
        QVERIFY2(ui::nearestColor(story.pages(), onScreen(middle, border * edge), line) < 70,
                 qPrintable(QStringLiteral("horizontal %1").arg(border)));
    }
    // No line in the middle of a tile, and the six pixels at its end are marked as unseen.
    const QColor paper = ui::pixelAt(story.pages(), onScreen(1.4 * edge, 1.45 * edge));
    QVERIFY(ui::apart(paper, Qt::white) < 8);
    const QColor unseen = ui::pixelAt(story.pages(), onScreen(1.4 * edge, 2 * edge - 4));
    QVERIFY(ui::apart(unseen, Qt::white) > 30);

    story.trigger("showTiles");
    QVERIFY(!story.pages().tiles().isShown());
}

void TestMainWindow::packedRowsAreShownWhereTheTextIs() {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice&) -> app::Result<app::ModelDescription> {
        app::ModelDescription nano = app::scriptedModel();
        nano.card.readingMode = app::ReadingMode::PackedRows;
        return nano;
    };
    const QString letter = QFINDTESTDATA("../../resources/samples/letter.pdf");
    ui::WindowStory story(script);
    story.loadModel();
    story.open(letter);
    story.trigger("fitPage");
    story.trigger("showTiles");
    QTRY_VERIFY(story.pages().tiles().isShown());
    const ui::TileView view = story.pages().tiles().view();
    QVERIFY(view.packed);
    QVERIFY(view.rows.size() > 30);
    QCOMPARE(view.images.size(), view.plan.images.size());

    // Nearly every word of the letter stands in a row (rules and the emblem may take some).
    const auto document = app::openDocument(letter);
    int inside = 0;
    const QVector<app::TextWord> words = (*document)->words(0);
    for (const app::TextWord& word : words) {
        inside += std::any_of(view.rows.cbegin(), view.rows.cend(), [&](const ui::TileRow& row) {
            return row.box.contains(word.box.center());
        });
    }
    QVERIFY2(inside >= 0.95 * words.size(), qPrintable(QString::number(inside)));
    // And its frame is painted there.
    for (const ui::TileRow& row : {view.rows[6], view.rows.last()}) {
        const QRectF frame = story.pages().toViewport(0, row.box);
        const QPointF bottom(frame.left() + 3, frame.bottom());
        QVERIFY(ui::nearestColor(story.pages(), bottom, QColor(0x0F766E)) < 90);
    }

    QVERIFY(story.action("tilesWholePage")->isVisible());
    story.trigger("tilesWholePage");
    QTRY_VERIFY(!story.pages().tiles().view().packed);
    QCOMPARE(story.pages().tiles().view().plan.images.first().grid, QSize(3, 3));
}

void TestMainWindow::asksAndStreams() {
    const QString answer = QStringLiteral("The total is 42, and it is due in March.");
    ui::WindowStory story(ui::answering([&](const app::AnalysisRequest&) {
        app::ScriptedAnswer scripted;
        scripted.text = answer;
        scripted.perCharacter = 8ms;
        scripted.held = true;
        return scripted;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("nextPage");
    story.type(QStringLiteral("  What is the total?\n"));
    QTest::keyClick(story.find<QWidget>("question"), Qt::Key_Return);

    // It grows before it is done.
    QTRY_VERIFY(!story.lastText("answerText").isEmpty());
    const QString early = story.lastText("answerText");
    QVERIFY(early.size() < answer.size() && answer.startsWith(early));
    QCOMPARE(story.lastText("turnStatus"), QStringLiteral("Writing…"));
    QVERIFY(story.find<QWidget>("stop")->isVisible());

    story.script().release();
    QTRY_COMPARE(story.lastText("answerText"), answer);
    QTRY_VERIFY(story.lastText("turnStatus").startsWith(QLatin1String("complete")));
    QVERIFY(!story.find<QWidget>("stop")->isVisible());
    QCOMPARE(story.lastText("questionText"), QStringLiteral("What is the total?"));
    const app::AnalysisRequest asked = story.script().asked().first();
    QCOMPARE(asked.task, app::Task::Ask);
    QCOMPARE(asked.text, QStringLiteral("What is the total?"));
    QCOMPARE(asked.pages.size(), 1);
    QVERIFY(std::abs(asked.pages.first().width() - 1654) <= 1); // A4 at 200 dpi

    // The next question about the page takes the first one along.
    story.type(QStringLiteral("Are you sure?"));
    story.send();
    QTRY_COMPARE(story.script().asked().size(), 2);
    QCOMPARE(story.script().asked().last().history.size(), 1);
    QCOMPARE(story.script().asked().last().history.first().answer, answer);
}

void TestMainWindow::readsThePage() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest& request) {
        app::ScriptedAnswer answer;
        answer.text = request.task == app::Task::Read ? QStringLiteral("line one\nline two")
                                                      : QStringLiteral("?");
        return answer;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("readPage");
    QTRY_COMPARE(story.lastText("answerText"), QStringLiteral("line one\nline two"));
    QTRY_VERIFY(story.action("copyLastAnswer")->isEnabled());
    story.trigger("copyLastAnswer");
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("line one\nline two"));
}

void TestMainWindow::findsAndPaintsTheBox_data() {
    QTest::addColumn<double>("zoom");
    QTest::addRow("small") << 0.4;
    QTest::addRow("actual size") << 1.0;
    QTest::addRow("large") << 1.7;
}

void TestMainWindow::findsAndPaintsTheBox() {
    QFETCH(double, zoom);
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("findOnPage");
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    QCOMPARE(story.script().asked().first().task, app::Task::Find);

    story.pages().setZoom(zoom, QPointF(100, 100));
    for (int number = 1; number <= 2; ++number) {
        const QRectF box = ui::twoPlaces({}).places[number - 1].box;
        const QColor color = ui::placeColor(number);
        const QVector<QPointF> edges{{box.left(), box.center().y()},
                                     {box.right(), box.center().y()},
                                     {box.center().x(), box.top() + box.height()},
                                     {box.right() - box.width() / 4, box.top()}};
        for (const QPointF& edge : edges) {
            story.pages().reveal(0, QRectF(edge, QSizeF(0, 0)));
            const QPointF pixel = story.pages().toViewport({0, edge});
            QVERIFY2(ui::nearestColor(story.pages(), pixel, color) < 40,
                     qPrintable(ui::pixelAt(story.pages(), pixel).name()));
        }
        // Inside it is only tinted, and a few pixels outside nothing is painted.
        story.pages().reveal(0, QRectF(box.center(), QSizeF(0, 0)));
        QVERIFY(ui::apart(ui::pixelAt(story.pages(), story.pages().toViewport({0, box.center()})),
                          color) > 60);
        const QPointF below = story.pages().toViewport({0, {box.left(), box.bottom()}});
        QVERIFY(ui::apart(ui::pixelAt(story.pages(), below + QPointF(12, 9)), color) > 60);
    }
}

void TestMainWindow::nothingFoundSaysSo() {
    ui::WindowStory story(
        ui::answering([](const app::AnalysisRequest&) { return app::ScriptedAnswer(); }));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("findOnPage");
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.lastText("answerText"), QStringLiteral("Not found on this page."));
}

void TestMainWindow::chipAndBoxLightEachOther() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("fitPage");
    story.trigger("findOnPage");
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_VERIFY(story.find<ui::Chip>("placeChip2") != nullptr);
    auto* chip = story.find<ui::Chip>("placeChip2");
    QTRY_VERIFY(chip->isVisible());

    chip->setFocus(); // the keyboard's way of pointing
    QCOMPARE(story.pages().places().lit(), 2);
    chip->clearFocus();
    QCOMPARE(story.pages().places().lit(), 0);

    const QImage quiet = chip->grab().toImage();
    const QPointF middle = story.pages().toViewport({0, {0.5, 0.65}});
    QTest::mouseMove(story.pages().viewport(), middle.toPoint());
    QTRY_COMPARE(story.pages().places().lit(), 2);
    QVERIFY(chip->grab().toImage() != quiet);
    QTest::mouseMove(story.pages().viewport(), QPoint(3, 3));
    QTRY_COMPARE(story.pages().places().lit(), 0);
    QVERIFY(chip->grab().toImage() == quiet);
}

void TestMainWindow::chipLeadsToItsPage() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("lastPage");
    story.trigger("findOnPage");
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_VERIFY(story.find<ui::Chip>("placeChip2") != nullptr);
    story.trigger("firstPage");
    QCOMPARE(story.pages().currentPage(), 0);
    story.find<ui::Chip>("placeChip2")->click();
    QVERIFY(QRectF(story.pages().viewport()->rect())
                .contains(story.pages().toViewport(2, QRectF(0.3, 0.6, 0.4, 0.1))));
}

void TestMainWindow::answersAreNotInterpreted() {
    const QString hostile = QStringLiteral("<b>bold</b> <img src=\"file:///etc/hostname\"> "
                                           "![x](file:///etc/hostname) <a href='x'>y</a>");
    ui::WindowStory story(ui::answering([&](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        answer.text = hostile;
        answer.places = {{QStringLiteral("<h1>label</h1>"), QRectF(0.1, 0.1, 0.1, 0.1), 0, -1}};
        return answer;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("<u>question</u>"));
    story.send();
    QTRY_COMPARE(story.lastText("answerText"),
                 QString(hostile).replace(QLatin1String("![x](file:///etc/hostname)"),
                                          QLatin1String("[picture: x]")));
    QCOMPARE(story.find<QLabel>("questionText")->textFormat(), Qt::PlainText);
    const auto* document = story.find<ui::GrowingText>("answerText")->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            QVERIFY(!piece.fragment().charFormat().isImageFormat());
            QVERIFY(!piece.fragment().charFormat().isAnchor());
        }
    }
}

void TestMainWindow::escapeStopsAGeneration() {
    ui::WindowStory story(ui::answering(ui::endlessly));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("Never end"));
    story.send();
    QTRY_VERIFY(story.lastText("answerText").size() > 20);
    QVERIFY(story.queue().isBusy());
    QTest::keyClick(story.find<QWidget>("question"), Qt::Key_Escape);
    QTRY_VERIFY(!story.queue().isBusy());
    QTRY_VERIFY(story.lastText("turnStatus").startsWith(QLatin1String("stopped by you")));
    QVERIFY(story.lastText("answerText").startsWith(QLatin1String("on and on"))); // kept
    QVERIFY(!story.action("stopAnswer")->isEnabled());

    const QString kept = story.lastText("answerText");
    QTest::qWait(60);
    QCOMPARE(story.lastText("answerText"), kept); // nothing comes late
}

void TestMainWindow::stopsBeforeThePageIsRendered() {
    ui::WindowStory story(ui::answering(ui::endlessly));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("Never mind"));
    story.send();
    story.trigger("stopAnswer"); // no event has run since
    QVERIFY(story.lastText("turnStatus").startsWith(QLatin1String("stopped by you")));
    QTest::qWait(300);
    QCOMPARE(story.script().asked().size(), 0);
}

void TestMainWindow::closesWhileBusy_data() {
    QTest::addColumn<int>("wait");
    QTest::addRow("rendering") << 0;
    QTest::addRow("writing") << 400;
}

void TestMainWindow::closesWhileBusy() {
    QFETCH(int, wait);
    ui::WindowStory story(ui::answering(ui::endlessly));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("readPage");
    story.type(QStringLiteral("And this"));
    story.send();
    QTest::qWait(wait);
    QVERIFY(story.window().close());
    story.closeWindow();
    QTRY_VERIFY(!story.queue().isBusy());
}

void TestMainWindow::closingADocumentStopsItsQuestions() {
    ui::WindowStory story(ui::answering(ui::endlessly));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("readPage");
    QTRY_VERIFY(story.lastText("answerText").size() > 10);
    story.trigger("close");
    QTRY_VERIFY(!story.queue().isBusy());
    QVERIFY(story.find<QWidget>("openFirst")->isVisible());
    QCOMPARE(story.pages().pageCount(), 0);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
