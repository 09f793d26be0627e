// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From patches of connected ink to text lines, by geometry alone. Works on deskewed pages with any
// mixture of letter sizes. Pure function, any thread.
#pragma once

#include <QRect>

#include <utility>
#include <vector>

namespace app {

struct InkPatch {
    QRect box;
    int area = 0; // pixels of ink
};

// The first of each pair, each counted so many times as the second says; 0 when there is none.
int weightedMedian(std::vector<std::pair<int, int>> valuesAndWeights);

// Median height of the patches, each counted by its width: about the height of a small letter or a
// capital, whichever fills more of the page. 0 without patches.
int typicalHeight(const std::vector<InkPatch>& patches);

// Boxes of text lines (parts of one row that stand more than a line's height apart are separate
// lines), in no particular order.
std::vector<QRect> groupIntoLines(const std::vector<InkPatch>& patches);

} // namespace app
