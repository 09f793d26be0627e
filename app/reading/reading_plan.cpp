// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/reading_plan.h"

#include <utility>

namespace app {

QRectF ReadingPlan::toPage(const QRectF& greyPixels) const {
    return lines.toPage.mapRect(greyPixels).intersected(QRectF(0, 0, 1, 1));
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
        plan.parts.append({std::move(column.picture), std::move(column.rows)});
    }
    return plan;
}

} // namespace app
