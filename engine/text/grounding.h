// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places in answers: <|ref|>phrase<|/ref|><|det|>[[x1, y1, x2, y2], …]<|/det|>. The parser is
// tolerant: what is malformed is dropped and counted, never guessed. Pure, any thread, O(n).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

// Numbers as the model wrote them, clamped to 0…999 and put in order; 999 is the far edge of the
// original picture (padding does not count).
struct GroundedBox {
    std::string label; // the phrase, at most kMaxLabelBytes of it; empty when no phrase came before
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    std::size_t textOffset = 0; // into GroundedAnswer::text, where the label stands
};

// Every box repeats its label, so a long one times many boxes must stay small.
constexpr std::size_t kMaxLabelBytes = 1024;

struct GroundedAnswer {
    std::string text; // the answer without tags and number lists; labels stay
    std::vector<GroundedBox> boxes;
    int dropped = 0; // malformed number groups
};

struct PixelBox {
    int x1 = 0;
    int y1 = 0;
    int x2 = 0;
    int y2 = 0;

    bool operator==(const PixelBox&) const = default;
};

// Tags may be unclosed: they end at the next tag or with the answer. A list of boxes belongs to the
// last phrase before it. Words behind the numbers of an unclosed list stay in the text.
GroundedAnswer parseGrounding(std::string_view answer);

// pixel = trunc(v / 999 · size), evaluated in double from left to right.
PixelBox toPixels(const GroundedBox& box, int width, int height);

} // namespace engine
