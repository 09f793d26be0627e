// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/phrase_finder.h"

#include <algorithm>
#include <vector>

namespace app {

namespace {

// Of what may be spelt wrong, so many letters for each slip.
constexpr qsizetype kLettersPerSlip = 4;
// Within words, much else looks alike.
constexpr qsizetype kLettersPerSlipInside = 8;
constexpr qsizetype kLeastLettersInside = 5;

// With the signs around it that the phrase has, too ("* 73%").
WordMatch withSigns(const QVector<PageWord>& words, WordMatch match, const QString& phrase) {
    const auto isSignBeside = [&](qsizetype word, qsizetype other) {
        return other >= 0 && other < words.size() && words[other].line == words[word].line &&
               words[other].letters.isEmpty();
    };
    const auto hasLetters = [](const QString& word) {
        return !lettersOf(word).isEmpty();
    };
    const QStringList wanted = phrase.split(u' ', Qt::SkipEmptyParts);
    const auto first = std::find_if(wanted.begin(), wanted.end(), hasLetters);
    for (auto sign = wanted.begin(); sign < first && isSignBeside(match.first, match.first - 1);
         ++sign) {
        --match.first;
    }
    const auto last = std::find_if(wanted.rbegin(), wanted.rend(), hasLetters);
    for (auto sign = wanted.rbegin(); sign < last && isSignBeside(match.last, match.last + 1);
         ++sign) {
        ++match.last;
    }
    return match;
}

// A letter of a word, by its number among the word's letters.
struct Letter {
    qsizetype word;
    qsizetype index;
};

// The letters of a block, one after another.
struct Letters {
    QString text;
    QVector<Letter> places;
};

QVector<Letters> lettersOfBlocks(const QVector<PageWord>& words) {
    QVector<Letters> blocks;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i == 0 || words[i].block != words[i - 1].block) {
            blocks.emplaceBack();
        }
        blocks.last().text += words[i].letters;
        for (qsizetype index = 0; index < words[i].letters.size(); ++index) {
            blocks.last().places.append({i, index});
        }
    }
    return blocks;
}

// What a search knows at a letter of a text: how a beginning of what is wanted best ends there.
struct Beginning {
    int slips = 0;
    qsizetype first = 0; // letter of the text
};

bool hasFewerSlips(const Beginning& a, const Beginning& b) {
    return a.slips < b.slips;
}

// Letters [first, last] of a text.
struct Stretch {
    qsizetype first;
    qsizetype last;
};

// Those that are like the wanted ones, with at most so many slips and no more than the best of them
// (Sellers' search: distances to the beginnings of `wanted` of what ends at each letter). Lowers
// `most` to their slips.
QVector<Stretch> stretchesLike(const QString& text, const QString& wanted, int& most) {
    std::vector<Beginning> row(static_cast<std::size_t>(wanted.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].slips = static_cast<int>(i);
    }
    QVector<Stretch> stretches;
    for (qsizetype end = 0; end < text.size(); ++end) {
        Beginning diagonal = row[0];
        row[0].first = end + 1;
        for (std::size_t i = 1; i < row.size(); ++i) {
            diagonal.slips += text[end] == wanted[static_cast<qsizetype>(i) - 1] ? 0 : 1;
            const Beginning longer{row[i].slips + 1, row[i].first};
            const Beginning shorter{row[i - 1].slips + 1, row[i - 1].first};
            const Beginning before = row[i];
            row[i] = std::min({diagonal, longer, shorter}, hasFewerSlips);
            diagonal = before;
        }
        const Beginning& whole = row.back();
        if (whole.slips < most) {
            stretches.clear();
        }
        if (whole.slips <= most && (stretches.isEmpty() || whole.first > stretches.last().last)) {
            most = whole.slips;
            stretches.append({whole.first, end});
        }
    }
    return stretches;
}

// Where its words were not told apart, a phrase stands within others: of those only the part.
FoundText partOf(const QVector<PageWord>& words, const Letter& first, const Letter& last) {
    FoundText found = textOf(words, first.word, last.word);
    const auto place = [&](const Letter& letter, qsizetype more) {
        const QRectF& box = words[letter.word].box;
        return box.left() + box.width() * static_cast<double>(letter.index + more) /
                                static_cast<double>(words[letter.word].letters.size());
    };
    found.boxes.first().setLeft(place(first, 0));
    found.boxes.last().setRight(place(last, 1));
    return found;
}

QVector<FoundText> findInside(const QVector<PageWord>& words, const QString& phrase) {
    const QString wanted = wantedOf(phrase);
    QVector<FoundText> found;
    if (wanted.size() < kLeastLettersInside) {
        return found;
    }
    int most = static_cast<int>(wanted.size() / kLettersPerSlipInside);
    for (const Letters& block : lettersOfBlocks(words)) {
        const int before = most;
        const QVector<Stretch> stretches = stretchesLike(block.text, wanted, most);
        if (most < before) {
            found.clear();
        }
        for (const Stretch& stretch : stretches) {
            found.append(partOf(words, block.places[stretch.first], block.places[stretch.last]));
        }
    }
    return found;
}

} // namespace

QVector<FoundText> findPhrase(const PageText& page, const QString& phrase) {
    const QVector<PageWord> words = pageWords(page);
    QVector<FoundText> found;
    for (const WordMatch& match : matchesOf(words, phrase, kLettersPerSlip)) {
        const WordMatch whole = withSigns(words, match, phrase);
        found.append(textOf(words, whole.first, whole.last));
    }
    return found.isEmpty() ? findInside(words, phrase) : found;
}

} // namespace app
