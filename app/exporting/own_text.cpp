// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/own_text.h"

#include <utility>

namespace app {

namespace {

constexpr double kRoom = 0.7; // of a line's height, between two blocks

bool beginsBlock(const QRectF& line, const QRectF& above) {
    const double gap = line.top() - above.bottom();
    const bool isBelow = line.bottom() > above.bottom();
    const bool isUnder = line.left() < above.right() && above.left() < line.right();
    return !isBelow || !isUnder || gap > kRoom * above.height();
}

} // namespace

PageText ownText(const Document& document, int page) {
    PageText text;
    ReadLine line;
    for (const TextWord& word : document.words(page)) {
        line.text += word.text;
        line.box |= word.box;
        line.words.append({word.text, word.box, 1});
        if (!word.endsLine) {
            line.text += word.spaceAfter ? QStringLiteral(" ") : QString();
            continue;
        }
        if (!text.lines.isEmpty()) {
            const ReadLine& above = text.lines.last();
            line.block = above.block + (beginsBlock(line.box, above.box) ? 1 : 0);
        }
        text.lines.append(std::exchange(line, {}));
    }
    return text;
}

} // namespace app
