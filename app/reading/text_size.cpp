// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/text_size.h"

#include "app/reading/line_finder.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kInkOfWordBox = 0.75; // a word's box is as high as its font's line
constexpr double kLeftOut = 0.05;

double smallestOf(QVector<double> heights) {
    if (heights.isEmpty()) {
        return 0;
    }
    const auto which = heights.begin() + qsizetype(std::floor(kLeftOut * double(heights.size())));
    std::nth_element(heights.begin(), which, heights.end());
    return *which;
}

} // namespace

double smallestTextHeight(const QVector<TextWord>& words, const QRectF& region,
                          const QImage& picture) {
    QVector<double> heights;
    for (const TextWord& word : words) {
        if (region.contains(word.box.center()) && !word.text.trimmed().isEmpty()) {
            const double share = word.box.height() / region.height();
            heights.append(kInkOfWordBox * share * picture.height());
        }
    }
    if (heights.isEmpty()) {
        const Result<TextLines> lines = findLines(picture);
        for (const TextLine& line : lines ? lines->lines : QVector<TextLine>()) {
            const QRectF box = lines->toPage.mapRect(QRectF(line.box));
            // Lines may run down a page that lies on its side.
            const bool upright = std::abs(lines->toPage.m11()) > 0;
            heights.append(upright ? box.height() * picture.height()
                                   : box.width() * picture.width());
        }
    }
    return smallestOf(heights);
}

} // namespace app
