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

// The columns of a row's source that the box covers.
QRectF sourceOf(const PackedRow& row, const QRectF& box) {
    const double scale = row.source.width() / row.target.width();
    const double left = std::max(0.0, box.left() - row.target.left()) * scale;
    const double right = std::min(row.target.width(), box.right() - row.target.left()) * scale;
    return QRectF(row.source.left() + left, row.source.top(), right - left, row.source.height());
}

} // namespace

QRectF ReadingPlan::toPage(const QRectF& greyPixels) const {
    return lines.toPage.mapRect(greyPixels).intersected(QRectF(0, 0, 1, 1));
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
            places.append(toPage(sourceOf(row, pixels)));
        }
    }
    return places;
}

Result<ReadingPlan> makeReadingPlan(const QImage& page, const ModelCard& card) {
    ReadingPlan plan;
    plan.mode = card.readingMode;
    if (card.readingMode == ReadingMode::WholePage) {
        plan.parts.append({page, {}});
        return plan;
    }
    Result<TextLines> lines = findLines(page);
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
