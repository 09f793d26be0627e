// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/ink_grouping.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace app {

namespace {

// All in heights of the letters concerned.
constexpr double kLetterGap = 0.8;     // between neighbouring patches, in their own heights
constexpr double kLeastPartGap = 0.75; // between parts of a line, in ink heights of the line
constexpr double kMostPartGap = 1.0;
constexpr double kPartGapInSpaces = 1.6; // of the page's usual space between words
constexpr double kWideGap = 1.2;         // times the part gap, where no column runs through it
constexpr double kMarkGap = 1.8;         // from a lone mark to its line
constexpr double kMarkHeight = 0.72;     // of a line: higher ones are letters or figures
constexpr double kGrowth = 1.35;         // of a line's box when a part is added
constexpr double kStackGap = 0.35;       // from a line to its accents and dots
constexpr int kTallest = 4;              // letters taller than this many typical ones do not count

int gapX(const QRect& a, const QRect& b) {
    return std::max(a.left(), b.left()) - std::min(a.right(), b.right()) - 1;
}

int gapY(const QRect& a, const QRect& b) {
    return std::max(a.top(), b.top()) - std::min(a.bottom(), b.bottom()) - 1;
}

int distance(const QRect& a, const QRect& b) {
    return std::max(0, gapX(a, b)) + std::max(0, gapY(a, b));
}

// Patches of one line so far. The core band is where most letters stand: ascenders, descenders and
// a stray dot do not move it.
struct Part {
    std::vector<int> members;
    QRect box;
    int coreTop = 0;
    int coreBottom = 0;

    int coreHeight() const { return coreBottom - coreTop + 1; }

    int inkHeight() const { return std::min(box.height(), 2 * coreHeight()); }
};

class Grouping {
public:
    explicit Grouping(const std::vector<InkPatch>& patches)
        : m_patches(patches)
        , m_typical(std::max(1, typicalHeight(patches)))
        , m_isAside(patches.size(), false) {}

    std::vector<QRect> lines() {
        sortIntoBands();
        setAsideDashRows();
        const std::vector<int> bridges = findBridges();
        measureSpaces();
        linkNeighbours();
        dropDashes();
        joinParts();
        joinWideGaps();
        mendBrokenLetters();
        dropDashes();
        joinMarks();
        attachSmallParts();
        for (int bridge : bridges) {
            cutBridge(m_patches[bridge].box);
        }
        absorbCovered();
        dropMarks();
        return boxes();
    }

private:
    const QRect& box(int patch) const { return m_patches[patch].box; }

    int band(int y) const { return y / (2 * m_typical); }

    void sortIntoBands();
    template <typename Visit>
    void visitAround(const QRect& area, Visit visit) const;
    bool isFlat(const QRect& box) const;
    void setAsideDashRows();
    bool isBridge(int patch) const;
    std::vector<int> findBridges();
    std::optional<int> rightNeighbour(int patch, double reach) const;
    void measureSpaces();
    void linkNeighbours();
    Part makePart(std::vector<int> members) const;
    bool belongTogether(const Part& a, const Part& b, double reach) const;
    bool joinOnce();
    void joinTo(Part& line, Part& other) const;
    bool isCorridor(const Part& left, const Part& right, int direction) const;
    void joinWideGaps();
    void joinParts();
    bool isPieceOf(const Part& piece, const Part& line) const;
    void mendBrokenLetters();
    void dropDashes();
    void joinMarks();
    bool isAccentOf(const Part& small, const Part& line) const;
    void attachSmallParts();
    void cutBridge(const QRect& bridge);
    void absorbCovered();
    void dropMarks();
    std::vector<QRect> boxes() const;

