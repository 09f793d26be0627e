// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/row_packer.h"
#include "tests/app/printed_line.h"

#include <QtTest>

using app::PackedColumn;
using app::PackedRow;
using app::PackedRowsRules;
using app::TextLines;

namespace {

// Black bars of given widths, standing apart by gap, as one line of a white page.
TextLines bars(const QVector<int>& widths, int gap, int height) {
    int total = 40;
    for (const int width : widths) {
        total += width + gap;
    }
    TextLines page;
    page.grey = QImage(total, height + 40, QImage::Format_Grayscale8);
    page.grey.fill(255);
    QPainter painter(&page.grey);
    int x = 20;
    for (const int width : widths) {
        painter.fillRect(x, 20, width, height, Qt::black);
        x += width + gap;
    }
    painter.end();
    page.toPage.scale(1.0 / page.grey.width(), 1.0 / page.grey.height());
    page.lines.append({QRect(20, 20, x - gap - 20, height), 0, height});
    return page;
}

TextLines sameLines(int count) {
    TextLines page;
    page.grey = QImage(200, 40 * count, QImage::Format_Grayscale8);
    page.grey.fill(255);
    QPainter painter(&page.grey);
    for (int i = 0; i < count; ++i) {
        painter.fillRect(10, 40 * i + 10, 100, 20, Qt::black);
        page.lines.append({QRect(10, 40 * i + 10, 100, 20), 0, 20});
    }
    return page;
}

} // namespace

class TestRowPacker : public QObject {
    Q_OBJECT

private slots:

    void emptyPageHasNoColumns() { QCOMPARE(app::packRows(TextLines{}, {}).size(), 0); }

    void rowIsScaledToInkHeightAndCentredInItsSlot() {
        const QVector<PackedColumn> columns = app::packRows(bars({100}, 0, 51), {});
        QCOMPARE(columns.size(), 1);
        QCOMPARE(columns[0].picture.size(), QSize(384, 384));
        QCOMPARE(columns[0].picture.format(), QImage::Format_RGB888);
        const PackedRow& row = columns[0].rows[0];
        QCOMPARE(row.source, QRect(20, 20, 100, 51));
        // 20.4 / 51 = 0.4: 40 × 20.4 pixels, offset round(14 − 10.2) = 4, 4 from the left.
        QCOMPARE(row.target, QRectF(4, 4, 40, 20));
        QCOMPARE(columns[0].picture.pixelColor(20, 14), QColor(Qt::black));
        QCOMPARE(columns[0].picture.pixelColor(2, 14), QColor(Qt::white));
        QCOMPARE(columns[0].picture.pixelColor(20, 1), QColor(Qt::white));
    }

    void lowLineIsNotBlownUpBeyondItsBlock() {
        TextLines page = bars({100}, 0, 10);
        page.lines[0].blockInkHeight = 30; // a line of dots among letters
        const PackedRow row = app::packRows(page, {})[0].rows[0];
        QCOMPARE(row.target.width(), std::round(100 * 1.35 * 20.4 / 30));
    }

    void thirteenRowsGoToATile() {
        const PackedRowsRules rules;
        const QVector<PackedColumn> columns = app::packRows(sameLines(14), rules);
        QCOMPARE(columns.size(), 1);
        QCOMPARE(columns[0].picture.size(), QSize(384, 768));
        const auto slotTop = [&](int i) {
            return columns[0].rows[i].target.top() - columns[0].rows[0].target.top();
        };
        QCOMPARE(slotTop(12), 12 * 28.0);
        QCOMPARE(slotTop(13), 384.0);
    }

    void columnsAreEvenAndInOrder() {
        const QVector<PackedColumn> columns = app::packRows(sameLines(60), {}); // five tiles
        QCOMPARE(columns.size(), 2);
        QCOMPARE(columns[0].picture.height() + columns[1].picture.height(), 5 * 384);
        QVERIFY(columns[0].picture.height() <= 3 * 384 && columns[1].picture.height() <= 3 * 384);
        int next = 0;
        for (const PackedColumn& column : columns) {
            for (const PackedRow& row : column.rows) {
                QCOMPARE(row.line, next++);
            }
        }
        QCOMPARE(next, 60);
    }

