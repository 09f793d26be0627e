// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/placed_words.h"

#include "app/plain_text.h"

#include <QStringList>

namespace app {

namespace {

QStringList wordsIn(const QString& text) {
    return withoutControls(text).simplified().split(u' ', Qt::SkipEmptyParts);
}

// Of a line, from `start` characters on; a line that is written from right to left fills up from
// its right end.
QRectF share(const QRectF& line, qsizetype start, qsizetype length, qsizetype all, bool fromRight) {
    const double unit = line.width() / static_cast<double>(all);
    const double offset = static_cast<double>(start) * unit;
    const double width = static_cast<double>(length) * unit;
    const double left = fromRight ? line.right() - offset - width : line.left() + offset;
    return {left, line.top(), width, line.height()};
}

QVector<ReadWord> sharedOut(const ReadLine& line) {
    const QStringList texts = wordsIn(line.text);
    const qsizetype all = texts.join(u' ').size();
    const bool fromRight = line.text.isRightToLeft();
    QVector<ReadWord> words;
    qsizetype start = 0;
    for (const QString& text : texts) {
        const QRectF box =
            line.box.isNull() ? QRectF() : share(line.box, start, text.size(), all, fromRight);
        words.append({text, box, 1});
        start += text.size() + 1;
    }
    return words;
}

} // namespace

QVector<ReadWord> placedWords(const ReadLine& line) {
    if (line.words.isEmpty()) {
        return sharedOut(line);
    }
    QVector<ReadWord> words;
    for (const ReadWord& word : line.words) {
        if (const QString text = wordsIn(word.text).join(u' '); !text.isEmpty()) {
            words.append({text, word.box.isNull() ? line.box : word.box, word.confidence});
        }
    }
    return words;
}

} // namespace app