    const std::vector<InkPatch>& m_patches;
    int m_typical;
    std::map<int, std::vector<int>> m_bands; // patches that touch a band, from left to right
    std::vector<bool> m_isAside;             // bridges and pieces of rules: not linked
    double m_partGap = kLeastPartGap;
    std::vector<Part> m_parts;
};

void Grouping::sortIntoBands() {
    std::vector<int> order(m_patches.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [this](int a, int b) { return box(a).left() < box(b).left(); });
    for (int patch : order) {
        for (int i = band(box(patch).top()); i <= band(box(patch).bottom()); ++i) {
            m_bands[i].push_back(patch);
        }
    }
}

// Calls visit(patch) for patches whose left edge lies in the area and that touch its rows; some are
// visited more than once.
template <typename Visit>
void Grouping::visitAround(const QRect& area, Visit visit) const {
    const auto isLeftOf = [this](int patch, int x) {
        return box(patch).left() < x;
    };
    for (auto it = m_bands.lower_bound(band(area.top()));
         it != m_bands.end() && it->first <= band(area.bottom()); ++it) {
        const std::vector<int>& row = it->second;
        for (auto patch = std::lower_bound(row.begin(), row.end(), area.left(), isLeftOf);
             patch != row.end() && box(*patch).left() <= area.right(); ++patch) {
            if (box(*patch).top() <= area.bottom() && box(*patch).bottom() >= area.top()) {
                visit(*patch);
            }
        }
    }
}

// A piece of a rule, a hyphen, an underscore.
bool Grouping::isFlat(const QRect& box) const {
    return box.height() <= std::max(3, m_typical / 4) && box.width() >= 1.5 * box.height();
}

// Dashed rules, and plain ones that are printed badly: flat pieces in a row that is mostly filled.
void Grouping::setAsideDashRows() {
    for (int i = 0; i < int(m_patches.size()); ++i) {
        if (!isFlat(box(i)) || m_isAside[i]) {
            continue;
        }
        std::vector<int> row{i};
        int filled = box(i).width();
        for (bool grows = true; grows;) {
            const QRect last = box(row.back());
            grows = false;
            visitAround(last.adjusted(last.width(), -1, 3 * m_typical / 2, 1), [&](int next) {
                if (!grows && isFlat(box(next)) && box(next).right() > last.right()) {
                    row.push_back(next);
                    filled += box(next).width();
                    grows = true;
                }
            });
        }
        const int extent = box(row.back()).right() - box(i).left();
        if (extent > 5 * m_typical && 5 * filled > 2 * extent) {
            for (int dash : row) {
                m_isAside[dash] = true;
            }
        }
    }
}

// Ink of two lines that touch: a tall patch with letters of half its height beside its upper half
// and others beside its lower half.
bool Grouping::isBridge(int patch) const {
    const QRect& tall = box(patch);
    if (tall.height() < 1.4 * m_typical) {
        return false;
    }
    std::vector<int> upper;
    std::vector<int> lower;
    visitAround(tall.adjusted(-2 * tall.height(), 0, 2 * tall.height(), 0), [&](int other) {
        const QRect& small = box(other);
        if (other == patch || small.height() > 0.65 * tall.height() ||
            small.height() < 0.15 * tall.height()) {
            return;
        }
        const double middle = double(small.center().y() - tall.top()) / tall.height();
        if (small.bottom() < tall.top() + 0.7 * tall.height() && middle < 0.45) {
            upper.push_back(other);
        } else if (small.top() > tall.top() + 0.3 * tall.height() && middle > 0.55) {
            lower.push_back(other);
        }
    });
    const auto count = [](std::vector<int>& found) {
        std::sort(found.begin(), found.end());
        return std::unique(found.begin(), found.end()) - found.begin();
    };
    return count(upper) >= 2 && count(lower) >= 2;
}

std::vector<int> Grouping::findBridges() {
    std::vector<int> bridges;
    for (int i = 0; i < int(m_patches.size()); ++i) {
        if (!m_isAside[i] && isBridge(i)) {
            m_isAside[i] = true;
            bridges.push_back(i);
        }
    }
    return bridges;
}

std::optional<int> Grouping::rightNeighbour(int patch, double reach) const {
    const QRect& left = box(patch);
    std::optional<int> nearest;
    int nearestGap = 0;
    const int width = left.width() + int(reach * std::max(left.height(), 3 * m_typical));
    visitAround(QRect(left.left(), left.top(), width, left.height()), [&](int other) {
        const QRect& right = box(other);
        if (other == patch || m_isAside[other] || right.right() <= left.right()) {
            return;
        }
        const int taller = std::max(left.height(), right.height());
        const int lower = std::min(left.height(), right.height());
        const int gap = gapX(left, right);
        const bool isMark = 4 * lower < taller;
        if (-gapY(left, right) * 2 < lower || gap > (isMark ? 0.5 : 1.0) * reach * taller) {
            return;
        }
        if (!nearest || gap < nearestGap) {
            nearest = other;
            nearestGap = gap;
        }
    });
    return nearest;
}

// Type of one width, as typewriters and tills have it, stands wider apart than other print. Of all
// gaps between letters or words about one in six is a space, and tables make a few wide ones.
void Grouping::measureSpaces() {
    std::vector<double> gaps; // in heights
    for (int i = 0; i < int(m_patches.size()); ++i) {
        const auto next = m_isAside[i] ? std::nullopt : rightNeighbour(i, 1.2);
        if (!next) {
            continue;
        }
        const int taller = std::max(box(i).height(), box(*next).height());
        const int lower = std::min(box(i).height(), box(*next).height());
        if (2 * lower > taller && 2 * lower > m_typical) {
            gaps.push_back(double(gapX(box(i), box(*next))) / taller);
        }
    }
    if (gaps.empty()) {
        return;
    }
    const auto space = gaps.begin() + qptrdiff(gaps.size() * 9 / 10);
    std::nth_element(gaps.begin(), space, gaps.end());
    m_partGap = std::clamp(kPartGapInSpaces * *space, kLeastPartGap, kMostPartGap);
}

void Grouping::linkNeighbours() {
    std::vector<int> parent(m_patches.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&parent](int i) {
        while (parent[i] != i) {
            i = parent[i] = parent[parent[i]];
        }
        return i;
    };
    for (int i = 0; i < int(m_patches.size()); ++i) {
        if (m_isAside[i]) {
            continue;
        }
        if (const auto next = rightNeighbour(i, kLetterGap)) {
            parent[root(i)] = root(*next);
        }
    }
    std::map<int, std::vector<int>> members;
    for (int i = 0; i < int(m_patches.size()); ++i) {
        if (!m_isAside[i]) {
            members[root(i)].push_back(i);
        }
    }
    for (auto& [first, patches] : members) {
        m_parts.push_back(makePart(std::move(patches)));
    }
}

Part Grouping::makePart(std::vector<int> members) const {
    Part part;
    std::vector<std::pair<int, int>> tops;
    std::vector<std::pair<int, int>> bottoms;
    for (int i : members) {
        part.box |= box(i);
        const int weight = box(i).width() * box(i).height();
        tops.emplace_back(box(i).top(), weight);
        bottoms.emplace_back(box(i).bottom(), weight);
    }
    part.coreTop = weightedMedian(std::move(tops));
    part.coreBottom = std::max(part.coreTop, weightedMedian(std::move(bottoms)));
    part.members = std::move(members);
    return part;
}

bool Grouping::belongTogether(const Part& a, const Part& b, double reach) const {
    const int shared = std::min(a.coreBottom, b.coreBottom) - std::max(a.coreTop, b.coreTop) + 1;
    const int lower = std::min(a.coreHeight(), b.coreHeight());
    const int taller = std::max(a.coreHeight(), b.coreHeight());
    const bool isMark = taller > 3 * lower;
    if (shared < (isMark ? 0.8 : 0.5) * lower || taller > 8 * lower) {
        return false;
    }
    const int tallest = std::max(a.box.height(), b.box.height());
    if ((a.box | b.box).height() > kGrowth * tallest + 2) {
        return false; // would begin to gather the next line
    }
    return gapX(a.box, b.box) <= reach * std::max(a.inkHeight(), b.inkHeight());
}

bool Grouping::joinOnce() {
    std::sort(m_parts.begin(), m_parts.end(),
              [](const Part& a, const Part& b) { return a.box.left() < b.box.left(); });
    bool joined = false;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        for (size_t k = i + 1; k < m_parts.size() && !m_parts[i].members.empty(); ++k) {
            Part& next = m_parts[k];
            const int reach = 2 * std::max(m_parts[i].box.height(), 3 * m_typical);
            if (next.box.left() > m_parts[i].box.right() + reach) {
                break;
            }
            if (!next.members.empty() && belongTogether(m_parts[i], next, m_partGap)) {
                joinTo(m_parts[i], next);
                joined = true;
            }
        }
    }
    std::erase_if(m_parts, [](const Part& part) { return part.members.empty(); });
    return joined;
}

