// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The boxes of a document: kept from an answer, drawn, moved, resized, named, deleted, with mouse
// and with the keyboard alone; the table and the page follow each other; every step is undone.
#include "tests/ui/window_story.h"
#include "ui/box_geometry.h"
#include "ui/theme.h"
#include "ui/widgets/label_edit.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

class TestBoxes : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light);
        QVERIFY(m_folder.isValid());
        m_pdf = ui::writePdf(m_folder.path(), 2);
    }

    void placesOfAnAnswerAreKept();
    void everyAnswerHasItsOwnButton();
    void aBoxIsDrawnWhereThePointerWent_data();
    void aBoxIsDrawnWhereThePointerWent();
    void drawingEndsAtThePage();
    void movingAndResizingWithTheMouse();
    void keyboardAlone();
    void escapeLeavesEverythingAsItWas();
    void tableAndPageFollowEachOther();
    void namesAreChangedInTheTable();
    void labelsAreNotMarkup();
    void otherTabsShowNoBoxes();
    void documentsKeepTheirOwnBoxes();

private:
    QTemporaryDir m_folder;
    QString m_pdf;
};

namespace {

QTableView* table(const ui::WindowStory& story) {
    return story.find<QTableView>("boxTable");
}

QString cell(const ui::WindowStory& story, int row, int column) {
    return table(story)->model()->index(row, column).data().toString();
}

int rows(const ui::WindowStory& story) {
    return table(story)->model()->rowCount();
}

void drag(const ui::WindowStory& story, const QPointF& from, const QPointF& to) {
    QWidget* view = story.pages().viewport();
    QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
    // QTest's moves carry no buttons.
    for (const QPointF& at : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at.toPoint(), view->mapToGlobal(at.toPoint()),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view, &move);
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, to.toPoint());
}

// Where it is painted: on whole pixels.
QPointF onScreen(const ui::WindowStory& story, const ui::PagePoint& point) {
    return story.pages().frameOnScreen(point.page).toScreen(point.at);
}

// Draws a box with these corners and names it.
void draw(const ui::WindowStory& story, const ui::PagePoint& from, const ui::PagePoint& to,
          const QString& label) {
    story.action("addBox")->setChecked(false);
    story.trigger("addBox");
    drag(story, onScreen(story, from), onScreen(story, to));
    auto* edit = story.find<ui::LabelEdit>("boxLabel");
    edit->setText(label);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClick(&story.pages(), Qt::Key_Escape); // adding
}

QRectF placeOf(const ui::WindowStory& story, int number) {
    for (const ui::PlaceMark& mark : story.pages().places().marks()) {
        if (mark.number == number) {
            return mark.box;
        }
    }
    return {};
}

// The same within so many pixels of the view.
bool isNear(const ui::WindowStory& story, int page, const QRectF& a, const QRectF& b,
            double pixels = 0.51) {
    const QRectF x = story.pages().frameOnScreen(page).toScreen(a);
    const QRectF y = story.pages().frameOnScreen(page).toScreen(b);
    return std::abs(x.left() - y.left()) <= pixels && std::abs(x.top() - y.top()) <= pixels &&
           std::abs(x.right() - y.right()) <= pixels && std::abs(x.bottom() - y.bottom()) <= pixels;
}

} // namespace

void TestBoxes::placesOfAnAnswerAreKept() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    QVERIFY(!story.action("keepPlaces")->isEnabled());
    story.trigger("findOnPage");
    story.type(QStringLiteral("the frame"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    QTRY_VERIFY(story.action("keepPlaces")->isEnabled());
    story.trigger("keepPlaces");

    QVERIFY(story.find<QWidget>("boxesPanel")->isVisible());
    QCOMPARE(rows(story), 2);
    QCOMPARE(cell(story, 0, 0), QStringLiteral("the frame"));
    QCOMPARE(cell(story, 0, 1), QStringLiteral("1"));
    QCOMPARE(cell(story, 0, 2), QStringLiteral("10.0 10.0 · 20.0 × 5.0"));
    QCOMPARE(cell(story, 0, 3), QStringLiteral("Found"));
    QCOMPARE(story.pages().places().marks().size(), 2);
    QCOMPARE(story.action("undo")->text(), QStringLiteral("&Undo: Keep Places"));
    story.trigger("undo");
    QCOMPARE(rows(story), 0);
    QVERIFY(story.pages().places().marks().isEmpty());
    QVERIFY(!story.action("undo")->isEnabled());
    story.trigger("redo");
    QCOMPARE(rows(story), 2);
}

// Not only of the answer whose places are on the page.
void TestBoxes::everyAnswerHasItsOwnButton() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest& request) {
        return request.text == QLatin1String("nothing") ? app::ScriptedAnswer{}
                                                        : ui::twoPlaces(request);
    }));
    story.loadModel();
    story.open(m_pdf);
    for (const char* what : {"the frame", "nothing", "the rest"}) {
        story.trigger("findOnPage");
        story.type(QLatin1String(what));
        story.send();
        QTRY_VERIFY(!story.queue().isBusy() && story.action("clearAnswersAction")->isEnabled());
    }
    const auto buttons =
        story.window().findChildren<QAbstractButton*>(QStringLiteral("keepPlacesButton"));
    QCOMPARE(buttons.size(), 3);
    QTRY_VERIFY(buttons[0]->isVisible() && buttons[2]->isVisible());
    QVERIFY(!buttons[1]->isVisible()); // there is nothing to keep
    buttons[0]->click();
    QVERIFY(story.find<QWidget>("boxesPanel")->isVisible());
    QCOMPARE(rows(story), 2);
    QCOMPARE(cell(story, 0, 0), QStringLiteral("the frame"));
}

