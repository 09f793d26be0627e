// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/ink_patch.h"

#include <algorithm>
#include <numeric>

namespace app {

namespace {

constexpr int kTallest = 4; // letters taller than this many typical ones do not count
constexpr int kLeastHeight = 4;
constexpr int kWidest = 8;          // times as wide as high
constexpr double kSolidFill = 0.75; // rules and areas, not letters that run into each other

bool isNarrow(const InkPatch& patch) {
    return patch.box.width() < kWidest * patch.box.height();
}

// Letters that run into each other, or stand on a rule.
bool isWord(const InkPatch& patch) {
    return fill(patch) > kOutlineFill && fill(patch) < kSolidFill;
}

// Heights, and widths as their weights.
std::vector<std::pair<int, int>> heightsOf(const std::vector<InkPatch>& patches,
                                           bool (*counts)(const InkPatch&)) {
    std::vector<std::pair<int, int>> heights;
    for (const InkPatch& patch : patches) {
        if (patch.box.height() >= kLeastHeight && counts(patch)) {
            heights.emplace_back(patch.box.height(), patch.box.width());
        }
    }
    return heights;
}

} // namespace

double fill(const InkPatch& patch) {
    return double(patch.area) / (patch.box.width() * patch.box.height());
}

int gapAcross(const QRect& a, const QRect& b) {
    return std::max(a.left(), b.left()) - std::min(a.right(), b.right()) - 1;
}

int gapDown(const QRect& a, const QRect& b) {
    return std::max(a.top(), b.top()) - std::min(a.bottom(), b.bottom()) - 1;
}

bool isFlat(const QRect& box, int typicalHeight) {
    return box.height() <= std::max(3, typicalHeight / 4) && box.width() >= 1.5 * box.height();
}

int weightedMedian(std::vector<std::pair<int, int>> valuesAndWeights) {
    std::sort(valuesAndWeights.begin(), valuesAndWeights.end());
    const auto add = [](qint64 sum, const std::pair<int, int>& item) {
        return sum + item.second;
    };
    const qint64 total =
        std::accumulate(valuesAndWeights.begin(), valuesAndWeights.end(), qint64{0}, add);
    qint64 sum = 0;
    for (const auto& [value, weight] : valuesAndWeights) {
        sum += weight;
        if (2 * sum >= total) {
            return value;
        }
    }
    return 0;
}

int typicalHeight(const std::vector<InkPatch>& patches) {
    std::vector<std::pair<int, int>> byWidth = heightsOf(patches, isNarrow);
    if (byWidth.empty()) {
        byWidth = heightsOf(patches, isWord);
    }
    const int first = weightedMedian(byWidth);
    std::vector<std::pair<int, int>> byArea; // fragments of letters count for little
    for (const auto& [height, width] : byWidth) {
        if (height < kTallest * first) {
            byArea.emplace_back(height, height * width);
        }
    }
    return weightedMedian(std::move(byArea));
}

} // namespace app
