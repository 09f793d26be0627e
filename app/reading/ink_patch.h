// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A patch of connected ink, and what is measured on many of them. Pure functions, any thread.
#pragma once

#include <QRect>

#include <utility>
#include <vector>

namespace app {

struct InkPatch {
    QRect box;
    int area = 0; // pixels of ink
};

// The share of its box that is ink.
double fill(const InkPatch& patch);

// With less, a patch is a frame or a drawn line.
constexpr double kOutlineFill = 0.15;

// Pixels between two boxes across or down the page; negative by how much they overlap.
int gapAcross(const QRect& a, const QRect& b);
int gapDown(const QRect& a, const QRect& b);

// A piece of a rule, a hyphen, an underscore.
bool isFlat(const QRect& box, int typicalHeight);

// The first of each pair, each counted so many times as the second says; 0 when there is none.
int weightedMedian(std::vector<std::pair<int, int>> valuesAndWeights);

// The height of most letters, by the ink that they take: about that of a small letter or a capital,
// whichever fills more of the page; of whole words where all letters touch. 0 without either.
int typicalHeight(const std::vector<InkPatch>& patches);

} // namespace app
