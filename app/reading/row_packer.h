// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Packed rows: the lines of a page cut out, scaled to one height and stacked into columns of tiles,
// by the rule that Nano was trained on (resources/models/nano/README.md, "Packed rows"). Every row
// knows where it came from. Pure functions, any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/reading/line_finder.h"

#include <QImage>
#include <QRect>
#include <QRectF>
#include <QVector>

namespace app {

// A run of columns without ink, pixels of TextLines::grey; right is the first column after it.
struct InkGap {
    int left = 0;
    int right = 0;

    int width() const { return right - left; }
};

// One piece of a line as one row of a column.
struct PackedRow {
    int line = 0;               // index into TextLines::lines
    QRect source;               // pixels of TextLines::grey, tight around the ink of the line
    QRectF target;              // where it stands in the column, pixels
    QVector<InkGap> gaps;       // inside source, from left to right
    bool continuesWord = false; // cut inside a word: joins the piece before without a space
};

struct PackedColumn {
    QImage picture; // Format_RGB888, tileEdge × k·tileEdge
    QVector<PackedRow> rows;
};

// The place in a column for the row with this number.
QRect bandOf(qsizetype number, const PackedRowsRules& rules);

// Columns in reading order, as even in height as maxTiles allows. No rows: no columns.
QVector<PackedColumn> packRows(const TextLines& page, const PackedRowsRules& rules);

} // namespace app