// other is left without members.
void Grouping::joinTo(Part& line, Part& other) const {
    line.members.insert(line.members.end(), other.members.begin(), other.members.end());
    other.members.clear();
    line = makePart(std::move(line.members));
}

// Whether the gap between two parts goes on in the next row above (direction −1) or below (+1).
bool Grouping::isCorridor(const Part& left, const Part& right, int direction) const {
    const int height = std::max(left.inkHeight(), right.inkHeight());
    const QRect row = left.box | right.box;
    const int inset = std::max(0, gapX(left.box, right.box)) / 4;
    const QRect gap(QPoint(left.box.right() + 1 + inset, row.top()),
                    QPoint(right.box.left() - 1 - inset, row.bottom()));
    const QRect next = gap.translated(0, direction * 2 * height);
    bool hasLeft = false;
    bool hasRight = false;
    for (const Part& part : m_parts) {
        const int middle = part.box.center().y();
        const int distance = direction * (middle - row.center().y());
        if (distance < height / 2 || distance > 2.5 * height || 3 * part.box.height() < height) {
            continue;
        }
        if (part.box.left() <= next.right() && part.box.right() >= next.left()) {
            return false;
        }
        hasLeft |= part.box.right() < next.left() && part.box.right() > next.left() - 10 * height;
        hasRight |= part.box.left() > next.right() && part.box.left() < next.right() + 10 * height;
    }
    return hasLeft && hasRight;
}

