// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/read_words.h"

namespace app {

QVector<TextWord> wordsOf(const PageText& page) {
    QVector<TextWord> words;
    for (const ReadLine& line : page.lines) {
        for (const ReadWord& word : line.words) {
            words.append({word.text, word.box});
        }
        if (line.words.isEmpty() && !line.text.isEmpty()) {
            words.append({line.text, line.box});
        }
        if (!words.isEmpty()) {
            words.last().endsLine = true;
        }
    }
    return words;
}

} // namespace app
