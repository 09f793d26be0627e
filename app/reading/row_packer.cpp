// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/row_packer.h"

#include "app/reading/ink_level.h"
#include "app/reading/strip_scaler.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace app {

namespace {

constexpr double kPaper = 255;
constexpr double kPale = 110;                       // paler ink is darkened to this
constexpr double kPalest = 220;                     // what is paler still may be grain of the paper
constexpr double kDarkestThreshold = 0.75 * kPaper; // ink is darker than this, always
constexpr double kInkShare = 0.6;                   // of the way from the darkest ink to the paper
constexpr double kSpeckShare = 0.004; // a row of pixels with less ink than this is not text
constexpr int kLeastHeight = 4;       // pixels; smaller ink cannot be read
constexpr double kLeastGap = 2.0;     // scaled pixels; narrower ones lie inside words

// Pale print becomes as dark as the rule for ink needs.
void darken(QImage& grey, const QRect& box) {
    const int level = inkLevel(grey, box);
    if (level <= kPale || level > kPalest) {
        return;
    }
    const double factor = (kPaper - kPale) / (kPaper - level);
    for (int y = box.top(); y <= box.bottom(); ++y) {
        uchar* row = grey.scanLine(y) + box.left();
        std::transform(row, row + box.width(), row, [&](uchar value) {
            return static_cast<uchar>(std::max(0.0, kPaper - factor * (kPaper - value)));
        });
    }
}

// A line with its tight ink box and the factor that brings it to row height.
struct ScaledLine {
    QRect ink;
    double scale = 1;
    QVector<InkGap> gaps;
};

// Which pixels of a box are ink, row by row.
std::vector<std::vector<bool>> inkOf(const QImage& grey, const QRect& box) {
    int darkest = 255;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        const uchar* row = grey.constScanLine(y) + box.left();
        darkest = std::min<int>(darkest, *std::min_element(row, row + box.width()));
    }
    const double threshold = std::min(kDarkestThreshold, darkest + (kPaper - darkest) * kInkShare);
    std::vector<std::vector<bool>> ink(static_cast<std::size_t>(box.height()));
    for (int y = 0; y < box.height(); ++y) {
        const uchar* row = grey.constScanLine(box.top() + y) + box.left();
        auto& flags = ink[static_cast<std::size_t>(y)];
        std::transform(row, row + box.width(), std::back_inserter(flags),
                       [&](uchar value) { return value < threshold; });
    }
    return ink;
}

// First and one past the last true.
std::optional<std::pair<int, int>> extentOf(const std::vector<bool>& flags) {
    const auto first = std::find(flags.begin(), flags.end(), true);
    if (first == flags.end()) {
        return std::nullopt;
    }
    const auto last = std::find(flags.rbegin(), flags.rend(), true);
    return std::pair(static_cast<int>(first - flags.begin()),
                     static_cast<int>(flags.rend() - last));
}

QVector<InkGap> gapsOf(const std::vector<bool>& columns, int left, double leastWidth) {
    QVector<InkGap> gaps;
    for (std::size_t i = 0; i < columns.size();) {
        if (columns[i]) {
            ++i;
            continue;
        }
        const auto end =
            std::find(columns.begin() + static_cast<std::ptrdiff_t>(i), columns.end(), true);
        const auto stop = static_cast<std::size_t>(end - columns.begin());
        if (static_cast<double>(stop - i) >= leastWidth) {
            gaps.append({left + static_cast<int>(i), left + static_cast<int>(stop)});
        }
        i = stop;
    }
    return gaps;
}

std::optional<ScaledLine> measure(const QImage& grey, const TextLine& line,
                                  const PackedRowsRules& rules) {
    const QRect box = line.box.intersected(grey.rect());
    if (box.height() < kLeastHeight || box.width() < 2) {
        return std::nullopt;
    }
    const auto ink = inkOf(grey, box);
    const double leastInk = std::max(1.0, kSpeckShare * box.width());
    std::vector<bool> inkRows;
    for (const auto& row : ink) {
        inkRows.push_back(static_cast<double>(std::count(row.begin(), row.end(), true)) >=
                          leastInk);
    }
    const auto rows = extentOf(inkRows);
    if (!rows) {
        return std::nullopt;
    }
    std::vector<bool> inkColumns(static_cast<std::size_t>(box.width()), false);
    for (int y = rows->first; y < rows->second; ++y) {
        const auto& row = ink[static_cast<std::size_t>(y)];
        std::transform(row.begin(), row.end(), inkColumns.begin(), inkColumns.begin(),
                       std::logical_or<>());
    }
    const auto columns = extentOf(inkColumns);
    if (!columns) {
        return std::nullopt;
    }
    const int height = rows->second - rows->first;
    const int usual = line.blockInkHeight > 0 ? line.blockInkHeight : height;
    ScaledLine scaled;
    scaled.scale =
        std::min(rules.inkHeight / height, rules.maxScaleRatio * rules.inkHeight / usual);
    scaled.ink = QRect(box.left() + columns->first, box.top() + rows->first,
                       columns->second - columns->first, height);
    inkColumns.assign(inkColumns.begin() + columns->first, inkColumns.begin() + columns->second);
    scaled.gaps = gapsOf(inkColumns, scaled.ink.left(), kLeastGap / scaled.scale);
    return scaled;
}

