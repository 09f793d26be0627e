// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/own_text.h"

#include <algorithm>

namespace app {

namespace {

// Of a line's height: lines of a paragraph are nearer to each other.
constexpr double kBlockGap = 0.9;

void append(ReadLine& line, const TextWord& word, bool continuesWord) {
    line.box = line.words.isEmpty() ? word.box : line.box.united(word.box);
    if (continuesWord) {
        line.text += word.text;
        line.words.last().text += word.text;
        line.words.last().box = line.words.last().box.united(word.box);
        return;
    }
    if (!line.text.isEmpty()) {
        line.text += u' ';
    }
    line.text += word.text;
    line.words.append({word.text, word.box});
}

bool continuesBlock(const ReadLine& line, const ReadLine& next) {
    const double height = std::max(line.box.height(), next.box.height());
    const double gap = next.box.top() - line.box.bottom();
    const bool overlaps = next.box.left() < line.box.right() && line.box.left() < next.box.right();
    return overlaps && gap > -height && gap < kBlockGap * height;
}

} // namespace

ReadPage ownText(const Document& document, int page) {
    ReadPage own{page, document.pageSize(page), {}, TextSource::File};
    QVector<ReadLine>& lines = own.text.lines;
    bool endsLine = true;
    bool endsWord = true;
    for (const TextWord& word : document.words(page)) {
        if (word.text.isEmpty()) {
            continue;
        }
        if (endsLine) {
            lines.append(ReadLine());
            endsWord = true;
        }
        append(lines.last(), word, !endsWord);
        endsWord = word.spaceAfter;
        endsLine = word.endsLine;
    }
    for (qsizetype i = 1; i < lines.size(); ++i) {
        lines[i].block = lines[i - 1].block + (continuesBlock(lines[i - 1], lines[i]) ? 0 : 1);
    }
    return own;
}

} // namespace app
