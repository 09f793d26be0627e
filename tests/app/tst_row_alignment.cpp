// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines of an answer find their rows when the model left some out.
#include "app/reading/row_alignment.h"

#include <QTest>

class RowAlignmentTest final : public QObject {
    Q_OBJECT

private slots:
    void findsTheRows_data();
    void findsTheRows();
    void isAscendingForAnything();
};

void RowAlignmentTest::findsTheRows_data() {
    QTest::addColumn<QVector<double>>("widths");
    QTest::addColumn<QVector<int>>("lengths");
    QTest::addColumn<QVector<int>>("rows");
    const QVector<double> receipt{200, 80, 150, 30, 180, 60};
    QTest::newRow("all") << receipt << QVector{20, 8, 15, 3, 18, 6} << QVector{0, 1, 2, 3, 4, 5};
    QTest::newRow("one left out") << receipt << QVector{20, 15, 3, 18, 6} << QVector{0, 2, 3, 4, 5};
    QTest::newRow("the first left out")
        << receipt << QVector{8, 15, 3, 18, 6} << QVector{1, 2, 3, 4, 5};
    QTest::newRow("two left out, with slips")
        << receipt << QVector{19, 14, 17, 7} << QVector{0, 2, 4, 5};
    QTest::newRow("ended early") << receipt << QVector{20, 8} << QVector{0, 1};
    QTest::newRow("a paragraph that ended early")
        << QVector<double>{300, 298, 301, 299} << QVector{29, 30} << QVector{0, 1};
    QTest::newRow("wrong lengths, as many")
        << receipt << QVector{3, 30, 2, 40, 1, 50} << QVector{0, 1, 2, 3, 4, 5};
    QTest::newRow("too many") << QVector<double>{200, 80} << QVector{20, 8, 8} << QVector{0, 1, -1};
    QTest::newRow("none") << receipt << QVector<int>() << QVector<int>();
    QTest::newRow("no rows") << QVector<double>() << QVector{5} << QVector{-1};
}

void RowAlignmentTest::findsTheRows() {
    QFETCH(QVector<double>, widths);
    QFETCH(QVector<int>, lengths);
    QTEST(app::rowsOfLines(widths, lengths), "rows");
}

void RowAlignmentTest::isAscendingForAnything() {
    for (int rows = 1; rows < 9; ++rows) {
        for (int lines = 0; lines < rows; ++lines) {
            QVector<double> widths;
            for (int row = 0; row < rows; ++row) {
                widths.append(1 + (row * 7919 + lines * 104729) % 300);
            }
            QVector<int> lengths;
            for (int line = 0; line < lines; ++line) {
                lengths.append((line * 15485863 + rows) % 40);
            }
            const QVector<int> chosen = app::rowsOfLines(widths, lengths);
            QCOMPARE(chosen.size(), lines);
            for (int line = 0; line < lines; ++line) {
                QVERIFY(chosen[line] >= line && chosen[line] < rows);
                QVERIFY(line == 0 || chosen[line] > chosen[line - 1]);
            }
        }
    }
}

QTEST_MAIN(RowAlignmentTest)
#include "tst_row_alignment.moc"
