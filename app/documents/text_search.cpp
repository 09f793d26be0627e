// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/text_search.h"

#include <algorithm>
#include <iterator>

namespace app {

namespace {

constexpr QChar kSoftHyphen(0x00AD);

enum class LineHyphens { Keep, Join };

// Text as it is compared, and which character of the original each of its characters comes from.
struct Folded {
    QString text;
    QVector<int> origin;

    void append(QChar character, int from) {
        text += character;
        origin.append(from);
    }
};

bool isHyphen(QChar character) {
    return character == QLatin1Char('-') || character == QChar(0x2010) || character == kSoftHyphen;
}

QChar plainQuote(QChar character) {
    switch (character.unicode()) {
    case 0x2018:
    case 0x2019:
        return QLatin1Char('\'');
    case 0x201C:
    case 0x201D:
        return QLatin1Char('"');
    default:
        return character;
    }
}

// What people type for it: a ligature's letters, a full-width letter's plain one.
QString plain(QChar character) {
    const bool isPlain = character.unicode() < 0x80 || character.isSurrogate();
    return isPlain ? QString(character)
                   : QString(plainQuote(character)).normalized(QString::NormalizationForm_KC);
}

bool endsLineWithHyphen(const QString& text, qsizetype at) {
    return isHyphen(text[at]) && at > 0 && at + 1 < text.size() &&
           text[at + 1] == QLatin1Char('\n');
}

Folded fold(const QString& text, bool matchCase, LineHyphens hyphens) {
    Folded folded;
    folded.text.reserve(text.size());
    folded.origin.reserve(text.size());
    for (int i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (hyphens == LineHyphens::Join && endsLineWithHyphen(text, i)) {
            ++i; // the line break as well
        } else if (character.isSpace()) {
            if (!folded.text.endsWith(QLatin1Char(' '))) {
                folded.append(QLatin1Char(' '), i);
            }
        } else if (character != kSoftHyphen) {
            for (const QChar part : plain(character)) {
                folded.append(matchCase ? part : part.toCaseFolded(), i);
            }
        }
    }
    return folded;
}

bool hasHyphenAtLineEnd(const QString& text) {
    for (qsizetype at = text.indexOf(QLatin1Char('\n')); at > 0;
         at = text.indexOf(QLatin1Char('\n'), at + 1)) {
        if (endsLineWithHyphen(text, at - 1)) {
            return true;
        }
    }
    return false;
}

bool isWordPart(const QString& text, qsizetype at) {
    return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark());
}

bool isWhole(const QString& text, qsizetype first, qsizetype last) {
    const bool startsInside = isWordPart(text, first - 1) && isWordPart(text, first);
    const bool endsInside = isWordPart(text, last - 1) && isWordPart(text, last);
    return !startsInside && !endsInside;
}

void collect(QVector<TextRange>& found, const Folded& where, const QString& what, bool whole,
             int most) {
    for (qsizetype at = where.text.indexOf(what); at >= 0 && found.size() < most;) {
        const qsizetype end = at + what.size();
        if (whole && !isWhole(where.text, at, end)) {
            at = where.text.indexOf(what, at + 1);
            continue;
        }
        found.append({where.origin[at], where.origin[end - 1] + 1});
        at = where.text.indexOf(what, end);
    }
}

} // namespace

QVector<TextRange> findIn(const TextLayer& layer, const SearchQuery& query, int most) {
    const QString what = fold(query.text, query.matchCase, LineHyphens::Keep).text;
    QVector<TextRange> found;
    if (what.trimmed().isEmpty()) {
        return found;
    }
    const Folded kept = fold(layer.text(), query.matchCase, LineHyphens::Keep);
    collect(found, kept, what, query.wholeWords, most);
    if (hasHyphenAtLineEnd(layer.text())) {
        QVector<TextRange> joined;
        collect(joined, fold(layer.text(), query.matchCase, LineHyphens::Join), what,
                query.wholeWords, most);
        std::copy_if(joined.cbegin(), joined.cend(), std::back_inserter(found),
                     [&](const TextRange& range) { return !found.contains(range); });
        std::sort(found.begin(), found.end(),
                  [](const TextRange& a, const TextRange& b) { return a.first < b.first; });
        found.resize(std::min<qsizetype>(found.size(), most));
    }
    return found;
}

} // namespace app
