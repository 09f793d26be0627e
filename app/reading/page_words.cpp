// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/page_words.h"

#include "app/reading/edit_distance.h"

#include <algorithm>

namespace app {

namespace {

// Of a longer phrase, only its beginning is looked for: time goes with the square of this.
constexpr qsizetype kMostLetters = 120;
// Letters that a name has at least to be told apart from the number joined to it, and characters of
// that: a single figure is more often a letter that was misread.
constexpr qsizetype kLeastLettersJoined = 5;
constexpr qsizetype kLeastNumberJoined = 3;

bool isLetter(QChar c) {
    return c.isLetter();
}

// How many characters of a word are a name that its value was joined to ("Total:45.20",
// "Table123"); 0: it is one word.
qsizetype nameIn(const QString& word) {
    const auto end = std::find_if_not(word.begin(), word.end(), isLetter);
    const qsizetype letters = end - word.begin();
    if (letters == word.size()) {
        return 0;
    }
    if (*end == u':') {
        const bool isAddress = word.mid(letters).startsWith(QLatin1String("://"));
        return letters > 1 && letters + 1 < word.size() && !isAddress ? letters + 1 : 0;
    }
    const bool isNumber = end->isDigit() && word.size() - letters >= kLeastNumberJoined;
    return letters >= kLeastLettersJoined && isNumber ? letters : 0;
}

// The part [from, to) of a box, of 0…1.
QRectF partOf(const QRectF& box, double from, double to) {
    return {box.left() + box.width() * from, box.top(), box.width() * (to - from), box.height()};
}

// The best match that begins with this word, of one block.
std::optional<WordMatch> matchAt(const QVector<PageWord>& words, qsizetype first,
                                 const QString& wanted, qsizetype mostSlips) {
    std::optional<WordMatch> best;
    QString letters;
    for (qsizetype last = first; last < words.size() && words[last].block == words[first].block;
         ++last) {
        letters += words[last].letters;
        if (letters.size() > wanted.size() + mostSlips) {
            break;
        }
        if (letters.size() + mostSlips < wanted.size()) {
            continue;
        }
        const int slips = editDistance(letters, wanted);
        if (slips <= mostSlips && (!best || slips < best->slips)) {
            best = WordMatch{first, last, slips};
        }
    }
    return best;
}

} // namespace

bool isSign(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.category() == QChar::Symbol_Currency;
    });
}

QString lettersOf(const QString& text) {
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber()) {
            letters.append(c);
        }
    }
    return letters;
}

QString wantedOf(const QString& phrase) {
    return lettersOf(phrase).left(kMostLetters);
}

QVector<PageWord> pageWords(const PageText& page) {
    QVector<PageWord> words;
    for (int line = 0; line < page.lines.size(); ++line) {
        for (const ReadWord& word : page.lines[line].words) {
            const qsizetype name = nameIn(word.text);
            const double part = double(name) / double(std::max<qsizetype>(word.text.size(), 1));
            const auto add = [&](const QString& text, double from, double to) {
                words.append({text, partOf(word.box, from, to), from > 0, lettersOf(text), line,
                              page.lines[line].block});
            };
            if (name > 0) {
                add(word.text.left(name), 0, part);
            }
            add(word.text.mid(name), part, 1);
        }
    }
    return words;
}

QVector<WordMatch> matchesOf(const QVector<PageWord>& words, const QString& phrase,
                             qsizetype lettersPerSlip) {
    const QString wanted = wantedOf(phrase);
    QVector<WordMatch> matches;
    if (wanted.isEmpty()) {
        return matches;
    }
    const auto isAsWritten = [&](const WordMatch& each) {
        return textOf(words, each.first, each.last).text == phrase;
    };
    for (qsizetype first = 0; first < words.size(); ++first) {
        const std::optional<WordMatch> match =
            words[first].letters.isEmpty()
                ? std::nullopt
                : matchAt(words, first, wanted, wanted.size() / lettersPerSlip);
        if (!match || (!matches.isEmpty() && match->slips > matches.last().slips)) {
            continue;
        }
        if (!matches.isEmpty() && match->slips < matches.last().slips) {
            matches.clear();
        }
        if (matches.isEmpty() || match->first > matches.last().last) {
            matches.append(*match);
        } else if (isAsWritten(*match) && !isAsWritten(matches.last())) {
            matches.last() = *match;
        }
    }
    return matches;
}

FoundText textOf(const QVector<PageWord>& words, qsizetype first, qsizetype last) {
    FoundText found;
    int line = -1;
    for (qsizetype i = first; i <= last; ++i) {
        const bool isApart = i > first && !words[i].isJoined;
        found.text += (isApart ? QStringLiteral(" ") : QString()) + words[i].text;
        if (words[i].line == line) {
            found.boxes.last() |= words[i].box;
        } else {
            found.boxes.append(words[i].box);
        }
        line = words[i].line;
    }
    return found;
}

bool beginsLine(const QVector<PageWord>& words, qsizetype word) {
    return word == 0 || words[word - 1].line != words[word].line;
}

qsizetype endOfLine(const QVector<PageWord>& words, qsizetype word) {
    qsizetype end = word + 1;
    while (end < words.size() && !beginsLine(words, end)) {
        ++end;
    }
    return end;
}

} // namespace app
