// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies on a page stays there to the pixel: whatever way the view or the file turns it,
// whatever the crop box, at odd and even zooms. A black square is drawn by Poppler; where it is on
// the page is worked out here, where it is on the screen is read from the screen.
#include "app/documents/document_opener.h"
#include "tests/app/pages.h"
#include "tests/ui/window_story.h"
#include "ui/page_view.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTest>

namespace {

constexpr QRectF kSquare(60, 150, 80, 40); // points, y upwards

// Where the square is on the upright page.
QRectF onPage(const QRectF& crop, int fileTurns) {
    const QRectF box((kSquare.left() - crop.left()) / crop.width(),
                     (crop.bottom() - kSquare.bottom()) / crop.height(),
                     kSquare.width() / crop.width(), kSquare.height() / crop.height());
    const ui::PageFrame file(QRectF(0, 0, 1, 1), fileTurns); // the file turns as a view does
    return file.toScreen(box);
}

QRect darkBounds(const QImage& shot, const QRect& within) {
    QRect bounds;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            if (shot.rect().contains(x, y) && qGray(shot.pixel(x, y)) < 128) {
                bounds |= QRect(x, y, 1, 1);
            }
        }
    }
    return bounds;
}

// In pixels, edge by edge.
double apart(const QRectF& a, const QRectF& b) {
    return std::max({std::abs(a.left() - b.left()), std::abs(a.top() - b.top()),
                     std::abs(a.right() - b.right()), std::abs(a.bottom() - b.bottom())});
}

} // namespace

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
    QVERIFY(apart(frame.toPage(frame.toScreen(box)), box) < 1e-12);
    // What is painted through the transform lands where boxes do.
    const QSizeF upright = frame.uprightSize();
    const QRectF inPixels(box.left() * upright.width(), box.top() * upright.height(),
                          box.width() * upright.width(), box.height() * upright.height());
    QVERIFY(apart(frame.transform().mapRect(inPixels), frame.toScreen(box)) < 1e-9);
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
    const QByteArray keys = QStringLiteral("/MediaBox[0 0 300 400]/CropBox[%1 %2 %3 %4]/Rotate %5")
                                .arg(crop.left())
                                .arg(crop.top())
                                .arg(crop.right())
                                .arg(crop.bottom())
                                .arg(fileTurns * 90)
                                .toLatin1();
    const auto document =
        app::openDocument(pages::pdf(keys, "0 g 60 150 80 40 re f"), QStringLiteral("square.pdf"));
    QVERIFY(document);
    app::PageRenderer renderer;
    ui::PageView view(renderer);
    view.resize(700, 600);
    view.show();
    view.setDocument(*document, {});
    view.setZoom(zoom, {350, 300});
    view.setTurns(viewTurns);
    const QRectF box = onPage(crop, fileTurns);
    view.reveal(0, box);

    const QRectF expected = view.frameOnScreen(0).toScreen(box);
    QVERIFY(apart(view.toViewport(0, box), expected) <= 1); // snapped to pixels and not
    const QRect around = expected.toAlignedRect().adjusted(-12, -12, 12, 12);
    QRect dark;
    const auto found = [&] {
        dark = darkBounds(view.viewport()->grab().toImage(), around);
        return apart(QRectF(dark), expected) <= 1.01;
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
        int best = 255;
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                best = std::min(best,
                                ui::apart(shot.pixelColor(at.toPoint() + QPoint(dx, dy)), color));
            }
        }
        return best < 12;
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
