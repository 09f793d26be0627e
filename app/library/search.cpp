// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/search.h"

#include "app/library/search_text.h"

#include <algorithm>

namespace app {

namespace {

bool isSearchable(const QString& term) {
    return std::any_of(term.cbegin(), term.cend(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }) ||
           term.size() >= 3;
}

// Text without case and accents, and for each character where it stood.
struct Folded {
    QString text;
    QVector<int> from;

    explicit Folded(const QString& original) {
        for (int at = 0; at < original.size(); ++at) {
            const QString decomposed =
                QString(original[at]).normalized(QString::NormalizationForm_KD).toCaseFolded();
            for (const QChar character : decomposed) {
                if (!character.isMark()) {
                    text.append(character);
                    from.append(at);
                }
            }
        }
    }
};

// A line as its words, and which word each character belongs to (−1: between words).
struct SpelledLine {
    QString text;
    QVector<int> word;

    explicit SpelledLine(const ReadLine& line) {
        for (int i = 0; i < line.words.size(); ++i) {
            const QString& next = line.words[i].text;
            if (!text.isEmpty() && !next.isEmpty() &&
                !(isUnspacedScript(text.back().unicode()) &&
                  isUnspacedScript(next.front().unicode()))) {
                text.append(u' ');
                word.append(-1);
            }
            text.append(next);
            word.insert(word.size(), next.size(), i);
        }
    }
};

void appendOnce(QVector<QRectF>& boxes, const QRectF& box) {
    if (!box.isNull() && !boxes.contains(box)) {
        boxes.append(box);
    }
}

void addPlaces(const ReadLine& line, const QVector<QString>& terms, QVector<QRectF>& places) {
    if (line.words.isEmpty()) {
        const QString text = Folded(line.text).text;
        const bool holds = std::any_of(terms.cbegin(), terms.cend(),
                                       [&](const QString& term) { return text.contains(term); });
        if (holds) {
            appendOnce(places, line.box);
        }
        return;
    }
    const SpelledLine spelled(line);
    const Folded folded(spelled.text);
    for (const QString& term : terms) {
        for (qsizetype at = folded.text.indexOf(term); at >= 0;
             at = folded.text.indexOf(term, at + term.size())) {
            for (qsizetype i = at; i < at + term.size(); ++i) {
                if (const int word = spelled.word[folded.from[i]]; word >= 0) {
                    appendOnce(places, line.words[word].box);
                }
            }
        }
    }
}

} // namespace

QStringList searchTerms(const QString& query) {
    QStringList terms;
    QString term;
    bool quoted = false;
    const auto end = [&] {
        term = term.simplified();
        if (isSearchable(term) && !terms.contains(term)) {
            terms.append(term);
        }
        term.clear();
    };
    for (const QChar character : query) {
        const bool isQuote = character == u'"' || character == u'\u201c' ||
                             character == u'\u201d' || character == u'\u201e';
        if (isQuote) {
            end();
            quoted = !quoted;
        } else if (character.isSpace() && !quoted) {
            end();
        } else {
            term.append(character);
        }
    }
    end();
    return terms;
}

QVector<QRectF> placesOfTerms(const PageText& text, const QStringList& terms) {
    QVector<QString> folded;
    for (const QString& term : terms) {
        if (const QString one = Folded(term).text; !one.isEmpty()) {
            folded.append(one);
        }
    }
    QVector<QRectF> places;
    for (const ReadLine& line : text.lines) {
        addPlaces(line, folded, places);
    }
    return places;
}

} // namespace app
