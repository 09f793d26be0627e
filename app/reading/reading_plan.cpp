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
        plan.parts.append({page, {}, {}});
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

} // namespace app
