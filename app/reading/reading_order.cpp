// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/reading_order.h"

#include "app/reading/ruled_table.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

namespace app {

namespace {

using Indices = std::vector<int>;

// A column of running text has lines at least this many times as wide as high; the columns of
// tables and receipts have not. Where a gutter runs through half of the page, shorter ones will do.
constexpr double kTextLineAspect = 11;
constexpr double kPageColumnAspect = 6;
// Least width of a gutter, in heights of a line and in gaps between the words of wide-set print,
// which are at most kWordGap heights wide.
constexpr double kGutter = 0.8;
constexpr double kGutterOfWords = 1.5;
constexpr double kWordGap = 2.5;
// Two columns are those of a table where most rows of one stand beside a row of the other, and most
// lines of one leave its width empty, or most rows of both have gaps as wide as the gutter,
// more than the one of a list of names and what they stand for.
constexpr double kBeside = 0.8;
constexpr double kFilled = 0.66;
constexpr double kCellGap = 0.7;
constexpr double kBlockGap = 1.1;   // between lines of one block, in their heights
constexpr double kBlockSizes = 1.5; // ratio of their heights
constexpr int kColumnLines = 3;
constexpr int kRuledRowLines = 3;   // in a row of most tables whose rows are parted by rules
constexpr double kNumberAspect = 4; // of a column of numbers, at most
constexpr double kAligned = 0.25;   // lines beside each other in one row, in their heights

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + qptrdiff(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Indices allOf(const std::vector<QRect>& boxes) {
    Indices items(boxes.size());
    std::iota(items.begin(), items.end(), 0);
    return items;
}

QRect united(const Indices& items, const std::vector<QRect>& boxes) {
    QRect all;
    for (int i : items) {
        all |= boxes[i];
    }
    return all;
}

// What is put in its place as one: a line, or a table with the lines in it.
struct Piece {
    QRect box;
    std::vector<Indices> rows; // lines, in reading order
    bool isTable = false;
};

bool isBeside(const QRect& a, const QRect& b) {
    return std::abs(a.center().y() - b.center().y()) < kAligned * a.height();
}

bool fillTheirWidth(const std::vector<QRect>& boxes) {
    std::vector<double> widths;
    QRect all;
    for (const QRect& box : boxes) {
        widths.push_back(box.width());
        all |= box;
    }
    return median(std::move(widths)) >= kFilled * all.width();
}

// Boxes that share half of their height with the first of them, from left to right.
std::vector<Indices> groupedInRows(Indices items, const std::vector<QRect>& boxes) {
    std::sort(items.begin(), items.end(),
              [&](int a, int b) { return boxes[a].center().y() < boxes[b].center().y(); });
    std::vector<Indices> rows;
    QRect first;
    for (int item : items) {
        const QRect& box = boxes[item];
        const int shared =
            std::min(first.bottom(), box.bottom()) - std::max(first.top(), box.top());
        if (rows.empty() || 2 * shared < std::min(first.height(), box.height())) {
            rows.emplace_back();
            first = box;
        }
        rows.back().push_back(item);
    }
    for (Indices& row : rows) {
        std::sort(row.begin(), row.end(),
                  [&](int a, int b) { return boxes[a].left() < boxes[b].left(); });
    }
    return rows;
}

class Lines {
public:
    explicit Lines(const std::vector<QRect>& boxes)
        : m_boxes(boxes) {}

    const QRect& box(int line) const { return m_boxes[line]; }

    QRect extent(const Indices& lines) const { return united(lines, m_boxes); }

    double medianHeight(const Indices& lines) const;
    std::vector<Piece> pieces(const std::vector<QRect>& rules) const;

private:
    std::vector<Indices> columnsOf(Indices lines) const;
    std::vector<Indices> bandsOf(const RuledTable& table, const Indices& lines) const;
    bool isPartedByRules(const std::vector<Indices>& bands) const;
    bool isList(const Indices& band, const std::vector<Indices>& columns) const;
    std::vector<Indices> rowsOf(const Indices& band) const;
    bool isAligned(int line, const Indices& others) const;

    const std::vector<QRect>& m_boxes;
};

double Lines::medianHeight(const Indices& lines) const {
    std::vector<double> heights;
    for (int i : lines) {
        heights.push_back(box(i).height());
    }
    return median(std::move(heights));
}

// Lines above one another, from left to right; each from top to bottom.
std::vector<Indices> Lines::columnsOf(Indices lines) const {
    std::sort(lines.begin(), lines.end(),
              [this](int a, int b) { return box(a).left() < box(b).left(); });
    std::vector<Indices> columns;
    int right = 0;
    for (int line : lines) {
        if (columns.empty() || box(line).left() > right) {
            columns.emplace_back();
            right = box(line).right();
        }
        columns.back().push_back(line);
        right = std::max(right, box(line).right());
    }
    return columns;
}

// The lines between two rules, for all that have some.
std::vector<Indices> Lines::bandsOf(const RuledTable& table, const Indices& lines) const {
    std::vector<Indices> bands(table.rules.size() + 1);
    for (int line : lines) {
        const auto above =
            std::upper_bound(table.rules.begin(), table.rules.end(), box(line).center().y());
        bands[size_t(above - table.rules.begin())].push_back(line);
    }
    std::erase_if(bands, [](const Indices& band) { return band.empty(); });
    return bands;
}

bool Lines::isAligned(int line, const Indices& others) const {
    return std::any_of(others.begin(), others.end(),
                       [&](int other) { return other != line && isBeside(box(line), box(other)); });
}

// Whether each band is one row of a table. Rules also part groups of rows, and columns of text:
// there, bands are high, and lines stand beside lines. And they part sums from what was added up:
// there, most bands have one column only.
bool Lines::isPartedByRules(const std::vector<Indices>& bands) const {
    const auto single = std::count_if(bands.begin(), bands.end(), [this](const Indices& band) {
        return columnsOf(band).size() == 1;
    });
    if (2 * single > std::ssize(bands)) {
        return false;
    }
    std::vector<double> heights;
    int lines = 0;
    int aligned = 0;
    for (const Indices& band : bands) {
        heights.push_back(double(groupedInRows(band, m_boxes).size()));
        if (heights.back() > 1) {
            lines += int(band.size());
            aligned += int(std::count_if(band.begin(), band.end(),
                                         [&](int line) { return isAligned(line, band); }));
        }
    }
    const bool isLow = bands.size() > 2 && median(std::move(heights)) <= kRuledRowLines;
    return isLow || 2 * aligned <= lines;
}

// Whether several rows stand between two rules, as names and their sums do: each begins in the
// first column, and another column has a number in some.
bool Lines::isList(const Indices& band, const std::vector<Indices>& columns) const {
    const int firstEnd = extent(columns.front()).right();
    const std::vector<Indices> rows = groupedInRows(band, m_boxes);
    return std::all_of(rows.begin(), rows.end(),
                       [&](const Indices& row) { return box(row.front()).left() <= firstEnd; }) &&
           std::any_of(columns.begin() + 1, columns.end(), [this](const Indices& column) {
               return column.size() > 1 &&
                      std::all_of(column.begin(), column.end(), [this](int line) {
                          return box(line).width() < kNumberAspect * box(line).height();
                      });
           });
}

// What stands between two rules, in reading order.
std::vector<Indices> Lines::rowsOf(const Indices& band) const {
    const std::vector<Indices> columns = columnsOf(band);
    if (isList(band, columns)) {
        return groupedInRows(band, m_boxes);
    }
    std::vector<Indices> rows;
    for (const Indices& cell : columns) {
        const std::vector<Indices> inCell = groupedInRows(cell, m_boxes);
        rows.insert(rows.end(), inCell.begin(), inCell.end());
    }
    return rows;
}

std::vector<Piece> Lines::pieces(const std::vector<QRect>& rules) const {
    std::vector<Piece> pieces;
    Indices free = allOf(m_boxes);
    for (const RuledTable& table : findRuledTables(rules, medianHeight(free))) {
        const auto inside = std::stable_partition(free.begin(), free.end(), [&](int line) {
            return !table.area.contains(box(line).center());
        });
        const Indices lines(inside, free.end());
        const std::vector<Indices> bands = bandsOf(table, lines);
        if (!isPartedByRules(bands)) {
            continue;
        }
        free.erase(inside, free.end());
        Piece piece{table.area | extent(lines), {}, true};
        for (const Indices& band : bands) {
            const std::vector<Indices> rows = rowsOf(band);
            piece.rows.insert(piece.rows.end(), rows.begin(), rows.end());
        }
        pieces.push_back(std::move(piece));
    }
    for (int line : free) {
        pieces.push_back({box(line), {{line}}});
    }
    return pieces;
}

class Order {
public:
    Order(const Lines& lines, std::vector<Piece> pieces)
        : m_lines(lines)
        , m_pieces(std::move(pieces)) {
        for (const Piece& piece : m_pieces) {
            m_boxes.push_back(piece.box);
        }
    }

    std::vector<OrderedLine> all() {
        Indices pieces = allOf(m_boxes);
        m_pageHeight = extent(pieces).height();
        readRegion(std::move(pieces));
        return std::move(m_result);
    }

private:
    // A stretch of the page from one piece that crosses the gutter to the next.
    struct Stretch {
        Indices crossing; // pieces on the gutter; then left and right are empty
        Indices left;
        Indices right;
    };

    struct Row {
        Indices lines;            // from left to right
        std::optional<int> table; // the piece that it is a row of
    };

    // What a stretch has on either side of its gutter.
    struct Columns {
        std::vector<Row> left;
        std::vector<Row> right;
    };

    const QRect& box(int piece) const { return m_boxes[piece]; }

    QRect extent(const Indices& pieces) const { return united(pieces, m_boxes); }

    Indices linesOf(const Indices& pieces) const;
    std::vector<Row> rowsOf(const Indices& pieces) const;
    QRect extent(const Row& row) const;
    bool isTextColumn(const std::vector<Row>& rows, double leastAspect) const;
    bool isFilled(const std::vector<Row>& rows, bool gutterIsRight) const;
    bool isOfCells(const std::vector<Row>& rows, int cells, int gutter) const;
    bool isTable(const Columns& columns, int gutter) const;
    double wordGap(const Columns& columns) const;
    int gutter(const Stretch& stretch, int top, int bottom) const;
    std::vector<Stretch> stretchesAt(int x, const Indices& byTop) const;
    int columnsHeight(const Stretch& stretch) const;
    std::optional<int> bestGutter(const Indices& byTop) const;
    void readRegion(Indices pieces);
    void emitBlocks(const std::vector<Row>& rows);
    bool continuesBlock(const Row& above, const Row& below) const;

    const Lines& m_lines;
    const std::vector<Piece> m_pieces;
    std::vector<QRect> m_boxes; // of the pieces
    std::vector<OrderedLine> m_result;
    int m_pageHeight = 0; // of its text
    int m_blocks = 0;
};

Indices Order::linesOf(const Indices& pieces) const {
    Indices lines;
    for (int piece : pieces) {
        for (const Indices& row : m_pieces[piece].rows) {
            lines.insert(lines.end(), row.begin(), row.end());
        }
    }
    return lines;
}

// In reading order: what stands beside a table is not in a row with all of it.
std::vector<Order::Row> Order::rowsOf(const Indices& pieces) const {
    std::vector<Row> rows;
    for (const Indices& row : groupedInRows(pieces, m_boxes)) {
        const bool hasTable = std::any_of(row.begin(), row.end(),
                                          [this](int piece) { return m_pieces[piece].isTable; });
        if (!hasTable) {
            rows.push_back({linesOf(row), {}});
            continue;
        }
        for (int piece : row) {
            for (const Indices& lines : m_pieces[piece].rows) {
                rows.push_back(
                    {lines, m_pieces[piece].isTable ? std::optional(piece) : std::nullopt});
            }
        }
    }
    return rows;
}

// A row of a table is as wide as the table.
QRect Order::extent(const Row& row) const {
    return row.table ? box(*row.table) : m_lines.extent(row.lines);
}

bool Order::isTextColumn(const std::vector<Row>& rows, double leastAspect) const {
    std::vector<double> aspects;
    for (const Row& row : rows) {
        aspects.push_back(extent(row).width() / m_lines.medianHeight(row.lines));
    }
    return int(aspects.size()) >= kColumnLines && median(std::move(aspects)) >= leastAspect;
}

// Whether the rows of a column, or else what of them is next to the gutter, fill their width.
bool Order::isFilled(const std::vector<Row>& rows, bool gutterIsRight) const {
    std::vector<QRect> whole;
    std::vector<QRect> next;
    for (const Row& row : rows) {
        whole.push_back(extent(row));
        next.push_back(row.table       ? whole.back()
                       : gutterIsRight ? m_lines.box(row.lines.back())
                                       : m_lines.box(row.lines.front()));
    }
    return fillTheirWidth(whole) || fillTheirWidth(next);
}

// Whether most rows have at least so many cells, parted by gaps that are as wide as the gutter.
bool Order::isOfCells(const std::vector<Row>& rows, int cells, int gutter) const {
    const auto ofCells = std::count_if(rows.begin(), rows.end(), [&](const Row& row) {
        int found = 1;
        for (size_t i = 1; i < row.lines.size(); ++i) {
            const int gap =
                m_lines.box(row.lines[i]).left() - m_lines.box(row.lines[i - 1]).right();
            found += gap >= kCellGap * gutter ? 1 : 0;
        }
        return found >= cells;
    });
    return 2 * ofCells > std::ssize(rows);
}

bool Order::isTable(const Columns& columns, int gutter) const {
    const auto& [left, right] = columns;
    const bool areCells = (isOfCells(left, 2, gutter) && isOfCells(right, 3, gutter)) ||
                          (isOfCells(left, 3, gutter) && isOfCells(right, 2, gutter));
    if (!areCells && isFilled(left, true) && isFilled(right, false)) {
        return false;
    }
    const std::vector<Row>& fewer = left.size() > right.size() ? right : left;
    const std::vector<Row>& more = left.size() > right.size() ? left : right;
    const auto beside = std::count_if(fewer.begin(), fewer.end(), [&](const Row& row) {
        const QRect box = m_lines.extent(row.lines);
        return std::any_of(more.begin(), more.end(), [&](const Row& other) {
            return isBeside(box, m_lines.extent(other.lines));
        });
    });
    return double(beside) >= kBeside * double(fewer.size());
}

// Between the pieces of one line in print that is so wide that its words were taken for lines; 0 in
// other print.
double Order::wordGap(const Columns& columns) const {
    std::vector<double> gaps;
    for (const std::vector<Row>* column : {&columns.left, &columns.right}) {
        for (const Row& row : *column) {
            for (size_t i = 1; i < row.lines.size(); ++i) {
                const QRect& before = m_lines.box(row.lines[i - 1]);
                const double gap = m_lines.box(row.lines[i]).left() - before.right();
                if (gap < kWordGap * before.height()) {
                    gaps.push_back(gap);
                }
            }
        }
    }
    return gaps.size() < columns.left.size() + columns.right.size() ? 0 : median(std::move(gaps));
}

// The width between what stands between top and bottom on either side.
int Order::gutter(const Stretch& stretch, int top, int bottom) const {
    const auto between = [&](const Indices& pieces) {
        Indices inside;
        std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(inside), [&](int piece) {
            return box(piece).bottom() > top && box(piece).top() < bottom;
        });
        return extent(inside);
    };
    return between(stretch.right).left() - between(stretch.left).right();
}

std::vector<Order::Stretch> Order::stretchesAt(int x, const Indices& byTop) const {
    std::vector<Stretch> stretches;
    for (int piece : byTop) {
        const bool crosses = box(piece).left() < x && box(piece).right() > x;
        if (stretches.empty() || crosses == stretches.back().crossing.empty()) {
            stretches.emplace_back();
        }
        Stretch& current = stretches.back();
        Indices& side = crosses                   ? current.crossing
                        : box(piece).right() <= x ? current.left
                                                  : current.right;
        side.push_back(piece);
    }
    return stretches;
}

// How many pixels of page the stretch shows two columns side by side; 0 when it does not.
int Order::columnsHeight(const Stretch& stretch) const {
    const QRect left = extent(stretch.left);
    const QRect right = extent(stretch.right);
    const int top = std::max(left.top(), right.top());
    const int bottom = std::min(left.bottom(), right.bottom());
    const int height = bottom - top;
    if (height <= 0) {
        return 0;
    }
    const double aspect = 2 * height > m_pageHeight ? kPageColumnAspect : kTextLineAspect;
    const Columns columns{rowsOf(stretch.left), rowsOf(stretch.right)};
    if (!isTextColumn(columns.left, aspect) || !isTextColumn(columns.right, aspect)) {
        return 0;
    }
    const double leastGutter = std::max(kGutter * m_lines.medianHeight(linesOf(stretch.left)),
                                        kGutterOfWords * wordGap(columns));
    const int width = gutter(stretch, top, bottom);
    const bool areColumns = width > leastGutter && !isTable(columns, width);
    return areColumns ? height : 0;
}

std::optional<int> Order::bestGutter(const Indices& byTop) const {
    std::optional<int> best;
    double bestHeight = 4 * m_lines.medianHeight(linesOf(byTop));
    for (int candidate : byTop) {
        const int x = box(candidate).left() - 1;
        double height = 0;
        for (const Stretch& stretch : stretchesAt(x, byTop)) {
            height += columnsHeight(stretch);
        }
        if (height > bestHeight) {
            best = x;
            bestHeight = height;
        }
    }
    return best;
}

void Order::readRegion(Indices pieces) {
    std::sort(pieces.begin(), pieces.end(),
              [this](int a, int b) { return box(a).center().y() < box(b).center().y(); });
    const std::optional<int> gutter = bestGutter(pieces);
    if (!gutter) {
        emitBlocks(rowsOf(pieces));
        return;
    }
    Indices single; // stretches without columns that follow each other are read as one
    for (const Stretch& stretch : stretchesAt(*gutter, pieces)) {
        if (columnsHeight(stretch) == 0) {
            for (const Indices* side : {&stretch.crossing, &stretch.left, &stretch.right}) {
                single.insert(single.end(), side->begin(), side->end());
            }
            continue;
        }
        readRegion(std::exchange(single, {}));
        readRegion(stretch.left);
        readRegion(stretch.right);
    }
    if (single.size() < pieces.size()) {
        readRegion(std::move(single));
    }
}

bool Order::continuesBlock(const Row& above, const Row& below) const {
    if (above.table || below.table) {
        return above.table == below.table;
    }
    const double upper = m_lines.medianHeight(above.lines);
    const double lower = m_lines.medianHeight(below.lines);
    const int gap = m_lines.extent(below.lines).top() - m_lines.extent(above.lines).bottom();
    return std::max(upper, lower) < kBlockSizes * std::min(upper, lower) &&
           gap < kBlockGap * std::max(upper, lower);
}

void Order::emitBlocks(const std::vector<Row>& rows) {
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && !continuesBlock(rows[i - 1], rows[i])) {
            ++m_blocks;
        }
        for (int line : rows[i].lines) {
            m_result.push_back({line, m_blocks});
        }
    }
    m_blocks += rows.empty() ? 0 : 1;
}

} // namespace

std::vector<OrderedLine> readingOrder(const std::vector<QRect>& boxes,
                                      const std::vector<QRect>& rules) {
    const Lines lines(boxes);
    return Order(lines, lines.pieces(rules)).all();
}

} // namespace app