// Cuts at the last word gap before the width that a row holds, else at that width.
void cutIntoRows(const ScaledLine& line, int index, const PackedRowsRules& rules,
                 QVector<PackedRow>& rows) {
    const double widest = rules.maxWidth / line.scale;
    const int end = line.ink.left() + line.ink.width();
    int start = line.ink.left();
    bool continuesWord = false;
    while (start < end) {
        int stop = end;
        int next = end;
        bool cutsWord = false;
        if (end - start > widest) {
            stop = next = start + std::max(1, static_cast<int>(widest));
            cutsWord = true;
            for (const InkGap& gap : line.gaps) {
                const bool fits = gap.left > start && gap.left <= start + widest;
                if (fits && gap.width() * line.scale >= rules.minGap) {
                    stop = gap.left;
                    next = gap.right;
                    cutsWord = false;
                }
            }
        }
        PackedRow row;
        row.line = index;
        row.source = QRect(start, line.ink.top(), stop - start, line.ink.height());
        row.target = QRectF(0, 0, row.source.width() * line.scale, line.ink.height() * line.scale);
        row.continuesWord = continuesWord;
        std::copy_if(line.gaps.begin(), line.gaps.end(), std::back_inserter(row.gaps),
                     [&](const InkGap& gap) { return gap.left >= start && gap.right <= stop; });
        rows.append(row);
        start = next;
        continuesWord = cutsWord;
    }
}

// Places a row in the slot of its number and draws it there.
void place(PackedRow& row, int slot, const QImage& grey, const PackedRowsRules& rules,
           QImage& column) {
    const int width = std::clamp(static_cast<int>(std::lround(row.target.width())), 1,
                                 rules.tileEdge - rules.left);
    const int height =
        std::clamp(static_cast<int>(std::lround(row.target.height())), 1, rules.rowHeight);
    const int top = bandOf(slot, rules).top() +
                    static_cast<int>(std::lround((rules.rowHeight - row.target.height()) / 2));
    row.target = QRectF(rules.left, std::max(0, top), width, height);
    const QImage strip = scaleStrip(grey, row.source, {width, height});
    for (int y = 0; y < height; ++y) {
        const uchar* from = strip.constScanLine(y);
        uchar* to = column.scanLine(static_cast<int>(row.target.top()) + y) + 3 * rules.left;
        for (int x = 0; x < width; ++x) {
            std::fill_n(to + 3 * x, 3, from[x]);
        }
    }
}

} // namespace

QRect bandOf(qsizetype number, const PackedRowsRules& rules) {
    const int tile = static_cast<int>(number) / rules.rowsPerTile;
    const int row = static_cast<int>(number) % rules.rowsPerTile;
    return {0, rules.tileEdge * tile + rules.rowHeight * row, rules.tileEdge, rules.rowHeight};
}

QVector<PackedColumn> packRows(const TextLines& page, const PackedRowsRules& rules) {
    QVector<PackedRow> rows;
    QImage grey = page.grey;
    for (int i = 0; i < page.lines.size(); ++i) {
        darken(grey, page.lines[i].box & grey.rect());
        if (const auto line = measure(grey, page.lines[i], rules)) {
            cutIntoRows(*line, i, rules, rows);
        }
    }
    const auto roundedUp = [](qsizetype a, qsizetype b) {
        return (a + b - 1) / b;
    };
    const qsizetype tiles = roundedUp(rows.size(), rules.rowsPerTile);
    const qsizetype columnCount = roundedUp(tiles, rules.maxTiles);
    QVector<PackedColumn> columns;
    qsizetype next = 0;
    for (qsizetype c = 0; c < columnCount; ++c) {
        const qsizetype height = tiles * (c + 1) / columnCount - tiles * c / columnCount;
        PackedColumn column;
        column.picture = QImage(rules.tileEdge, rules.tileEdge * static_cast<int>(height),
                                QImage::Format_RGB888);
        column.picture.fill(Qt::white);
        column.rows = rows.mid(next, height * rules.rowsPerTile);
        for (int slot = 0; slot < column.rows.size(); ++slot) {
            place(column.rows[slot], slot, grey, rules, column.picture);
        }
        next += column.rows.size();
        columns.append(column);
    }
    return columns;
}

} // namespace app