void TestBoxes::aBoxIsDrawnWhereThePointerWent_data() {
    QTest::addColumn<double>("zoom");
    QTest::addColumn<int>("turns");
    QTest::newRow("small") << 0.3 << 0;
    QTest::newRow("fit") << 0.0 << 0;
    QTest::newRow("large") << 2.7 << 0;
    QTest::newRow("turned right") << 0.5 << 1;
    QTest::newRow("upside down") << 0.0 << 2;
    QTest::newRow("turned left") << 1.3 << 3;
}

// The frame on the page stands at 0.25…0.75: a box drawn over its corner is found there to the
// pixel, by colour, at every zoom and turn, also after zooming and turning on.
void TestBoxes::aBoxIsDrawnWhereThePointerWent() {
    QFETCH(double, zoom);
    QFETCH(int, turns);
    ui::WindowStory story;
    story.open(m_pdf);
    story.pages().setTurns(turns);
    if (zoom > 0) {
        story.pages().setZoom(zoom, {0, 0});
    }
    const QRectF wanted(0.25, 0.25, 0.12, 0.06);
    story.pages().reveal(0, wanted);
    QTest::qWait(200);
    draw(story, {0, wanted.topLeft()}, {0, wanted.bottomRight()}, QStringLiteral("corner"));
    QCOMPARE(rows(story), 1);
    QCOMPARE(cell(story, 0, 0), QStringLiteral("corner"));
    QVERIFY(isNear(story, 0, placeOf(story, 1), wanted));
    story.find<QTableView>("boxTable")->clearSelection(); // no handles in the way
    for (const double factor : {1.0, 1.5}) {
        story.pages().zoomBy(factor);
        story.pages().setTurns((turns + (factor > 1 ? 1 : 0)) % 4);
        story.pages().reveal(0, wanted);
        QTest::qWait(200);
        const QRectF rect = story.pages().toViewport(0, placeOf(story, 1));
        for (const QPointF& at : {QPointF(rect.center().x(), rect.bottom()),
                                  QPointF(rect.right(), rect.center().y())}) {
            QTRY_VERIFY(ui::nearestColor(story.pages(), at, ui::placeColor(1)) < 40);
        }
    }
}

void TestBoxes::drawingEndsAtThePage() {
    ui::WindowStory story;
    story.open(m_pdf);
    story.pages().setZoomMode(ui::ZoomMode::FitPage);
    draw(story, {0, {0.8, 0.8}}, {0, {1.4, 1.0}}, QString());
    QCOMPARE(rows(story), 1);
    QVERIFY(isNear(story, 0, placeOf(story, 1), QRectF(0.8, 0.8, 0.2, 0.2)));
    // A click is not a box.
    draw(story, {0, {0.1, 0.1}}, {0, {0.1, 0.1}}, QString());
    QCOMPARE(rows(story), 1);
}

