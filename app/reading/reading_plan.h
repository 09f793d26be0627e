// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ReadingPlan: which pictures a model gets for one page, and how places in them map back to the
// page. Made without a model; a value, any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/reading/line_finder.h"
#include "app/reading/row_packer.h"
#include "app/result.h"

#include <QImage>
#include <QRectF>
#include <QVector>

namespace app {

struct ReadingPart {
    QImage picture;
    QVector<PackedRow> rows; // of a packed column, top to bottom; none for a whole page
    QImage secondLook = {};  // at the picture, moved to the right; null: there is none
};

struct ReadingPlan {
    ReadingMode mode = ReadingMode::WholePage;
    QVector<ReadingPart> parts; // none: there is no text on the page
    TextLines lines;            // what packed rows were cut from

    // Where columns [left, right) of a row's line (pixels of lines.grey) lie on the page.
    QRectF toPage(const PackedRow& row, double left, double right) const;
    // Where a rectangle in pixels of lines.grey lies on the page.
    QRectF toPage(const QRectF& greyPixels) const;
};

// places: the text lines of the page (0…1) where they are known; without any they are found.
Result<ReadingPlan> makeReadingPlan(const QImage& page, const ModelCard& card,
                                    const QVector<QRectF>& places = {});

// Some rows of a plan by themselves, each as kCloserLooks rows of a tile, moved by different
// widths. rows: their numbers through all parts, ascending. None where a tile has too few rows.
constexpr int kCloserLooks = 4;
QVector<ReadingPart> closerLook(const ReadingPlan& plan, const QVector<qsizetype>& rows,
                                const PackedRowsRules& rules);

} // namespace app
