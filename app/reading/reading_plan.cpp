// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/reading_plan.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

// A row is meant when the box covers at least this share of its height, or lies inside it.
constexpr double kCoveredShare = 0.3;

bool covers(const QRectF& box, const QRectF& row) {
    const double overlap = std::min(box.bottom(), row.bottom()) - std::max(box.top(), row.top());
    return overlap >= kCoveredShare * std::min(row.height(), box.height()) &&
           box.right() > row.left() && box.left() < row.right();
}

// Pixels of the page that a column of pixels of the row was made from.
double sourceColumn(const PackedRow& row, double x) {
    const double inside = std::clamp(x, row.target.left(), row.target.right());
    return row.source.left() +
           (inside - row.target.left()) * row.source.width() / row.target.width();
}

} // namespace

QRectF ReadingPlan::toPage(const QRectF& greyPixels) const {
    return lines.toPage.mapRect(greyPixels).intersected(QRectF(0, 0, 1, 1));
}

QRectF ReadingPlan::toPage(const PackedRow& row, double left, double right) const {
    // The line's own height: the row left out the thinnest ends of its letters.
    const QRect& line = lines.lines[row.line].box;
    return toPage(QRectF(left, line.top(), right - left, line.height()));
}

QVector<QRectF> ReadingPlan::toPage(int part, const QRectF& box) const {
    if (mode == ReadingMode::WholePage) {
        return {box};
    }
    const ReadingPart& column = parts[part];
    const QRectF pixels(box.left() * column.picture.width(), box.top() * column.picture.height(),
                        box.width() * column.picture.width(),
                        box.height() * column.picture.height());
    QVector<QRectF> places;
    for (const PackedRow& row : column.rows) {
        if (covers(pixels, row.target)) {
            places.append(
                toPage(row, sourceColumn(row, pixels.left()), sourceColumn(row, pixels.right())));
        }
    }
    return places;
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
