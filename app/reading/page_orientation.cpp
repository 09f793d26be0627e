// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/page_orientation.h"

#include "app/reading/ink_grouping.h"

#include <QPointF>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace app {

namespace {

constexpr size_t kLeastPatches = 60;
constexpr double kLongLines = 4;   // mean of width over height that lines of text have at least
constexpr double kLonger = 2;      // than in the other direction
constexpr double kOutOfBand = 0.2; // of the band's height: an ascender or descender
constexpr int kLeastEvidence = 25; // letters
constexpr double kClearMajority = 2.5;
constexpr double kMaxSkew = 5; // degrees

using Boxes = std::vector<QRect>;

double meanAspect(const Boxes& lines) {
    double sum = 0;
    double widths = 0;
    for (const QRect& line : lines) {
        sum += double(line.width()) * line.width() / line.height();
        widths += line.width();
    }
    return widths > 0 ? sum / widths : 0;
}

struct Strokes {
    int up = 0; // letters that rise above the others of their line
    int down = 0;
};

int middle(std::vector<int> values) {
    const auto at = values.begin() + qptrdiff(values.size() / 2);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

void countStrokes(const Boxes& letters, Strokes& strokes) {
    std::vector<int> tops;
    std::vector<int> bottoms;
    for (const QRect& letter : letters) {
        tops.push_back(letter.top());
        bottoms.push_back(letter.bottom());
    }
    const int top = middle(std::move(tops));
    const int bottom = middle(std::move(bottoms));
    const double slack = kOutOfBand * (bottom - top + 1);
    for (const QRect& letter : letters) {
        const bool rises = letter.top() < top - slack;
        const bool falls = letter.bottom() > bottom + slack;
        strokes.up += rises && !falls && letter.bottom() > bottom - slack;
        strokes.down += falls && !rises && letter.top() < top + slack;
    }
}

Strokes strokesOf(const std::vector<InkPatch>& patches, const Boxes& lines) {
    constexpr size_t kLeastLetters = 8;
    Strokes strokes;
    for (const QRect& line : lines) {
        Boxes letters;
        for (const InkPatch& patch : patches) {
            const QRect& box = patch.box;
            if (line.contains(box.center()) && 3 * box.height() > line.height() &&
                box.width() < 2 * line.height()) {
                letters.push_back(box);
            }
        }
        if (letters.size() >= kLeastLetters) {
            countStrokes(letters, strokes);
        }
    }
    return strokes;
}

bool isClear(int more, int less) {
    return more >= kLeastEvidence && more > kClearMajority * less;
}

// How sharply the letters' feet fall into rows when the page is turned by so much.
double sharpness(const std::vector<QPointF>& feet, double degrees, double rowHeight) {
    const double slope = std::tan(degrees * std::numbers::pi / 180);
    std::map<int, double> rows;
    for (const QPointF& foot : feet) {
        const double y = (foot.y() - slope * foot.x()) / rowHeight;
        const double lower = std::floor(y);
        rows[int(lower)] += 1 - (y - lower);
        rows[int(lower) + 1] += y - lower;
    }
    double sum = 0;
    for (const auto& [row, count] : rows) {
        sum += count * count;
    }
    return sum;
}

} // namespace

std::vector<InkPatch> turned(std::vector<InkPatch> patches, int quarterTurns) {
    for (; quarterTurns > 0; --quarterTurns) {
        int height = 0;
        for (const InkPatch& patch : patches) {
            height = std::max(height, patch.box.bottom() + 1);
        }
        for (InkPatch& patch : patches) {
            const QRect box = patch.box;
            patch.box = QRect(height - 1 - box.bottom(), box.left(), box.height(), box.width());
        }
    }
    return patches;
}

double skewOf(const std::vector<InkPatch>& patches) {
    const int letter = std::max(4, typicalHeight(patches));
    std::vector<QPointF> feet;
    for (const InkPatch& patch : patches) {
        if (patch.box.height() > letter / 2 && patch.box.height() < 3 * letter) {
            feet.emplace_back(patch.box.center().x(), patch.box.bottom());
        }
    }
    if (feet.size() < 20) {
        return 0;
    }
    double best = 0;
    for (double step : {0.5, 0.1, 0.02}) {
        const double rowHeight = step > 0.3 ? letter / 2.0 : letter / 5.0;
        const double range = step > 0.3 ? kMaxSkew : 6 * step;
        double bestSharpness = sharpness(feet, best, rowHeight) * 1.001;
        const double centre = best;
        for (double degrees = centre - range; degrees <= centre + range + step / 2;
             degrees += step) {
            if (const double value = sharpness(feet, degrees, rowHeight); value > bestSharpness) {
                best = degrees;
                bestSharpness = value;
            }
        }
    }
    return best;
}

int turnsToUpright(const std::vector<InkPatch>& patches) {
    if (patches.size() < kLeastPatches) {
        return 0;
    }
    const std::vector<InkPatch> onSide = turned(patches, 1);
    const Boxes rows = groupIntoLines(patches);
    const Boxes columns = groupIntoLines(onSide);
    const double aspect = meanAspect(columns);
    if (aspect > kLongLines && aspect > kLonger * meanAspect(rows)) {
        // Letters that stand below each other in equal lines make long columns too, but all alike.
        const Strokes strokes = strokesOf(onSide, columns);
        return isClear(strokes.up, strokes.down) ? 1 : isClear(strokes.down, strokes.up) ? 3 : 0;
    }
    const Strokes strokes = strokesOf(patches, rows);
    return isClear(strokes.down, strokes.up) ? 2 : 0;
}

} // namespace app
