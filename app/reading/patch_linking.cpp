// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/patch_linking.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace app {

namespace {

constexpr double kLetterGap = 0.8;  // between neighbouring patches, in their own heights
constexpr double kSpaceReach = 1.2; // the same for gaps that may be spaces

class Linking {
public:
    Linking(const std::vector<InkPatch>& patches, int typical)
        : m_patches(patches)
        , m_typical(typical)
        , m_isAside(patches.size(), false) {}

    LinkedPatches run() {
        sortIntoBands();
        setAsideDashRows();
        m_result.bridges = findBridges();
        m_result.space = measureSpaces();
        linkNeighbours();
        return std::move(m_result);
    }

private:
    const QRect& box(int patch) const { return m_patches[patch].box; }

    int band(int y) const { return y / (2 * m_typical); }

    void sortIntoBands();
    template <typename Visit>
    void visitAround(const QRect& area, Visit visit) const;
    bool isFlat(int patch) const;
    void setAsideDashRows();
    bool isBridge(int patch) const;
    std::vector<int> findBridges();
    std::optional<int> rightNeighbour(int patch, double reach) const;
    double measureSpaces() const;
    void linkNeighbours();

    const std::vector<InkPatch>& m_patches;
    int m_typical;
    std::map<int, std::vector<int>> m_bands; // patches that touch a band, from left to right
    std::vector<bool> m_isAside;             // bridges and pieces of rules: not linked
    LinkedPatches m_result;
};

void Linking::sortIntoBands() {
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
void Linking::visitAround(const QRect& area, Visit visit) const {
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

bool Linking::isFlat(int patch) const {
    return app::isFlat(box(patch), m_typical);
}

// Dashed rules, and plain ones that are printed badly: flat pieces in a row that is mostly filled.
void Linking::setAsideDashRows() {
    for (int i = 0; i < int(m_patches.size()); ++i) {
        if (!isFlat(i) || m_isAside[i]) {
            continue;
        }
        std::vector<int> row{i};
        int filled = box(i).width();
        for (bool grows = true; grows;) {
            const QRect last = box(row.back());
            grows = false;
            visitAround(last.adjusted(last.width(), -1, 3 * m_typical / 2, 1), [&](int next) {
                if (!grows && isFlat(next) && box(next).right() > last.right()) {
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
bool Linking::isBridge(int patch) const {
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

std::vector<int> Linking::findBridges() {
    std::vector<int> bridges;
    for (int i = 0; i < int(m_patches.size()); ++i) {
        if (!m_isAside[i] && isBridge(i)) {
            m_isAside[i] = true;
            bridges.push_back(i);
        }
    }
    return bridges;
}

std::optional<int> Linking::rightNeighbour(int patch, double reach) const {
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
        const int gap = gapAcross(left, right);
        const bool isMark = 4 * lower < taller;
        if (-gapDown(left, right) * 2 < lower || gap > (isMark ? 0.5 : 1.0) * reach * taller) {
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
double Linking::measureSpaces() const {
    std::vector<double> gaps; // in heights
    for (int i = 0; i < int(m_patches.size()); ++i) {
        const auto next = m_isAside[i] ? std::nullopt : rightNeighbour(i, kSpaceReach);
        if (!next) {
            continue;
        }
        const int taller = std::max(box(i).height(), box(*next).height());
        const int lower = std::min(box(i).height(), box(*next).height());
        if (2 * lower > taller && 2 * lower > m_typical) {
            gaps.push_back(double(gapAcross(box(i), box(*next))) / taller);
        }
    }
    if (gaps.empty()) {
        return 0;
    }
    const auto space = gaps.begin() + qptrdiff(gaps.size() * 9 / 10);
    std::nth_element(gaps.begin(), space, gaps.end());
    return *space;
}

void Linking::linkNeighbours() {
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
        m_result.groups.push_back(std::move(patches));
    }
}

} // namespace

LinkedPatches linkPatches(const std::vector<InkPatch>& patches, int typicalHeight) {
    return Linking(patches, typicalHeight).run();
}

} // namespace app
