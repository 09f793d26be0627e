// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the model sees, as one works with it: a region is drawn and asked about alone, pages are
// pinned, tiles are looked at and asked about.
#include "tests/ui/window_story.h"
#include "ui/ask_panel.h"
#include "ui/region_tool.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/tile_inspector.h"
#include "ui/widgets/chip.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

namespace {

void drawRegion(const ui::WindowStory& story, const QPointF& from, const QPointF& to) {
    QWidget* view = story.pages().viewport();
    const QPoint start = story.pages().toViewport({0, from}).toPoint();
    const QPoint end = story.pages().toViewport({0, to}).toPoint();
    QTest::mousePress(view, Qt::LeftButton, {}, start);
    for (int step = 1; step <= 4; ++step) {
        const QPoint at = start + (end - start) * step / 4;
        QMouseEvent move(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(view, &move);
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, end);
}

bool near(const QRectF& a, const QRectF& b) {
    return std::abs(a.left() - b.left()) < 0.01 && std::abs(a.top() - b.top()) < 0.01 &&
           std::abs(a.right() - b.right()) < 0.01 && std::abs(a.bottom() - b.bottom()) < 0.01;
}

QString sample(const char* name) {
    return QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples/") + QLatin1String(name);
}

// A page of so many lines each.
QString writeLines(const QString& folder, std::initializer_list<int> lines) {
    const QString path = folder + QStringLiteral("/lines.pdf");
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    QPainter painter(&writer);
    bool isFirst = true;
    for (const int count : lines) {
        if (!std::exchange(isFirst, false)) {
            writer.newPage();
        }
        painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
        for (int line = 0; line < count; ++line) {
            painter.drawText(QPoint(20, 20 + 12 * line),
                             QStringLiteral("This is line %1 of the page and no other").arg(line));
        }
    }
    painter.end();
    return path;
}

// A model that reads rows, as Nano does.
std::shared_ptr<app::Script> packing() {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice&) -> app::Result<app::ModelDescription> {
        app::ModelDescription model = app::scriptedModel();
        model.card.readingMode = app::ReadingMode::PackedRows;
        return model;
    };
    return script;
}

} // namespace

class TestSeeing : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        m_pdf = ui::writePdf(m_folder.path(), 5);
    }

    void regionIsPlannedWhileItIsDrawn();
    void packedRegionIsPlannedWhileItIsDrawn();
    void packedPartsAllCount();
    void regionIsAskedAboutAlone();
    void regionWithTheKeyboard();
    void pagesArePinned();
    void thirdPictureWarns();
    void inspectorShowsTheVeryTiles();
    void doubleClickAsksAboutTheTile();
    void tileBudgetOpensTheModelAgain();
    void gaugeTellsTheSmallestText();

private:
    QTemporaryDir m_folder;
    QString m_pdf;
};

void TestSeeing::regionIsPlannedWhileItIsDrawn() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("fitPage");
    story.trigger("mouseRegion");
    QWidget* view = story.pages().viewport();
    const auto at = [&](double x, double y) {
        return story.pages().toViewport({0, {x, y}}).toPoint();
    };
    QTest::mousePress(view, Qt::LeftButton, {}, at(0.2, 0.2));
    const auto moveTo = [&](double x, double y) {
        const QPoint to = at(x, y);
        QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(view, &move);
    };
    moveTo(0.6, 0.3);
    QVERIFY(story.pages().tiles().isShown()); // at once, without waiting for a picture
    const app::TilePlacement wide = story.pages().tiles().view().plan.images.first();
    QVERIFY(near(story.pages().tiles().view().region, QRectF(0.2, 0.2, 0.4, 0.1)));
    QVERIFY(wide.image.width() > 2 * wide.image.height());
    moveTo(0.3, 0.7);
    const app::TilePlacement tall = story.pages().tiles().view().plan.images.first();
    QVERIFY(tall.image.height() > 2 * tall.image.width());
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(0.3, 0.7));
    QVERIFY(story.find<QWidget>("partsBar")->isVisible());
    // A click elsewhere lets go of it.
    QTest::mouseClick(view, Qt::LeftButton, {}, at(0.8, 0.8));
    QVERIFY(!story.pages().tiles().isShown());
    QVERIFY(!story.find<QWidget>("partsBar")->isVisible());
}

void TestSeeing::packedRegionIsPlannedWhileItIsDrawn() {
    ui::WindowStory story(packing());
    story.loadModel();
    story.open(sample("letter.pdf"));
    story.trigger("fitPage");
    story.trigger("mouseRegion");
    QWidget* view = story.pages().viewport();
    const auto at = [&](double x, double y) {
        return story.pages().toViewport({0, {x, y}}).toPoint();
    };
    const auto moveTo = [&](double x, double y) {
        const QPoint to = at(x, y);
        QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(view, &move);
    };
    const auto shown = [&]() -> const ui::TileView& {
        return story.pages().tiles().view();
    };
    QTest::mousePress(view, Qt::LeftButton, {}, at(0.05, 0.05));
    moveTo(0.95, 0.3);
    QTRY_VERIFY(story.pages().tiles().isShown()); // the button is still down
    QTRY_VERIFY(near(shown().region, QRectF(0.05, 0.05, 0.9, 0.25)));
    QVERIFY(shown().packed);
    const auto few = shown().rows.size();
    QVERIFY(few > 0);
    for (double y = 0.35; y < 0.92; y += 0.05) { // faster than it can be planned
        moveTo(0.95, y);
    }
    QTRY_VERIFY(near(shown().region, QRectF(0.05, 0.05, 0.9, 0.85)));
    QVERIFY(shown().rows.size() > few);
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(0.95, 0.9));
    QVERIFY(story.pages().tiles().isShown());
}

