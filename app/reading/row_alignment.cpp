// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/row_alignment.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace app {

namespace {

// What a row costs that is left out before the last line, in shares of a line's width: more often
// than in the middle, an answer just ends early.
constexpr double kLeftOut = 0.1;

struct Alignment {
    QVector<int> rows; // of the lines
    double cost = 0;
};

// The cheapest ascending choice of rows when a character is so wide.
Alignment alignedAt(double charWidth, const QVector<double>& widths, const QVector<int>& lengths) {
    const auto rows = static_cast<std::size_t>(widths.size());
    const auto lines = static_cast<std::size_t>(lengths.size());
    // Of the first lines when they stand in the first rows, and whether the last of both go
    // together.
    std::vector costs(lines + 1, std::vector<double>(rows + 1, 0));
    std::vector pairs(lines + 1, std::vector<bool>(rows + 1, false));
    for (std::size_t row = 1; row < rows; ++row) {
        costs[0][row] = kLeftOut * double(row);
    }
    for (std::size_t line = 1; line <= lines; ++line) {
        const double leftOut = line < lines ? kLeftOut : 0;
        costs[line][line - 1] = std::numeric_limits<double>::infinity(); // too few rows
        const double wanted = charWidth * lengths[qsizetype(line) - 1];
        for (std::size_t row = line; row <= rows; ++row) {
            const double width = widths[qsizetype(row) - 1];
            const double paired =
                costs[line - 1][row - 1] + std::abs(width - wanted) / (width + wanted + charWidth);
            const double skipped = costs[line][row - 1] + leftOut;
            pairs[line][row] = paired <= skipped;
            costs[line][row] = std::min(paired, skipped);
        }
    }
    Alignment best{QVector<int>(lengths.size()), costs[lines][rows]};
    std::size_t row = rows;
    for (std::size_t line = lines; line > 0; --line, --row) {
        while (!pairs[line][row]) {
            --row;
        }
        best.rows[qsizetype(line) - 1] = static_cast<int>(row) - 1;
    }
    return best;
}

double sumOf(const QVector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

// Once more with the width of a character that the rows found have.
Alignment refined(const Alignment& found, const QVector<double>& widths,
                  const QVector<int>& lengths, int characters) {
    double width = 0;
    for (const int row : found.rows) {
        width += widths[row];
    }
    return alignedAt(width / characters, widths, lengths);
}

} // namespace

QVector<int> rowsOfLines(const QVector<double>& widths, const QVector<int>& lengths) {
    if (lengths.size() >= widths.size()) {
        QVector<int> rows(lengths.size(), -1);
        std::iota(rows.begin(), rows.begin() + widths.size(), 0);
        return rows;
    }
    const int characters = std::max(1, std::accumulate(lengths.begin(), lengths.end(), 0));
    const double share = double(lengths.size()) / double(widths.size()); // of the rows, with text
    const double charWidth = share * sumOf(widths) / characters;
    Alignment best{{}, std::numeric_limits<double>::infinity()};
    for (const double guess : {0.8, 1.0, 1.25}) { // rows left out may be wider or narrower
        const Alignment first = alignedAt(guess * charWidth, widths, lengths);
        const Alignment second = refined(first, widths, lengths, characters);
        if (second.cost < best.cost) {
            best = second;
        }
    }
    return best.rows;
}

} // namespace app