    void wideLineIsCutAtItsLastGap() {
        // At scale 1 (20.4 pixels high would be 1; use 20 → 1.02) 370 pixels hold three bars.
        const QVector<PackedColumn> columns = app::packRows(bars({110, 110, 110, 110}, 10, 20), {});
        const QVector<PackedRow>& rows = columns[0].rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].source, QRect(20, 20, 350, 20));
        QCOMPARE(rows[1].source, QRect(380, 20, 110, 20));
        QVERIFY(!rows[1].continuesWord);
        QCOMPARE(rows[0].gaps.size(), 2);
        QCOMPARE(rows[0].gaps[0].left, 130);
        QCOMPARE(rows[0].gaps[0].right, 140);
    }

    void lineWithoutGapIsCutAtTheWidth() {
        const QVector<PackedRow> rows = app::packRows(bars({1000}, 0, 20), {})[0].rows;
        QCOMPARE(rows.size(), 3);
        QVERIFY(!rows[0].continuesWord);
        QVERIFY(rows[1].continuesWord && rows[2].continuesWord);
        QCOMPARE(rows[0].source.width() + rows[1].source.width() + rows[2].source.width(), 1000);
        for (const PackedRow& row : rows) {
            QVERIFY(row.target.right() <= 384);
        }
    }

    void narrowGapsDoNotCut() {
        // 4 pixels at scale 1.02 are less than 4.5.
        const QVector<PackedRow> rows = app::packRows(bars({300, 300}, 4, 20), {})[0].rows;
        QVERIFY(rows[1].continuesWord);
    }

    // A bar that is as pale as this would be no ink, its paler end even less.
    void palePrintIsDarkened() {
        TextLines page = bars({100, 100}, 10, 20);
        QPainter painter(&page.grey);
        painter.fillRect(20, 20, 100, 20, QColor(215, 215, 215));
        painter.fillRect(130, 20, 100, 20, QColor(222, 222, 222));
        painter.end();
        const QVector<PackedColumn> columns = app::packRows(page, {});
        QCOMPARE(columns.size(), 1);
        QCOMPARE(columns[0].rows.size(), 1);
        QCOMPARE(columns[0].rows[0].source, QRect(20, 20, 210, 20));
        QCOMPARE(columns[0].picture.pixelColor(50, 14), QColor(110, 110, 110));
        QCOMPARE(columns[0].picture.pixelColor(112, 14), QColor(Qt::white));
        QVERIFY(columns[0].picture.pixelColor(180, 14).red() < 150);
    }

    void grainOfThePaperIsNoPrint() {
        TextLines page = bars({100}, 0, 20);
        QPainter(&page.grey).fillRect(20, 20, 100, 20, QColor(225, 225, 225));
        QVERIFY(app::packRows(page, {}).isEmpty());
    }

    void darkPrintStaysAsItIs() {
        TextLines page = bars({100}, 0, 20);
        QPainter(&page.grey).fillRect(20, 20, 100, 20, QColor(100, 100, 100));
        const QVector<PackedColumn> columns = app::packRows(page, {});
        QCOMPARE(columns[0].picture.pixelColor(50, 14), QColor(100, 100, 100));
    }

    void specksDoNotCountAsInk() {
        TextLines page = bars({400}, 0, 20);
        page.grey.setPixelColor(100, 10, Qt::black);
        page.lines[0].box = QRect(20, 8, 400, 40);
        QCOMPARE(app::packRows(page, {})[0].rows[0].source.height(), 20);
    }
};

QTEST_MAIN(TestRowPacker)
#include "tst_row_packer.moc"