void Grouping::joinWideGaps() {
    std::vector<std::pair<size_t, size_t>> pairs;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        for (size_t k = 0; k < m_parts.size(); ++k) {
            const Part& left = m_parts[i];
            const Part& right = m_parts[k];
            if (left.box.right() < right.box.left() &&
                belongTogether(left, right, kWideGap * m_partGap) && !isCorridor(left, right, -1) &&
                !isCorridor(left, right, 1)) {
                pairs.emplace_back(i, k);
            }
        }
    }
    std::vector<size_t> joinedTo(m_parts.size());
    std::iota(joinedTo.begin(), joinedTo.end(), size_t{0});
    for (auto [left, right] : pairs) {
        while (joinedTo[left] != left) {
            left = joinedTo[left];
        }
        while (joinedTo[right] != right) {
            right = joinedTo[right];
        }
        if (left != right && belongTogether(m_parts[left], m_parts[right], kWideGap * m_partGap)) {
            joinTo(m_parts[left], m_parts[right]);
            joinedTo[right] = left;
        }
    }
    std::erase_if(m_parts, [](const Part& part) { return part.members.empty(); });
}

void Grouping::joinParts() {
    while (joinOnce()) {
    }
}

bool Grouping::isPieceOf(const Part& piece, const Part& line) const {
    const int slack = line.box.height() / 8;
    return 4 * piece.box.height() < 3 * line.box.height() && line.box.height() < 2.2 * m_typical &&
           piece.box.top() >= line.box.top() - slack &&
           piece.box.bottom() <= line.box.bottom() + slack;
}

// The upper and the lower half of a letter whose middle is not printed, beside a whole one anywhere
// in the row.
void Grouping::mendBrokenLetters() {
    for (size_t i = 0; i < m_parts.size(); ++i) {
        for (size_t k = i + 1; k < m_parts.size(); ++k) {
            Part& a = m_parts[i];
            Part& b = m_parts[k];
            const int narrower = std::min(a.box.width(), b.box.width());
            if (a.members.empty() || b.members.empty() || -2 * gapX(a.box, b.box) < narrower) {
                continue;
            }
            const bool isMended =
                std::any_of(m_parts.begin(), m_parts.end(), [&](const Part& line) {
                    return !line.members.empty() && isPieceOf(a, line) && isPieceOf(b, line);
                });
            if (isMended) {
                b.members.insert(b.members.end(), a.members.begin(), a.members.end());
                b = makePart(std::move(b.members));
                b.coreTop = b.box.top();
                b.coreBottom = b.box.bottom();
                a.members.clear();
            }
        }
    }
    std::erase_if(m_parts, [](const Part& part) { return part.members.empty(); });
    joinParts();
}

void Grouping::dropDashes() {
    std::erase_if(m_parts, [this](const Part& part) {
        return 3 * part.box.height() < m_typical && part.box.width() > 1.5 * m_typical;
    });
}

// A colon, bullet or dash by itself goes to the nearer side, even across a wider gap.
void Grouping::joinMarks() {
    for (Part& mark : m_parts) {
        if (mark.box.width() > 0.5 * m_typical) {
            continue;
        }
        Part* nearest = nullptr;
        for (Part& line : m_parts) {
            const bool isBeside = &line != &mark && !line.members.empty() &&
                                  line.box.width() > m_typical &&
                                  mark.box.height() < kMarkHeight * line.box.height() &&
                                  belongTogether(mark, line, kMarkGap);
            if (isBeside && (!nearest || gapX(line.box, mark.box) < gapX(nearest->box, mark.box))) {
                nearest = &line;
            }
        }
        if (nearest) {
            nearest->members.insert(nearest->members.end(), mark.members.begin(),
                                    mark.members.end());
            *nearest = makePart(std::move(nearest->members));
            mark.members.clear();
        }
    }
    std::erase_if(m_parts, [](const Part& part) { return part.members.empty(); });
}

bool Grouping::isAccentOf(const Part& small, const Part& line) const {
    const int height = line.coreHeight();
    const int gap = std::max(0, gapY(small.box, line.box));
    const bool isOutside = small.box.bottom() < line.coreTop || small.box.top() > line.coreBottom;
    return small.box.height() <= 0.5 * std::min(height, 2 * m_typical) &&
           small.box.width() <= height && gapX(small.box, line.box) <= 0.3 * height &&
           gap <= std::min(kStackGap * std::min<double>(height, 1 * m_typical),
                           1.5 * small.box.height()) &&
           !(isOutside && isFlat(small.box));
}

