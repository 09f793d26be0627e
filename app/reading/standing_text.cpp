// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/standing_text.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace app {

namespace {

// In widths of the line, which are its letters' heights.
constexpr double kWordGap = 0.7;
constexpr double kLetterGap = 0.3; // of most letters; between lines it is more
constexpr double kLeastLength = 5;
constexpr double kMargin = 0.33; // free of other letters

constexpr double kRunTogether = 1.8; // is longer than a letter

constexpr size_t kLeastLetters = 5;
constexpr double kWidest = 2.2;      // of a line, in typical heights of the page's letters
constexpr double kLongestPatch = 6;  // some letters may have run together
constexpr double kWidestPatch = 1.8; // of one letter

// Letters below each other, from top to bottom.
struct Column {
    QRect box;
    std::vector<InkPatch> letters;
    std::vector<int> gaps;
};

bool follows(const QRect& letter, const QRect& column) {
    const int overlap =
        std::min(letter.right(), column.right()) - std::max(letter.left(), column.left()) + 1;
    return 2 * overlap >= std::min(letter.width(), column.width()) &&
           letter.top() - column.bottom() - 1 <=
               kWordGap * std::max(letter.width(), column.width());
}

void append(Column& column, const InkPatch& letter) {
    column.gaps.push_back(letter.box.top() - column.box.bottom() - 1);
    column.box |= letter.box;
    column.letters.push_back(letter);
}

// Every letter that may be one of a standing line, in some column.
std::vector<Column> columnsOf(std::vector<InkPatch> letters, int typical) {
    std::sort(letters.begin(), letters.end(),
              [](const InkPatch& a, const InkPatch& b) { return a.box.top() < b.box.top(); });
    std::vector<Column> done;
    std::vector<Column> open;
    for (const InkPatch& letter : letters) {
        if (letter.box.width() > kWidestPatch * typical ||
            letter.box.height() > kLongestPatch * typical) {
            continue;
        }
        const auto isPast = [&](const Column& column) {
            return letter.box.top() - column.box.bottom() > kWordGap * kWidest * typical;
        };
        const auto past = std::partition(open.begin(), open.end(), std::not_fn(isPast));
        std::move(past, open.end(), std::back_inserter(done));
        open.erase(past, open.end());
        const auto own = std::find_if(open.begin(), open.end(), [&](const Column& column) {
            return follows(letter.box, column.box);
        });
        if (own != open.end()) {
            append(*own, letter);
        } else {
            open.push_back({letter.box, {letter}, {}});
        }
    }
    std::move(open.begin(), open.end(), std::back_inserter(done));
    return done;
}

// Letters on their side are wider than tall, or long where some have run together; letters that
// stand upright below each other hardly ever are.
bool areOnTheirSide(const Column& column) {
    const auto isOnItsSide = [&](const InkPatch& letter) {
        return letter.box.width() > letter.box.height() ||
               letter.box.height() > kRunTogether * column.box.width();
    };
    const auto count = std::count_if(column.letters.begin(), column.letters.end(), isOnItsSide);
    return count >= 3 && 3 * count >= std::ptrdiff_t(column.letters.size());
}

// The steps of a ladder are all alike.
bool areAlike(const std::vector<InkPatch>& letters) {
    const auto [shortest, tallest] = std::minmax_element(
        letters.begin(), letters.end(),
        [](const InkPatch& a, const InkPatch& b) { return a.box.height() < b.box.height(); });
    return 2 * tallest->box.height() < 3 * shortest->box.height();
}

bool isStandingLine(const Column& column, int typical) {
    const int width = column.box.width();
    if (column.letters.size() < kLeastLetters || width > kWidest * typical ||
        column.box.height() < kLeastLength * width || areAlike(column.letters) ||
        !areOnTheirSide(column)) {
        return false;
    }
    std::vector<int> gaps = column.gaps;
    const auto middle = gaps.begin() + std::ptrdiff_t(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle <= kLetterGap * width;
}

bool isAlone(const QRect& line, const std::vector<InkPatch>& letters) {
    const int margin = int(kMargin * line.width()) + 1;
    const QRect around = line.adjusted(-margin, -margin, margin, margin);
    return std::none_of(letters.begin(), letters.end(), [&](const InkPatch& letter) {
        return around.intersects(letter.box) && !line.contains(letter.box.center());
    });
}

} // namespace

std::vector<QRect> takeStandingLines(std::vector<InkPatch>& letters) {
    const int typical = typicalHeight(letters);
    std::vector<QRect> lines;
    for (const Column& column : columnsOf(letters, typical)) {
        if (isStandingLine(column, typical) && isAlone(column.box, letters)) {
            lines.push_back(column.box);
        }
    }
    for (const QRect& line : lines) {
        std::erase_if(letters,
                      [&](const InkPatch& letter) { return line.contains(letter.box.center()); });
    }
    return lines;
}

} // namespace app
