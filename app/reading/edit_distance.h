// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far two texts are apart: the fewest elements to insert, delete or replace. Pure; any thread.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

namespace app {

// Of strings, or of vectors of characters or words.
template <typename Sequence>
int editDistance(const Sequence& a, const Sequence& b) {
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1); // to the beginnings of b
    std::iota(row.begin(), row.end(), 0);
    for (const auto& element : a) {
        int diagonal = row.front()++;
        std::size_t column = 0;
        for (const auto& other : b) {
            ++column;
            const int replaced = diagonal + (element == other ? 0 : 1);
            diagonal = row[column];
            row[column] = std::min({replaced, row[column] + 1, row[column - 1] + 1});
        }
    }
    return row.back();
}

} // namespace app
