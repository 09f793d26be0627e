// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/reading_plan.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

// Null by no pixels.
QImage movedRight(const QImage& picture, int pixels) {
    if (pixels == 0) {
        return {};
    }
    QImage moved = picture.copy(-pixels, 0, picture.width(), picture.height());
    for (int y = 0; y < moved.height(); ++y) { // copy() leaves black there
        std::fill_n(moved.scanLine(y), 3 * pixels, uchar(255));
    }
    return moved;
}

// Puts the row that is in one band of a picture into another band of another picture, moved right.
void moveRow(PackedRow& row, const QImage& from, const QRect& at, QImage& picture, const QRect& to,
             int pixels) {
    for (int y = 0; y < to.height(); ++y) {
        std::copy_n(from.constScanLine(at.top() + y), 3 * (to.width() - pixels),
                    picture.scanLine(to.top() + y) + 3 * pixels);
    }
    row.target.translate(pixels, to.top() - at.top());
}

} // namespace

QRectF ReadingPlan::toPage(const QRectF& greyPixels) const {
    return lines.onPage(greyPixels).intersected(QRectF(0, 0, 1, 1));
}

QRectF ReadingPlan::toPage(const PackedRow& row, double left, double right) const {
    // The line's own height: the row left out the thinnest ends of its letters.
    const QRect& line = lines.lines[row.line].box;
    return toPage(QRectF(left, line.top(), right - left, line.height()));
}

Result<ReadingPlan> makeReadingPlan(const QImage& page, const ModelCard& card,
                                    const QVector<QRectF>& places) {
    ReadingPlan plan;
    plan.mode = card.readingMode;
    if (card.readingMode == ReadingMode::WholePage) {
        plan.parts.append({page, {}});
        return plan;
    }
    Result<TextLines> lines = places.isEmpty() ? findLines(page) : linesAt(page, places);
    if (!lines) {
        return tl::unexpected(std::move(lines.error()));
    }
    plan.lines = std::move(*lines);
    for (PackedColumn& column : packRows(plan.lines, card.packedRows)) {
        QImage secondLook = movedRight(column.picture, card.packedRows.secondLook);
        plan.parts.append(
            {std::move(column.picture), std::move(column.rows), std::move(secondLook)});
    }
    return plan;
}

QVector<ReadingPart> closerLook(const ReadingPlan& plan, const QVector<qsizetype>& rows,
                                const PackedRowsRules& rules) {
    const int most = rules.rowsPerTile / kCloserLooks * kCloserLooks;
    QVector<ReadingPart> closer;
    qsizetype next = 0;  // of rows
    qsizetype first = 0; // row of the part
    for (const ReadingPart& part : plan.parts) {
        for (; most > 0 && next < rows.size() && rows[next] < first + part.rows.size(); ++next) {
            if (closer.isEmpty() || closer.last().rows.size() == most) {
                QImage tile(rules.tileEdge, rules.tileEdge, part.picture.format());
                tile.fill(Qt::white);
                closer.append({tile, {}});
            }
            auto& [tile, moved, secondLook] = closer.last();
            const qsizetype number = rows[next] - first;
            for (const int pixels : {0, rules.nearLook(), rules.secondLook, rules.farLook()}) {
                PackedRow row = part.rows[number];
                moveRow(row, part.picture, bandOf(number, rules), tile, bandOf(moved.size(), rules),
                        pixels);
                moved.append(row);
            }
        }
        first += part.rows.size();
    }
    return closer;
}

} // namespace app
