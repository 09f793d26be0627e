// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/box_geometry.h"

#include <QTest>

namespace ui {

class TestBoxGeometry : public QObject {
    Q_OBJECT

private slots:
    void handlesAreFound_data();
    void handlesAreFound();
    void draggingKeepsToThePage_data();
    void draggingKeepsToThePage();
};

void TestBoxGeometry::handlesAreFound_data() {
    QTest::addColumn<QPointF>("at");
    QTest::addColumn<int>("edges");
    QTest::addColumn<int>("cursor");
    QTest::newRow("corner") << QPointF(103, 98) << int(LeftEdge | TopEdge)
                            << int(Qt::SizeFDiagCursor);
    QTest::newRow("other corner") << QPointF(302, 98) << int(RightEdge | TopEdge)
                                  << int(Qt::SizeBDiagCursor);
    QTest::newRow("edge") << QPointF(200, 205) << int(BottomEdge) << int(Qt::SizeVerCursor);
    QTest::newRow("other edge") << QPointF(300, 150) << int(RightEdge) << int(Qt::SizeHorCursor);
    QTest::newRow("inside") << QPointF(150, 120) << int(AllEdges) << int(Qt::SizeAllCursor);
    QTest::newRow("beside") << QPointF(310, 150) << 0 << int(Qt::ArrowCursor);
}

void TestBoxGeometry::handlesAreFound() {
    QFETCH(QPointF, at);
    const BoxEdges edges = edgesAt(QRectF(100, 100, 200, 100), at);
    QTEST(int(edges), "edges");
    QTEST(int(cursorFor(edges)), "cursor");
}

void TestBoxGeometry::draggingKeepsToThePage_data() {
    QTest::addColumn<int>("edges");
    QTest::addColumn<QPointF>("by");
    QTest::addColumn<QRectF>("after");
    const int all = AllEdges;
    QTest::newRow("moved") << all << QPointF(10, -20) << QRectF(110, 80, 200, 100);
    QTest::newRow("moved too far") << all << QPointF(-500, 900) << QRectF(0, 900, 200, 100);
    QTest::newRow("right edge") << int(RightEdge) << QPointF(50, 50) << QRectF(100, 100, 250, 100);
    QTest::newRow("right edge too far")
        << int(RightEdge) << QPointF(5000, 0) << QRectF(100, 100, 700, 100);
    QTest::newRow("never inside out")
        << int(RightEdge) << QPointF(-900, 0) << QRectF(100, 100, 4, 100);
    QTest::newRow("corner") << int(LeftEdge | TopEdge) << QPointF(-20, 30)
                            << QRectF(80, 130, 220, 70);
}

void TestBoxGeometry::draggingKeepsToThePage() {
    QFETCH(int, edges);
    QFETCH(QPointF, by);
    QTEST(dragged(QRectF(100, 100, 200, 100), BoxEdges(edges), by, QRectF(0, 0, 800, 1000)),
          "after");
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestBoxGeometry)
#include "tst_box_geometry.moc"
