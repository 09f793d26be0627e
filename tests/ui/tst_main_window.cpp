// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stories about the real main window, with a scripted model and a scripted person.
#include "tests/ui/window_story.h"
#include "ui/ask_panel.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/turn_view.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/growing_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace std::chrono_literals;

namespace {

int apart(const QColor& a, const QColor& b) {
    return std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                     std::abs(a.blue() - b.blue())});
}

QColor pixelAt(const ui::PageView& pages, const QPointF& at) {
    const QImage shot = pages.viewport()->grab().toImage();
    return shot.pixelColor((at * shot.devicePixelRatio()).toPoint());
}

// How far the wanted colour is from the best pixel there or next to it: pages and boxes are painted
// on whole pixels, coordinates are not.
int nearestColor(const ui::PageView& pages, const QPointF& at, const QColor& wanted) {
    const QImage shot = pages.viewport()->grab().toImage();
    int best = 255;
    for (int dx = -1; dx <= 1; ++dx) {
        for (int dy = -1; dy <= 1; ++dy) {
            const QPoint pixel = at.toPoint() + QPoint(dx, dy);
            if (shot.rect().contains(pixel)) {
                best = std::min(best, apart(shot.pixelColor(pixel), wanted));
            }
        }
    }
    return best;
}

app::ScriptedAnswer twoPlaces(const app::AnalysisRequest& request) {
    app::ScriptedAnswer answer;
    answer.text = request.text;
    answer.places = {{request.text, QRectF(0.1, 0.1, 0.2, 0.05), 0, 0},
                     {request.text, QRectF(0.3, 0.6, 0.4, 0.1), 0, 0}};
    return answer;
}

app::ScriptedAnswer endlessly(const app::AnalysisRequest&) {
    app::ScriptedAnswer answer;
    answer.text = QStringLiteral("on and on ");
    answer.perCharacter = 2ms;
    answer.endless = true;
    return answer;
}

std::shared_ptr<app::Script>
answering(std::function<app::ScriptedAnswer(const app::AnalysisRequest&)> answer) {
    auto script = std::make_shared<app::Script>();
    script->answer = std::move(answer);
    return script;
}

} // namespace

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
    void badFileLosesNothing_data();
    void badFileLosesNothing();
    void lockedFileAsksForItsPassword();
    void severalDocumentsKeepTheirAnswers();
    void droppedFilesOpen();
    void failedModelLeavesAViewer();
    void failedQuestionSaysWhy();
    void modesFollowTheModel();
    void clearingAsksFirst();
    void budgetIsShownBeforeSending();
    void followsTheColorScheme();
    void everythingHasAName();
    void everythingIsReachedByTab();

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
    QTRY_VERIFY(nearestColor(story.pages(), story.pages().toViewport({0, {0.25, 0.3}}), Qt::black) <
                60);
    QVERIFY(apart(pixelAt(story.pages(), story.pages().toViewport({0, {0.3, 0.3}})), Qt::white) <
            8);

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
    QVERIFY(question && question->isVisible());
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
        QVERIFY2(nearestColor(story.pages(), onScreen(border * edge, middle), line) < 70,
                 qPrintable(QStringLiteral("vertical %1").arg(border)));
        QVERIFY2(nearestColor(story.pages(), onScreen(middle, border * edge), line) < 70,
                 qPrintable(QStringLiteral("horizontal %1").arg(border)));
    }
    // No line in the middle of a tile, and the six pixels at its end are marked as unseen.
    const QColor paper = pixelAt(story.pages(), onScreen(1.4 * edge, 1.45 * edge));
    QVERIFY(apart(paper, Qt::white) < 8);
    const QColor unseen = pixelAt(story.pages(), onScreen(1.4 * edge, 2 * edge - 4));
    QVERIFY(apart(unseen, Qt::white) > 30);

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
        QVERIFY(nearestColor(story.pages(), bottom, QColor(0x0F766E)) < 90);
    }

    QVERIFY(story.action("tilesWholePage")->isVisible());
    story.trigger("tilesWholePage");
    QTRY_VERIFY(!story.pages().tiles().view().packed);
    QCOMPARE(story.pages().tiles().view().plan.images.first().grid, QSize(3, 3));
}