// Where rows are packed, every page of the question is read by itself.
void TestSeeing::packedPartsAllCount() {
    ui::WindowStory story(packing());
    story.loadModel();
    story.open(writeLines(m_folder.path(), {5, 55}));
    auto* budget = story.find<QLabel>("statusBudget");
    const auto requests = [&] {
        const QString text = budget->text();
        const bool several = text.contains(QStringLiteral(" × "));
        return text.isEmpty() ? 0 : several ? text.section(u' ', 0, 0).toInt() : 1;
    };
    QTRY_COMPARE(requests(), 1);
    story.trigger("nextPage");
    QTRY_VERIFY(requests() > 1);
    const int second = requests();
    story.trigger("previousPage");
    QTRY_COMPARE(requests(), 1);
    story.trigger("pinPage");
    story.trigger("nextPage");
    QTRY_COMPARE(requests(), 1 + second);
}

void TestSeeing::regionIsAskedAboutAlone() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest& request) {
        app::ScriptedAnswer answer;
        answer.text = request.text;
        answer.places = {{request.text, QRectF(0.5, 0.5, 0.5, 0.5), 0, 0}};
        return answer;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("fitPage");
    story.trigger("mouseRegion");
    drawRegion(story, {0.2, 0.2}, {0.6, 0.4});
    story.type(QStringLiteral("What is this?"));
    story.send();
    QTRY_COMPARE(story.script().asked().size(), 1);
    const app::AnalysisRequest asked = story.script().asked().first();
    QCOMPARE(asked.pages.size(), 1);
    // Finer than the page's picture, which has some 660 pixels there.
    QVERIFY2(asked.pages.first().width() > 1000,
             qPrintable(QString::number(asked.pages.first().width())));
    // Its places come to lie where they belong on the page.
    QTRY_COMPARE(story.pages().places().marks().size(), 1);
    QVERIFY(near(story.pages().places().marks().first().box, QRectF(0.4, 0.3, 0.2, 0.1)));
    QCOMPARE(story.find<QLabel>("turnPages")->text(), QStringLiteral("p. 1, a part"));

    // Taking its chip away brings the page back.
    QTest::mouseClick(story.find<ui::Chip>("questionPart1"), Qt::LeftButton);
    story.type(QStringLiteral("And this?"));
    story.send();
    QTRY_COMPARE(story.script().asked().size(), 2);
    QVERIFY(std::abs(story.script().asked().last().pages.first().width() - 1654) <= 1);
    QVERIFY(story.script().asked().last().history.isEmpty()); // that was about something else
}

void TestSeeing::regionWithTheKeyboard() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("mouseRegion");
    QTest::keyClick(&story.pages(), Qt::Key_Return);
    const QRectF begun = story.pages().tiles().view().region;
    QVERIFY(!begun.isNull());
    QTest::keyClick(&story.pages(), Qt::Key_Right);
    QTest::keyClick(&story.pages(), Qt::Key_Down, Qt::ShiftModifier);
    const QRectF changed = story.pages().tiles().view().region;
    QVERIFY(changed.left() > begun.left());
    QVERIFY(changed.height() > begun.height());
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(&story.pages(), Qt::Key_Right, i % 2 ? Qt::ShiftModifier : Qt::NoModifier);
    }
    QVERIFY(story.pages().tiles().view().region.right() <= 1 + 1e-9);
    QTest::keyClick(&story.pages(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), story.find<QWidget>("question"));
    story.pages().setFocus();
    QTest::keyClick(&story.pages(), Qt::Key_Escape);
    QTRY_VERIFY(!story.pages().tiles().isShown());
}

void TestSeeing::pagesArePinned() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("pinPage");
    QVERIFY(!story.find<QWidget>("partsBar")->isVisible()); // the page one is on anyway
    story.trigger("nextPage");
    QVERIFY(!story.action("pinPage")->isChecked());
    QVERIFY(story.find<QWidget>("partsBar")->isVisible());
    auto* budget = story.find<QLabel>("statusBudget");
    // Twice 3 × 3 tiles; ten for the template and two for the question.
    const int tokens = 2 * (14 * 15 + 1 + 42 * 43);
    story.type(QStringLiteral("Hm"));
    QTRY_COMPARE(
        budget->text(),
        QStringLiteral("%1 visual + 12 text of 4,096 tokens").arg(QLocale().toString(tokens)));
    story.send();
    QTRY_COMPARE(story.script().asked().size(), 1);
    QCOMPARE(story.script().asked().first().pages.size(), 2);
    QCOMPARE(story.find<QLabel>("turnPages")->text(), QStringLiteral("p. 2, 1"));
    // A text is read page by page.
    story.trigger("readPage");
    QTRY_COMPARE(story.script().asked().size(), 2);
    QCOMPARE(story.script().asked().last().pages.size(), 1);
    // Back on the pinned page it is one again; the pin can be taken out.
    story.trigger("previousPage");
    QVERIFY(story.action("pinPage")->isChecked());
    story.trigger("pinPage");
    story.trigger("nextPage");
    QVERIFY(!story.find<QWidget>("partsBar")->isVisible());
}

