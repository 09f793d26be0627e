// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order in which a person reads the lines of a page, and which of them belong together. Columns
// of running text are read one after the other, tables and receipts row by row; where drawn rules
// part the rows of a table, a row is read cell by cell. Pure function, any thread.
#pragma once

#include <QRect>

#include <vector>

namespace app {

struct OrderedLine {
    int index = 0; // into the given boxes
    int block = 0; // rising from 0
};

// boxes: of text lines. rules: straight strokes of the page, as thin boxes.
std::vector<OrderedLine> readingOrder(const std::vector<QRect>& boxes,
                                      const std::vector<QRect>& rules);

} // namespace app
