// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/word_aligner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace app {

namespace {

// The narrowest space between words lies between these shares of the ink height.
constexpr double kLeastSpace = 0.15;
constexpr double kMostSpace = 0.5;
constexpr double kGapWeight = 20; // of a misjudged gap against a misjudged width, pixels

// Width of a letter in small letters of ordinary print.
double widthOf(QChar letter) {
    if (QStringLiteral("iljI.,;:!'|").contains(letter)) {
        return 0.45;
    }
    if (QStringLiteral("ftr()[]-").contains(letter)) {
        return 0.65;
    }
    if (QStringLiteral("mwMW@%").contains(letter)) {
        return 1.5;
    }
    return letter.isUpper() ? 1.25 : 1.0;
}

double widthOf(const QString& word) {
    return std::accumulate(word.begin(), word.end(), 0.0,
                           [](double sum, QChar letter) { return sum + widthOf(letter); });
}

// Gaps to choose from, and what it costs to take or leave each of them as a space.
struct Candidate {
    InkGap gap;
    double asSpace = 0;
    double asLetters = 0;
};

// What tells spaces from gaps inside words: as many gaps are wider as the text has spaces.
double narrowestSpace(const PackedRow& row, std::size_t spaces) {
    std::vector<int> widths;
    std::transform(row.gaps.begin(), row.gaps.end(), std::back_inserter(widths),
                   [](const InkGap& gap) { return gap.width(); });
    std::sort(widths.rbegin(), widths.rend());
    const double inside = spaces < widths.size() ? widths[spaces] : 0;
    return std::clamp((widths[spaces - 1] + inside) / 2, kLeastSpace * row.source.height(),
                      kMostSpace * row.source.height());
}

std::vector<Candidate> candidatesOf(const PackedRow& row, std::size_t spaces) {
    const double space = narrowestSpace(row, spaces);
    std::vector<Candidate> candidates;
    for (const InkGap& gap : row.gaps) {
        const double share = gap.width() / space;
        candidates.push_back(
            {gap, kGapWeight * std::max(0.0, 1 - share), kGapWeight * std::max(0.0, share - 1)});
    }
    return candidates;
}

QVector<WordSpan> dividedByLetters(const PackedRow& row, const std::vector<double>& widths) {
    constexpr double kSpaceWidth = 0.6;
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0) +
                         kSpaceWidth * static_cast<double>(widths.size() - 1);
    const double scale = row.source.width() / total;
    QVector<WordSpan> spans;
    double at = row.source.left();
    for (const double width : widths) {
        spans.append(
            {static_cast<int>(std::lround(at)), static_cast<int>(std::lround(at + width * scale))});
        at += (width + kSpaceWidth) * scale;
    }
    return spans;
}

// How far a stretch of ink is from the width that a word's letters suggest.
double widthCost(int left, int right, double expected) {
    const double off = (right - left - expected) / expected;
    return off * off * expected;
}

// Dynamic programme over (words placed, gap after the last of them).
class Alignment {
public:
    Alignment(const PackedRow& row, const std::vector<double>& widths)
        : m_row(row)
        , m_candidates(candidatesOf(row, widths.size() - 1))
        , m_widths(widths)
        , m_leaving(m_candidates.size() + 1, 0.0) {
        double spaces = 0;
        for (std::size_t g = 0; g < m_candidates.size(); ++g) {
            m_leaving[g + 1] = m_leaving[g] + m_candidates[g].asLetters;
            spaces += m_candidates[g].gap.width();
        }
        const double ink = row.source.width() - spaces * static_cast<double>(widths.size() - 1) /
                                                    static_cast<double>(m_candidates.size());
        m_scale = ink / std::accumulate(widths.begin(), widths.end(), 0.0);
    }

    QVector<WordSpan> best() {
        const std::size_t words = m_widths.size();
        const std::size_t gaps = m_candidates.size();
        // cost[w][g]: words 0…w end at gap g; the last word ends at the end of the row.
        std::vector<std::vector<double>> cost(words, std::vector<double>(gaps + 1, kNever));
        std::vector<std::vector<std::size_t>> from(words, std::vector<std::size_t>(gaps + 1, 0));
        for (std::size_t w = 0; w < words; ++w) {
            const bool isLast = w + 1 == words;
            for (std::size_t g = isLast ? gaps : w; g < (isLast ? gaps + 1 : gaps); ++g) {
                place(w, g, cost, from);
            }
        }
        QVector<WordSpan> spans(static_cast<qsizetype>(words));
        std::size_t end = gaps;
        for (std::size_t w = words; w-- > 0;) {
            const std::size_t start = from[w][end];
            spans[static_cast<qsizetype>(w)] = {leftAfter(w, start), rightBefore(end)};
            end = start;
        }
        return spans;
    }

private:
    static constexpr double kNever = std::numeric_limits<double>::infinity();

    // Words after the first start behind the gap that the one before ends at.
    int leftAfter(std::size_t word, std::size_t gap) const {
        return word == 0 ? m_row.source.left() : m_candidates[gap].gap.right;
    }

    int rightBefore(std::size_t gap) const {
        return gap == m_candidates.size() ? m_row.source.left() + m_row.source.width()
                                          : m_candidates[gap].gap.left;
    }

    // Best way for word w to end at gap g.
    void place(std::size_t w, std::size_t g, std::vector<std::vector<double>>& cost,
               std::vector<std::vector<std::size_t>>& from) const {
        const double space = g == m_candidates.size() ? 0 : m_candidates[g].asSpace;
        const double expected = m_widths[w] * m_scale;
        const std::size_t firstStart = w == 0 ? 0 : w - 1;
        const std::size_t lastStart = w == 0 ? 0 : g;
        for (std::size_t start = firstStart; start < std::max(lastStart, firstStart + 1); ++start) {
            const double before = w == 0 ? 0 : cost[w - 1][start];
            const double inside = m_leaving[g] - (w == 0 ? 0 : m_leaving[start + 1]);
            const double total =
                before + space + inside + widthCost(leftAfter(w, start), rightBefore(g), expected);
            if (total < cost[w][g]) {
                cost[w][g] = total;
                from[w][g] = start;
            }
        }
    }

    const PackedRow& m_row;
    std::vector<Candidate> m_candidates;
    const std::vector<double>& m_widths;
    std::vector<double> m_leaving; // cost of leaving all gaps before this one inside words
    double m_scale = 1;            // pixels per letter width
};

} // namespace

QVector<WordSpan> alignWords(const PackedRow& row, const QStringList& words) {
    if (words.isEmpty()) {
        return {};
    }
    std::vector<double> widths;
    std::transform(words.begin(), words.end(), std::back_inserter(widths),
                   [](const QString& word) { return widthOf(word); });
    if (words.size() == 1) {
        return {{row.source.left(), row.source.left() + row.source.width()}};
    }
    if (row.gaps.size() < words.size() - 1) {
        return dividedByLetters(row, widths);
    }
    return Alignment(row, widths).best();
}

} // namespace app
