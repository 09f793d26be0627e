// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables whose rows are parted by drawn rules. Pure functions, any thread.
#pragma once

#include <QRect>

#include <vector>

namespace app {

struct RuledTable {
    QRect area;
    std::vector<int> rules; // y of those across the whole table, from top to bottom
};

// The tables that rules draw, given the typical height of a line: at least three rules of one width
// under one another, none far from the next. They don't overlap.
std::vector<RuledTable> findRuledTables(const std::vector<QRect>& rules, double lineHeight);

} // namespace app