// Accents, dots, commas and broken strokes stand above, below or inside a line. Found first and
// joined afterwards, or lines would grow towards each other.
void Grouping::attachSmallParts() {
    std::vector<std::pair<Part*, Part*>> found;
    for (Part& small : m_parts) {
        Part* nearest = nullptr;
        for (Part& line : m_parts) {
            if (&line != &small && isAccentOf(small, line) &&
                (!nearest || distance(small.box, line.box) < distance(small.box, nearest->box))) {
                nearest = &line;
            }
        }
        if (nearest) {
            found.emplace_back(&small, nearest);
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first->box.height() < b.first->box.height(); // a dot before its comma
    });
    for (const auto& [small, line] : found) {
        line->box |= small->box;
        line->members.insert(line->members.end(), small->members.begin(), small->members.end());
    }
    for (const auto& [small, line] : found) {
        small->members.clear();
    }
    std::erase_if(m_parts, [](const Part& part) { return part.members.empty(); });
}

// Each line that a bridge touches gets the bridge's width; its height stays.
void Grouping::cutBridge(const QRect& bridge) {
    bool isUsed = false;
    for (Part& line : m_parts) {
        const int shared =
            std::min(line.coreBottom, bridge.bottom()) - std::max(line.coreTop, bridge.top());
        if (2 * shared > line.coreHeight() && gapX(line.box, bridge) < line.coreHeight()) {
            line.box.setLeft(std::min(line.box.left(), bridge.left()));
            line.box.setRight(std::max(line.box.right(), bridge.right()));
            isUsed = true;
        }
    }
    if (!isUsed) {
        m_parts.push_back({{}, bridge, bridge.top(), bridge.bottom()});
    }
}

// What lies mostly inside another line belongs to it.
void Grouping::absorbCovered() {
    std::sort(m_parts.begin(), m_parts.end(), [](const Part& a, const Part& b) {
        return a.box.width() * a.box.height() > b.box.width() * b.box.height();
    });
    for (size_t i = m_parts.size(); i-- > 1;) {
        const QRect small = m_parts[i].box;
        for (size_t k = 0; k < i; ++k) {
            const QRect shared = small & m_parts[k].box;
            if (shared.width() * shared.height() > 0.6 * small.width() * small.height()) {
                m_parts[k].box |= small;
                m_parts.erase(m_parts.begin() + qptrdiff(i));
                break;
            }
        }
    }
}

// Dust, dashed rules, shreds of a torn edge.
void Grouping::dropMarks() {
    std::erase_if(m_parts, [this](const Part& part) {
        const int larger = std::max(part.box.width(), part.box.height());
        return 5 * larger < 2 * m_typical || 3 * part.box.height() < m_typical;
    });
}

std::vector<QRect> Grouping::boxes() const {
    std::vector<QRect> result;
    for (const Part& part : m_parts) {
        result.push_back(part.box);
    }
    return result;
}

} // namespace

int weightedMedian(std::vector<std::pair<int, int>> valuesAndWeights) {
    std::sort(valuesAndWeights.begin(), valuesAndWeights.end());
    const auto add = [](qint64 sum, const std::pair<int, int>& item) {
        return sum + item.second;
    };
    const qint64 total =
        std::accumulate(valuesAndWeights.begin(), valuesAndWeights.end(), qint64{0}, add);
    qint64 sum = 0;
    for (const auto& [value, weight] : valuesAndWeights) {
        sum += weight;
        if (2 * sum >= total) {
            return value;
        }
    }
    return 0;
}

int typicalHeight(const std::vector<InkPatch>& patches) {
    std::vector<std::pair<int, int>> byWidth;
    for (const InkPatch& patch : patches) {
        if (patch.box.height() >= 4 && patch.box.width() < 8 * patch.box.height()) {
            byWidth.emplace_back(patch.box.height(), patch.box.width());
        }
    }
    const int first = weightedMedian(byWidth);
    std::vector<std::pair<int, int>> byArea; // fragments of letters count for little
    for (const auto& [height, width] : byWidth) {
        if (height < kTallest * first) {
            byArea.emplace_back(height, height * width);
        }
    }
    return weightedMedian(std::move(byArea));
}

std::vector<QRect> groupIntoLines(const std::vector<InkPatch>& patches) {
    return Grouping(patches).lines();
}

} // namespace app