void TestBoxes::movingAndResizingWithTheMouse() {
    ui::WindowStory story;
    story.open(m_pdf);
    const QRectF before(0.2, 0.2, 0.2, 0.1);
    draw(story, {0, before.topLeft()}, {0, before.bottomRight()}, QStringLiteral("seal"));
    const QRectF drawn = placeOf(story, 1);
    const auto onScreen = [&] {
        return story.pages().toViewport(0, placeOf(story, 1));
    };
    const QPointF there = onScreen().topLeft() + QPointF(40, 20);
    const QRectF wanted(story.pages().toPage(there).at, drawn.size());
    drag(story, onScreen().center() + QPointF(9, 9), onScreen().center() + QPointF(49, 29));
    QVERIFY(isNear(story, 0, placeOf(story, 1), wanted));
    QCOMPARE(story.action("undo")->text(), QStringLiteral("&Undo: Move Box"));
    const QRectF moved = placeOf(story, 1);

    drag(story, onScreen().bottomRight(), onScreen().bottomRight() + QPointF(-30, 12));
    QCOMPARE(placeOf(story, 1).topLeft(), moved.topLeft());
    QVERIFY(placeOf(story, 1).width() < moved.width());
    QVERIFY(placeOf(story, 1).height() > moved.height());
    QCOMPARE(story.action("undo")->text(), QStringLiteral("&Undo: Resize Box"));
    story.trigger("undo");
    QCOMPARE(placeOf(story, 1), moved);
    story.trigger("undo");
    QCOMPARE(placeOf(story, 1), drawn);
}

