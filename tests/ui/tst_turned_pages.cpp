// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies on a page stays there to the pixel: whatever way the view or the file turns it,
// whatever the crop box, at odd and even zooms. A black square is drawn by Poppler; where it is on
// the page is worked out here, where it is on the screen is read from the screen.
#include "app/documents/document_opener.h"
#include "tests/app/pages.h"
#include "tests/ui/square_page.h"
#include "ui/page_view.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTest>

class TestTurnedPages : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false); }

    void frameAndBack_data();
    void frameAndBack();
    void marginsTurnWithThePage();
    void squareIsWhereItsBoxIs_data();
    void squareIsWhereItsBoxIs();
    void turningKeepsTheMiddle();
};

void TestTurnedPages::frameAndBack_data() {
    QTest::addColumn<int>("turns");
    QTest::addColumn<QPointF>("topLeft"); // of the upright page, as a share of the turned one
    QTest::addRow("upright") << 0 << QPointF(0, 0);
    QTest::addRow("right") << 1 << QPointF(1, 0);
    QTest::addRow("upside down") << 2 << QPointF(1, 1);
    QTest::addRow("left") << 3 << QPointF(0, 1);
}

void TestTurnedPages::frameAndBack() {
    QFETCH(int, turns);
    QFETCH(QPointF, topLeft);
    const QRectF rect(10, 20, 300, 200);
    const ui::PageFrame frame(rect, turns);
    const QPointF corner = frame.toScreen(QPointF(0, 0));
    QCOMPARE(corner, QPointF(rect.left() + topLeft.x() * rect.width(),
                             rect.top() + topLeft.y() * rect.height()));
    const QRectF box(0.1, 0.2, 0.3, 0.15);
    QVERIFY(ui::apart(frame.toPage(frame.toScreen(box)), box) < 1e-12);
    // What is painted through the transform lands where boxes do.
    const QSizeF upright = frame.uprightSize();
    const QRectF inPixels(box.left() * upright.width(), box.top() * upright.height(),
                          box.width() * upright.width(), box.height() * upright.height());
    QVERIFY(ui::apart(frame.transform().mapRect(inPixels), frame.toScreen(box)) < 1e-9);
}

void TestTurnedPages::marginsTurnWithThePage() {
    const QMarginsF margins(1, 2, 3, 4); // left, top, right, bottom
    QCOMPARE(ui::PageFrame::turnedMargins(margins, 0), margins);
    QCOMPARE(ui::PageFrame::turnedMargins(margins, 1), QMarginsF(4, 1, 2, 3));
    QCOMPARE(ui::PageFrame::turnedMargins(margins, 2), QMarginsF(3, 4, 1, 2));
    QCOMPARE(ui::PageFrame::turnedMargins(margins, 3), QMarginsF(2, 3, 4, 1));
}

void TestTurnedPages::squareIsWhereItsBoxIs_data() {
    QTest::addColumn<QRectF>("crop");
    QTest::addColumn<int>("fileTurns");
    QTest::addColumn<int>("viewTurns");
    QTest::addColumn<double>("zoom");
    for (const QRectF crop : {QRectF(0, 0, 300, 400), QRectF(33, 71, 190, 240)}) {
        for (int file = 0; file < 4; ++file) {
            for (int view = 0; view < 4; ++view) {
                for (const double zoom : {0.83, 1.0, 1.7}) {
                    QTest::addRow("crop %d file %d view %d zoom %d", int(crop.left()), file, view,
                                  int(zoom * 100))
                        << crop << file << view << zoom;
                }
            }
        }
    }
}

void TestTurnedPages::squareIsWhereItsBoxIs() {
    QFETCH(QRectF, crop);
    QFETCH(int, fileTurns);
    QFETCH(int, viewTurns);
    QFETCH(double, zoom);
    const auto document =
        app::openDocument(ui::squarePdf(crop, fileTurns), QStringLiteral("square.pdf"));
    QVERIFY(document);
    app::PageRenderer renderer;
    ui::PageView view(renderer);
    view.resize(700, 600);
    view.show();
    view.setDocument(*document, {});
    view.setZoom(zoom, {350, 300});
    view.setTurns(viewTurns);
    const QRectF box = ui::squareOnPage(crop, fileTurns);
    view.reveal(0, box);

    const QRectF expected = view.frameOnScreen(0).toScreen(box);
    QVERIFY(ui::apart(view.toViewport(0, box), expected) <= 1); // snapped to pixels and not
    const QRect around = expected.toAlignedRect().adjusted(-12, -12, 12, 12);
    QRect dark;
    const auto found = [&] {
        dark = ui::darkBounds(view.viewport()->grab().toImage(), around);
        return ui::apart(QRectF(dark), expected) <= 1.01;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(found(),
                              qPrintable(QStringLiteral("%1,%2 %3x%4 for %5,%6 %7x%8")
                                             .arg(dark.left())
                                             .arg(dark.top())
                                             .arg(dark.width())
                                             .arg(dark.height())
                                             .arg(expected.left())
                                             .arg(expected.top())
                                             .arg(expected.width())
                                             .arg(expected.height())),
                              2000);

    // A box of an answer there is drawn around the square, its line on the square's edge.
    view.showPlaces({{1, 0, box, {}}});
    const QImage shot = view.viewport()->grab().toImage();
    const QColor color = ui::placeColor(1);
    const auto isLine = [&](const QPointF& at) {
        return ui::nearestColor(shot, at, color) < 12;
    };
    QVERIFY(isLine({expected.left(), expected.center().y()}));
    QVERIFY(isLine({expected.right(), expected.center().y()}));
    QVERIFY(isLine({expected.center().x(), expected.bottom()}));
    QVERIFY(!isLine(expected.center()));
    // The pointer finds it there too.
    QCOMPARE(view.places().numberAt(0, view.toPage(expected.center()).at), 1);
}

void TestTurnedPages::turningKeepsTheMiddle() {
    const auto document = app::openDocument(
        pages::pdf("/MediaBox[0 0 300 400]", "0 g 60 150 80 40 re f", 6), QStringLiteral("a.pdf"));
    app::PageRenderer renderer;
    ui::PageView view(renderer);
    view.resize(500, 400);
    view.show();
    view.setDocument(*document, {});
    view.setZoom(3, {250, 200});
    view.reveal(3, QRectF(0.4, 0.6, 0.05, 0.05));
    const QPointF middle = QRectF(view.viewport()->rect()).center();
    const ui::PagePoint before = view.toPage(middle);
    for (const int turns : {1, 2, 3, 0}) {
        view.setTurns(turns);
        const ui::PagePoint now = view.toPage(middle);
        QCOMPARE(now.page, before.page);
        QVERIFY(QLineF(view.toViewport(before), middle).length() <= 4); // whole pixels, four times
        QCOMPARE(view.position().turns, turns);
    }
}

QTEST_MAIN(TestTurnedPages)
#include "tst_turned_pages.moc"
