// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/reading_order.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace app {

namespace {

using Indices = std::vector<int>;

// A column of running text has lines at least this many times as wide as high; the columns of
// tables and receipts have not. Where a gutter runs through half of the page, shorter ones will do.
constexpr double kTextLineAspect = 11;
constexpr double kPageColumnAspect = 6;
constexpr double kBlockGap = 1.1;   // between lines of one block, in their heights
constexpr double kBlockSizes = 1.5; // ratio of their heights
constexpr int kColumnLines = 3;

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + qptrdiff(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

class Order {
public:
    explicit Order(const std::vector<QRect>& boxes)
        : m_boxes(boxes) {}

    std::vector<OrderedLine> all() {
        Indices lines(m_boxes.size());
        std::iota(lines.begin(), lines.end(), 0);
        m_pageHeight = extent(lines).height();
        readRegion(std::move(lines));
        return std::move(m_result);
    }

private:
    // A stretch of the page from one line that crosses the gutter to the next.
    struct Stretch {
        Indices crossing; // lines on the gutter; then left and right are empty
        Indices left;
        Indices right;
    };

    const QRect& box(int line) const { return m_boxes[line]; }

    double medianHeight(const Indices& lines) const;
    std::vector<Indices> rowsOf(const Indices& byTop) const;
    bool isTextColumn(const Indices& lines, double leastAspect) const;
    std::vector<Stretch> stretchesAt(int x, const Indices& byTop) const;
    QRect extent(const Indices& lines) const;
    int columnsHeight(const Stretch& stretch) const;
    std::optional<int> bestGutter(const Indices& byTop) const;
    void readRegion(Indices lines);
    void emitBlocks(const std::vector<Indices>& rows);
    bool continuesBlock(const Indices& above, const Indices& below) const;

    const std::vector<QRect>& m_boxes;
    std::vector<OrderedLine> m_result;
    int m_pageHeight = 0; // of its text
    int m_blocks = 0;
};

double Order::medianHeight(const Indices& lines) const {
    std::vector<double> heights;
    for (int i : lines) {
        heights.push_back(box(i).height());
    }
    return median(std::move(heights));
}

// Lines beside each other, from left to right.
std::vector<Indices> Order::rowsOf(const Indices& byTop) const {
    std::vector<Indices> rows;
    QRect row;
    for (int line : byTop) {
        const int shared =
            std::min(row.bottom(), box(line).bottom()) - std::max(row.top(), box(line).top());
        if (rows.empty() || 2 * shared < std::min(row.height(), box(line).height())) {
            rows.emplace_back();
            row = box(line);
        }
        rows.back().push_back(line);
    }
    for (Indices& line : rows) {
        std::sort(line.begin(), line.end(),
                  [this](int a, int b) { return box(a).left() < box(b).left(); });
    }
    return rows;
}

bool Order::isTextColumn(const Indices& lines, double leastAspect) const {
    const std::vector<Indices> rows = rowsOf(lines);
    std::vector<double> aspects;
    for (const Indices& row : rows) {
        aspects.push_back(extent(row).width() / medianHeight(row));
    }
    return int(rows.size()) >= kColumnLines && median(std::move(aspects)) >= leastAspect;
}

std::vector<Order::Stretch> Order::stretchesAt(int x, const Indices& byTop) const {
    std::vector<Stretch> stretches;
    for (int line : byTop) {
        const bool crosses = box(line).left() < x && box(line).right() > x;
        if (stretches.empty() || crosses == stretches.back().crossing.empty()) {
            stretches.emplace_back();
        }
        Stretch& current = stretches.back();
        Indices& side = crosses                  ? current.crossing
                        : box(line).right() <= x ? current.left
                                                 : current.right;
        side.push_back(line);
    }
    return stretches;
}

QRect Order::extent(const Indices& lines) const {
    QRect all;
    for (int i : lines) {
        all |= box(i);
    }
    return all;
}

// How many pixels of page the stretch shows two columns side by side; 0 when it does not.
int Order::columnsHeight(const Stretch& stretch) const {
    const QRect left = extent(stretch.left);
    const QRect right = extent(stretch.right);
    const int height = std::min(left.bottom(), right.bottom()) - std::max(left.top(), right.top());
    const double aspect = 2 * height > m_pageHeight ? kPageColumnAspect : kTextLineAspect;
    const bool areColumns =
        isTextColumn(stretch.left, aspect) && isTextColumn(stretch.right, aspect);
    return areColumns ? std::max(0, height) : 0;
}

std::optional<int> Order::bestGutter(const Indices& byTop) const {
    std::optional<int> best;
    double bestHeight = 4 * medianHeight(byTop);
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

void Order::readRegion(Indices lines) {
    std::sort(lines.begin(), lines.end(),
              [this](int a, int b) { return box(a).center().y() < box(b).center().y(); });
    const std::optional<int> gutter = bestGutter(lines);
    if (!gutter) {
        emitBlocks(rowsOf(lines));
        return;
    }
    Indices single; // stretches without columns that follow each other are read as one
    for (const Stretch& stretch : stretchesAt(*gutter, lines)) {
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
    if (single.size() < lines.size()) {
        readRegion(std::move(single));
    }
}

bool Order::continuesBlock(const Indices& above, const Indices& below) const {
    const double upper = medianHeight(above);
    const double lower = medianHeight(below);
    const int gap = extent(below).top() - extent(above).bottom();
    return std::max(upper, lower) < kBlockSizes * std::min(upper, lower) &&
           gap < kBlockGap * std::max(upper, lower);
}

void Order::emitBlocks(const std::vector<Indices>& rows) {
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && !continuesBlock(rows[i - 1], rows[i])) {
            ++m_blocks;
        }
        for (int line : rows[i]) {
            m_result.push_back({line, m_blocks});
        }
    }
    m_blocks += rows.empty() ? 0 : 1;
}

} // namespace

std::vector<OrderedLine> readingOrder(const std::vector<QRect>& boxes) {
    return Order(boxes).all();
}

} // namespace app