void TestBoxes::keyboardAlone() {
    ui::WindowStory story;
    story.open(m_pdf);
    ui::PageView& pages = story.pages();
    for (const char* label : {"first", "second"}) {
        story.trigger("addBox");
        QTest::keyClick(&pages, Qt::Key_Return);
        auto* edit = story.find<ui::LabelEdit>("boxLabel");
        QVERIFY(edit->isVisible());
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromLatin1(label));
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClick(&pages, Qt::Key_Escape); // adding
        QVERIFY(!story.action("addBox")->isChecked());
        QTest::keyClick(&pages, Qt::Key_Escape); // chosen
    }
    QCOMPARE(rows(story), 2);
    QTest::keyClick(&pages, Qt::Key_Tab);
    QTest::keyClick(&pages, Qt::Key_Tab);
    QTest::keyClick(&pages, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(table(story)->currentIndex().row(), 0);

    const QRectF before = pages.toViewport(0, placeOf(story, 1));
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(&pages, Qt::Key_Right);
    }
    QTest::keyClick(&pages, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&pages, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    const QRectF after = pages.toViewport(0, placeOf(story, 1));
    QVERIFY(std::abs(after.left() - before.left() - 5) < 0.01);
    QVERIFY(std::abs(after.top() - before.top() - 10) < 0.01);
    QVERIFY(std::abs(after.width() - before.width() - 1) < 0.01);
    story.trigger("undo"); // the size
    story.trigger("undo"); // all six steps
    QVERIFY(std::abs(pages.toViewport(0, placeOf(story, 1)).left() - before.left()) < 0.01);

    story.trigger("renameBox");
    auto* edit = story.find<ui::LabelEdit>("boxLabel");
    QCOMPARE(edit->text(), QStringLiteral("first"));
    edit->setText(QStringLiteral("third"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(cell(story, 0, 0), QStringLiteral("third"));
    story.trigger("deleteBoxes");
    QCOMPARE(rows(story), 1);
    QCOMPARE(cell(story, 0, 0), QStringLiteral("second"));
    story.trigger("undo");
    QCOMPARE(cell(story, 0, 0), QStringLiteral("third"));
}

void TestBoxes::escapeLeavesEverythingAsItWas() {
    ui::WindowStory story;
    story.open(m_pdf);
    draw(story, {0, {0.2, 0.2}}, {0, {0.4, 0.3}}, QStringLiteral("seal"));
    const QRectF before = placeOf(story, 1);
    QWidget* view = story.pages().viewport();
    const QPoint from = story.pages().toViewport(0, before).center().toPoint() + QPoint(9, 9);
    QTest::mousePress(view, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPoint(50, 50),
                     view->mapToGlobal(from + QPoint(50, 50)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view, &move);
    QVERIFY(placeOf(story, 1) != before); // it follows the pointer
    QTest::keyClick(&story.pages(), Qt::Key_Escape);
    QCOMPARE(placeOf(story, 1), before);
    QTest::mouseRelease(view, Qt::LeftButton, {}, from + QPoint(50, 50));
    QCOMPARE(placeOf(story, 1), before);

    story.trigger("renameBox");
    auto* edit = story.find<ui::LabelEdit>("boxLabel");
    edit->setText(QStringLiteral("else"));
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QCOMPARE(cell(story, 0, 0), QStringLiteral("seal"));
}

void TestBoxes::tableAndPageFollowEachOther() {
    ui::WindowStory story;
    story.open(m_pdf);
    draw(story, {0, {0.2, 0.2}}, {0, {0.4, 0.3}}, QStringLiteral("seal"));
    draw(story, {0, {0.5, 0.2}}, {0, {0.7, 0.3}}, QStringLiteral("date"));
    const QPoint first = story.pages().toViewport(0, placeOf(story, 1)).center().toPoint();
    QTest::mouseClick(story.pages().viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(table(story)->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table(story)->currentIndex().row(), 0);
    QTest::mouseMove(story.pages().viewport(), QPoint(1, 1)); // no move, no event
    QTest::mouseMove(story.pages().viewport(),
                     story.pages().toViewport(0, placeOf(story, 2)).center().toPoint());
    QTRY_COMPARE(story.pages().places().lit(), 2);

    story.trigger("lastPage");
    const QRect cellRect = table(story)->visualRect(table(story)->model()->index(1, 0));
    QTest::mouseMove(table(story)->viewport(), cellRect.center());
    QTest::mouseClick(table(story)->viewport(), Qt::LeftButton, {}, cellRect.center());
    QTRY_VERIFY(QRectF(story.pages().viewport()->rect())
                    .contains(story.pages().toViewport(0, placeOf(story, 2))));
    const auto marks = story.pages().places().marks();
    const auto handle = [&](int number) {
        return story.pages().toViewport(0, placeOf(story, number)).bottomRight();
    };
    QTRY_VERIFY(ui::apart(ui::pixelAt(story.pages(), handle(2)), Qt::white) < 8);
    QVERIFY(ui::apart(ui::pixelAt(story.pages(), handle(1)), Qt::white) > 60);
    QVERIFY(marks[0].color != marks[1].color); // other labels
}

void TestBoxes::namesAreChangedInTheTable() {
    ui::WindowStory story;
    story.open(m_pdf);
    draw(story, {0, {0.2, 0.2}}, {0, {0.4, 0.3}}, QStringLiteral("seal"));
    table(story)->setFocus();
    table(story)->selectRow(0);
    table(story)->edit(table(story)->model()->index(0, 0));
    auto* edit = story.find<QLineEdit>("rowLabel");
    QVERIFY(edit != nullptr);
    edit->setText(QStringLiteral("stamp\tof\nlead"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(cell(story, 0, 0), QStringLiteral("stamp of lead"));
    QCOMPARE(story.pages().places().marks()[0].label, QStringLiteral("stamp of lead"));
    story.trigger("undo");
    QCOMPARE(cell(story, 0, 0), QStringLiteral("seal"));
}

void TestBoxes::labelsAreNotMarkup() {
    ui::WindowStory story;
    story.open(m_pdf);
    const QString hostile = QStringLiteral("<img src='x'>=1+1");
    draw(story, {0, {0.2, 0.2}}, {0, {0.4, 0.3}}, hostile);
    QCOMPARE(cell(story, 0, 0), hostile);
    const QString tip = table(story)->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(QLatin1Char('<')));
}

void TestBoxes::otherTabsShowNoBoxes() {
    ui::WindowStory story;
    story.open(m_pdf);
    draw(story, {0, {0.2, 0.2}}, {0, {0.4, 0.3}}, QStringLiteral("seal"));
    const QPointF inside = story.pages().toViewport(0, placeOf(story, 1)).center();
    story.trigger("showAsk");
    QVERIFY(story.pages().places().marks().isEmpty());
    drag(story, inside + QPointF(9, 9), inside + QPointF(60, 60)); // scrolls
    QVERIFY(!story.action("deleteBoxes")->isEnabled());
    story.trigger("showBoxes");
    QCOMPARE(story.pages().places().marks().size(), 1);
    QVERIFY(isNear(story, 0, placeOf(story, 1), QRectF(0.2, 0.2, 0.2, 0.1)));
}

void TestBoxes::documentsKeepTheirOwnBoxes() {
    ui::WindowStory story;
    story.open(m_pdf);
    draw(story, {0, {0.2, 0.2}}, {0, {0.4, 0.3}}, QStringLiteral("seal"));
    story.open(ui::writePdf(m_folder.path(), 1, QStringLiteral("other.pdf")));
    QCOMPARE(rows(story), 0);
    QVERIFY(!story.action("undo")->isEnabled());
    story.trigger("nextDocument");
    QCOMPARE(rows(story), 1);
    QCOMPARE(story.pages().places().marks().size(), 1);
    story.trigger("close");
    QCOMPARE(rows(story), 0);
    story.trigger("close");
    QVERIFY(!story.action("addBox")->isEnabled());
}

QTEST_MAIN(TestBoxes)
#include "tst_boxes.moc"