void TestSeeing::thirdPictureWarns() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("showTiles");
    story.trigger("pinPage");
    story.trigger("nextPage");
    story.trigger("pinPage");
    auto* warning = story.find<QLabel>("tilingWarning");
    QTRY_VERIFY(story.pages().tiles().isShown());
    QVERIFY(!warning->isVisible());
    story.trigger("nextPage");
    QTRY_VERIFY(warning->isVisible());
    QTRY_VERIFY(!story.pages().tiles().view().plan.images.first().tiled);
    QVERIFY(story.pages().tiles().summary().startsWith(QLatin1String("Overview only")));
    QTest::mouseClick(story.find<ui::Chip>("questionPart2"), Qt::LeftButton);
    QTRY_VERIFY(!warning->isVisible());
    QTRY_VERIFY(story.pages().tiles().view().plan.images.first().tiled);
}

void TestSeeing::inspectorShowsTheVeryTiles() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("fitPage");
    story.trigger("showTiles");
    QTRY_VERIFY(story.pages().tiles().isShown());
    // A click on the fifth of nine tiles.
    const QPoint middle = story.pages().toViewport({0, {0.5, 0.5}}).toPoint();
    QTest::mouseClick(story.pages().viewport(), Qt::LeftButton, {}, middle);
    QTRY_VERIFY(story.find<ui::TileInspector>("tileInspector") != nullptr);
    auto* inspector = story.find<ui::TileInspector>("tileInspector");
    QTRY_VERIFY(inspector->isVisible());
    QCOMPARE(inspector->currentTile(), 5);
    auto* list = inspector->findChild<QListWidget*>(QStringLiteral("tileList"));
    QCOMPARE(list->count(), 10);
    QCOMPARE(list->item(0)->text(), QStringLiteral("Overview"));
    auto* picture = inspector->findChild<QWidget*>(QStringLiteral("tilePicture"));
    QCOMPARE(picture->grab().toImage().pixelColor(200, 200).red(), 5);
    list->setCurrentRow(0);
    QCOMPARE(picture->grab().toImage().pixelColor(200, 200).red(), 0);
    auto* ask = inspector->findChild<QPushButton*>(QStringLiteral("askAboutTile"));
    QVERIFY(!ask->isEnabled()); // that is the page
    list->setCurrentRow(9);
    QTest::mouseClick(ask, Qt::LeftButton);
    story.type(QStringLiteral("What?"));
    story.send();
    QTRY_COMPARE(story.script().asked().size(), 1);
    const QSize asked = story.script().asked().first().pages.first().size();
    QVERIFY(asked.width() != 1654);
}

void TestSeeing::doubleClickAsksAboutTheTile() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("fitPage");
    story.trigger("showTiles");
    QTRY_VERIFY(story.pages().tiles().isShown());
    const QRectF tile = story.pages().tiles().tileOnPage(5);
    QCOMPARE(story.pages().tiles().tileAt(tile.center()), 5);
    const QPoint at = story.pages().toViewport({0, tile.center()}).toPoint();
    QTest::mouseClick(story.pages().viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(story.pages().viewport(), Qt::LeftButton, {}, at);
    QVERIFY(story.find<QWidget>("partsBar")->isVisible());
    QTRY_VERIFY(near(story.pages().tiles().view().region, tile));
    QTest::qWait(QApplication::doubleClickInterval() + 100);
    QVERIFY(story.find<ui::TileInspector>("tileInspector") == nullptr); // it was no single click
}

void TestSeeing::tileBudgetOpensTheModelAgain() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    QVERIFY(story.action("nineTiles")->isChecked());
    story.trigger("eighteenTiles");
    QTRY_COMPARE(story.script().opened().size(), 2);
    QVERIFY(story.script().opened().last().eighteenTiles);
    QCOMPARE(story.script().opened().last().folder, QStringLiteral("scripted"));
    QTRY_VERIFY(story.action("eighteenTiles")->isChecked());
}

void TestSeeing::gaugeTellsTheSmallestText() {
    ui::WindowStory story;
    story.loadModel();
    story.open(QFINDTESTDATA("../../resources/samples/letter.pdf"));
    story.trigger("showTiles");
    QTRY_VERIFY(story.pages().tiles().view().smallestText > 0);
    // Letters of 10 points on a page that is fitted into 1,152 pixels.
    const double pixels = story.pages().tiles().view().smallestText;
    QVERIFY2(pixels > 4 && pixels < 20, qPrintable(QString::number(pixels)));
}

QTEST_MAIN(TestSeeing)
#include "tst_seeing.moc"