void TestMainWindow::asksAndStreams() {
    const QString answer = QStringLiteral("The total is 42, and it is due in March.");
    ui::WindowStory story(answering([&](const app::AnalysisRequest&) {
        app::ScriptedAnswer scripted;
        scripted.text = answer;
        scripted.perCharacter = 8ms;
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
    ui::WindowStory story(answering([](const app::AnalysisRequest& request) {
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
    ui::WindowStory story(answering(twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("findOnPage");
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    QCOMPARE(story.script().asked().first().task, app::Task::Find);

    story.pages().setZoom(zoom, QPointF(100, 100));
    for (int number = 1; number <= 2; ++number) {
        const QRectF box = twoPlaces({}).places[number - 1].box;
        const QColor color = ui::placeColor(number);
        const QVector<QPointF> edges{{box.left(), box.center().y()},
                                     {box.right(), box.center().y()},
                                     {box.center().x(), box.top() + box.height()},
                                     {box.right() - box.width() / 4, box.top()}};
        for (const QPointF& edge : edges) {
            story.pages().reveal(0, QRectF(edge, QSizeF(0, 0)));
            const QPointF pixel = story.pages().toViewport({0, edge});
            QVERIFY2(nearestColor(story.pages(), pixel, color) < 40,
                     qPrintable(pixelAt(story.pages(), pixel).name()));
        }
        // Inside it is only tinted, and a few pixels outside nothing is painted.
        story.pages().reveal(0, QRectF(box.center(), QSizeF(0, 0)));
        QVERIFY(apart(pixelAt(story.pages(), story.pages().toViewport({0, box.center()})), color) >
                60);
        const QPointF below = story.pages().toViewport({0, {box.left(), box.bottom()}});
        QVERIFY(apart(pixelAt(story.pages(), below + QPointF(12, 9)), color) > 60);
    }
}

void TestMainWindow::nothingFoundSaysSo() {
    ui::WindowStory story(
        answering([](const app::AnalysisRequest&) { return app::ScriptedAnswer(); }));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("findOnPage");
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.lastText("answerText"), QStringLiteral("Not found on this page."));
}

void TestMainWindow::chipAndBoxLightEachOther() {
    ui::WindowStory story(answering(twoPlaces));
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
    ui::WindowStory story(answering(twoPlaces));
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
    ui::WindowStory story(answering([&](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        answer.text = hostile;
        answer.places = {{QStringLiteral("<h1>label</h1>"), QRectF(0.1, 0.1, 0.1, 0.1), 0, -1}};
        return answer;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("<u>question</u>"));
    story.send();
    QTRY_COMPARE(story.lastText("answerText"), hostile);
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
    ui::WindowStory story(answering(endlessly));
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
    ui::WindowStory story(answering(endlessly));
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
    ui::WindowStory story(answering(endlessly));
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
    ui::WindowStory story(answering(endlessly));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("readPage");
    QTRY_VERIFY(story.lastText("answerText").size() > 10);
    story.trigger("close");
    QTRY_VERIFY(!story.queue().isBusy());
    QVERIFY(story.find<QWidget>("openFirst")->isVisible());
    QCOMPARE(story.pages().pageCount(), 0);
}

void TestMainWindow::badFileLosesNothing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("not there") << "gone.pdf" << QByteArray();
    QTest::addRow("no document") << "notes.pdf" << QByteArray("just some words");
    QTest::addRow("cut off") << "cut.pdf" << QByteArray("%PDF-1.7\n1 0 obj\n<<");
    QTest::addRow("empty folder") << "empty" << QByteArray();
}

void TestMainWindow::badFileLosesNothing() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const QString path = m_folder.filePath(name);
    if (name == QLatin1String("empty")) {
        QVERIFY(QDir().mkpath(path));
    } else if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    ui::WindowStory story(answering(twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("keep me"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);

    story.window().openPaths({path});
    auto* bar = story.window().findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(name), qPrintable(bar->text()));
    QCOMPARE(story.pages().pageCount(), 3);
    QCOMPARE(story.pages().places().marks().size(), 2);
    QCOMPARE(story.find<QTabBar>("documentTabs")->count(), 1);
}

void TestMainWindow::lockedFileAsksForItsPassword() {
    const QString locked = QFINDTESTDATA("../data/documents/aes256.pdf");
    QVERIFY(!locked.isEmpty());
    ui::WindowStory story;
    story.prompts().passwords = {QStringLiteral("wrong"), QStringLiteral("pässword")};
    story.open(locked);
    QCOMPARE(story.prompts().passwordsAsked,
             (QVector<ui::PasswordTry>{ui::PasswordTry::First, ui::PasswordTry::Again}));
    QVERIFY(story.pages().pageCount() > 0);

    // Giving up is told, and the document before stays.
    ui::WindowStory patient;
    patient.open(m_pdf);
    patient.window().openPaths({locked});
    auto* bar = patient.window().findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QLatin1String("aes256.pdf")));
    QCOMPARE(patient.pages().pageCount(), 3);
}

void TestMainWindow::severalDocumentsKeepTheirAnswers() {
    const QString other = ui::writePdf(m_folder.path(), 1, QStringLiteral("other.pdf"));
    ui::WindowStory story(answering(twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("lastPage");
    story.type(QStringLiteral("first"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    story.open(other);
    auto* tabs = story.find<QTabBar>("documentTabs");
    QVERIFY(tabs->isVisible());
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 0);
    QCOMPARE(story.pages().places().marks().size(), 0);

    story.trigger("nextDocument");
    QCOMPARE(story.pages().pageCount(), 3);
    QCOMPARE(story.pages().currentPage(), 2);
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 1);
    QCOMPARE(story.pages().places().marks().size(), 2);
    story.open(other); // already open: shown, not opened twice
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->currentIndex(), 1);
}

void TestMainWindow::droppedFilesOpen() {
    ui::WindowStory story;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_pdf)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&story.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&story.window(), &drop);
    QTRY_COMPARE(story.pages().pageCount(), 3);
}

void TestMainWindow::failedModelLeavesAViewer() {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice&) -> app::Result<app::ModelDescription> {
        return app::failure(app::FailureCode::ModelDamaged, QStringLiteral("/models/nano"),
                            QStringLiteral("config.json ends early."));
    };
    ui::WindowStory story(script);
    story.open(m_pdf);
    story.queue().openModel({});
    auto* bar = story.window().findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QLatin1String("nano")));
    QVERIFY(bar->text().contains(QLatin1String("config.json ends early.")));
    story.type(QStringLiteral("Anyone?"));
    QVERIFY(!story.find<QAbstractButton>("send")->isEnabled());
    QVERIFY(!story.action("readPage")->isEnabled());
    story.trigger("nextPage");
    QCOMPARE(story.pages().currentPage(), 1);
}

void TestMainWindow::failedQuestionSaysWhy() {
    ui::WindowStory story(answering([](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        answer.failure =
            app::Failure{app::FailureCode::PromptTooLong, {}, QStringLiteral("5 tokens too many.")};
        return answer;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("A long story"));
    story.send();
    QTRY_VERIFY(story.lastText("answerText").contains(QLatin1String("5 tokens too many.")));
    QVERIFY(!story.queue().isBusy());
    story.type(QStringLiteral("Short")); // and one can go on
    QVERIFY(story.find<QAbstractButton>("send")->isEnabled());
}

void TestMainWindow::modesFollowTheModel() {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice&) -> app::Result<app::ModelDescription> {
        app::ModelDescription nano = app::scriptedModel();
        nano.card.name = QStringLiteral("Tessera Nano");
        nano.card.tasks = {app::Task::Read, app::Task::Find, app::Task::Ask};
        nano.card.lookUpPrompt = QStringLiteral("What is the {field}?");
        return nano;
    };
    ui::WindowStory story(script);
    story.loadModel();
    story.open(m_pdf);
    auto* modes = story.find<ui::SegmentedControl>("mode");
    QVERIFY(modes->isSegmentVisible(int(app::Task::Ask)));
    QVERIFY(modes->isSegmentVisible(int(app::Task::Find)));
    QVERIFY(!modes->isSegmentVisible(int(app::Task::AskWithPlaces)));
    // It says what it can do.
    QVERIFY(story.find<QLabel>("modelNote")->text().startsWith(QLatin1String("Nano reads print")));
    // A model that only looks fields up gets no history.
    for (int question = 1; question <= 2; ++question) {
        story.type(QStringLiteral("total"));
        story.send();
        QTRY_COMPARE(story.script().asked().size(), question);
        QTRY_VERIFY(!story.queue().isBusy());
    }
    QCOMPARE(story.script().asked().last().history.size(), 0);
}

void TestMainWindow::clearingAsksFirst() {
    ui::WindowStory story(answering(twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    QVERIFY(!story.action("clearAnswersAction")->isEnabled());
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    story.prompts().agrees = false;
    story.trigger("clearAnswersAction");
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 1);
    story.prompts().agrees = true;
    story.trigger("clearAnswersAction");
    QCOMPARE(story.prompts().confirmationsAsked.size(), 2);
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 0);
    QCOMPARE(story.pages().places().marks().size(), 0);
}

void TestMainWindow::budgetIsShownBeforeSending() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    auto* budget = story.find<QLabel>("statusBudget");
    // 3 × 3 tiles: 210 + 1 + 42·43
    QTRY_COMPARE(budget->text(), QStringLiteral("2,017 visual + ≈ 10 text of 4,096 tokens"));
    story.type(QString(400, QLatin1Char('a')));
    QCOMPARE(budget->text(), QStringLiteral("2,017 visual + ≈ 110 text of 4,096 tokens"));
    story.type(QString(12000, QLatin1Char('a')));
    QVERIFY(budget->text().endsWith(QLatin1String("too long")));
}

// At run time, with answers on the screen: no pixel of the old ground stays, the page stays white.
void TestMainWindow::followsTheColorScheme() {
    ui::WindowStory story(answering(twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    const auto share = [&story](const QColor& color) {
        const QImage shot = story.window().grab().toImage();
        qint64 pixels = 0;
        for (int y = 0; y < shot.height(); ++y) {
            for (int x = 0; x < shot.width(); ++x) {
                pixels += shot.pixelColor(x, y) == color ? 1 : 0;
            }
        }
        return double(pixels) / (shot.width() * shot.height());
    };
    const ui::Colors& light = ui::colorsOf(ui::ColorScheme::Light);
    const ui::Colors& dark = ui::colorsOf(ui::ColorScheme::Dark);
    QVERIFY(share(light.panel) > 0.2);
    ui::applyColorScheme(ui::ColorScheme::Dark);
    QTRY_VERIFY(share(dark.panel) > 0.2);
    for (const QColor& old : {light.panel, light.window, light.canvas}) {
        QVERIFY2(share(old) < 0.0005, qPrintable(old.name()));
    }
    QVERIFY(share(Qt::white) > 0.2);
    ui::applyColorScheme(ui::ColorScheme::Light);
    QTRY_VERIFY(share(light.panel) > 0.2);
    QVERIFY(share(dark.panel) < 0.0005);
}

void TestMainWindow::everythingHasAName() {
    ui::WindowStory story(answering(twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_VERIFY(story.find<ui::Chip>("placeChip2") != nullptr);
    int checked = 0;
    for (QWidget* widget : story.window().findChildren<QWidget*>()) {
        const bool interactive = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                 widget != story.pages().viewport();
        const bool ours =
            qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
            qobject_cast<QAbstractScrollArea*>(widget) || qobject_cast<QTabBar*>(widget);
        if (!interactive || !ours) {
            continue;
        }
        ++checked;
        const QByteArray what =
            widget->metaObject()->className() + QByteArray(" ") + widget->objectName().toUtf8();
        QVERIFY2(!widget->objectName().isEmpty(), what);
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), what);
    }
    QVERIFY(checked > 15);
}

void TestMainWindow::everythingIsReachedByTab() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.window().activateWindow();
    story.pages().setFocus();
    QSet<QString> reached;
    for (int step = 0; step < 60; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget()->objectName());
    }
    for (const char* name : {"pageList", "pageView", "question", "openButton", "readPageButton",
                             "pageField", "zoomButton", "answerView"}) {
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
