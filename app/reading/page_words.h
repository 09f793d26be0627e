// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of a page as answers are looked for among them. Reading makes slips, so that words need
// not be spelt exactly, and misses spaces, so that a name joined to its value is a word of its own.
// Pure functions, any thread.
#pragma once

#include "app/reading/page_text.h"

namespace app {

// A word that was read, or a part of one.
struct PageWord {
    QString text;
    QRectF box;
    bool isJoined; // to the one before
    QString letters;
    int line;
    int block;
};

// Words of a page that belong together.
struct FoundText {
    QString text;          // as read, words joined by spaces
    QVector<QRectF> boxes; // one for each line that they stand on
};

// Words [first, last].
struct WordMatch {
    qsizetype first;
    qsizetype last;
    int slips;
};

QVector<PageWord> pageWords(const PageText& page);

FoundText textOf(const QVector<PageWord>& words, qsizetype first, qsizetype last);

// No letter, digit or currency is in it.
bool isSign(const QString& text);

// Letters and digits, without their case and accents, which reading takes for each other.
QString lettersOf(const QString& text);

// What is looked for of a phrase or a name: of a long one, its beginning.
QString wantedOf(const QString& phrase);

// All places of a phrase that do not overlap and have no more slips than the best one: of so many
// letters, one may be wrong. Each is within a block. Of two that overlap it is the one that is
// written just like the phrase, or the first.
QVector<WordMatch> matchesOf(const QVector<PageWord>& words, const QString& phrase,
                             qsizetype lettersPerSlip);

bool beginsLine(const QVector<PageWord>& words, qsizetype word);

// One past the last word of the line that a word stands on.
qsizetype endOfLine(const QVector<PageWord>& words, qsizetype word);

} // namespace app
