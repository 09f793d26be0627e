// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/ink_grouping.h"

#include "app/reading/patch_linking.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace app {

namespace {

// All in heights of the letters concerned.
constexpr double kLeastPartGap = 0.7; // between parts of a line, in ink heights of the line
constexpr double kMostPartGap = 1.0;
constexpr double kPartGapInSpaces = 1.4; // of the page's usual space between words
constexpr double kWideGap = 1.0;         // times the part gap, where no column runs through it
constexpr double kMarkGap = 1.8;         // from a lone mark to its line
constexpr double kStrokeGap = 0.4;       // from a small upright stroke to its line
constexpr double kMarkHeight = 0.72;     // of a line: higher ones are letters or figures
constexpr double kGrowth = 1.35;         // of a line's box when a part is added
constexpr double kStackGap = 0.35;       // from a line to its accents and dots
constexpr int kLettersPerOverhang = 8;   // of a line that is cut for one of them
constexpr double kInitialHeight = 3;     // two letters that touch are lower
constexpr double kInitialWidth = 1.8;    // and mostly narrower
constexpr int kMostParts = 3000;         // a page of small print has a few hundred

int distance(const QRect& a, const QRect& b) {
    return std::max(0, gapAcross(a, b)) + std::max(0, gapDown(a, b));
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
        , m_typical(std::max(1, typicalHeight(patches))) {}

    std::vector<QRect> lines() {
        const LinkedPatches linked = linkPatches(m_patches, m_typical);
        m_partGap = std::clamp(kPartGapInSpaces * linked.space, kLeastPartGap, kMostPartGap);
        m_wideGap = std::max(kWideGap, 1.2 * m_partGap);
        for (const std::vector<int>& group : linked.groups) {
            m_parts.push_back(makePart(group));
        }
        dropDust();
        dropDashes();
        joinParts();
        joinWideGaps();
        mendBrokenLetters();
        dropDashes();
        joinMarks();
        attachSmallParts();
        cutOverhangs();
        for (int bridge : linked.bridges) {
            cutBridge(m_patches[bridge].box);
        }
        absorbCovered();
        dropMarks();
        return boxes();
    }

private:
    const QRect& box(int patch) const { return m_patches[patch].box; }

    Part makePart(std::vector<int> members) const;
    bool isUpright(const Part& part) const;
    bool belongTogether(const Part& a, const Part& b, double reach) const;
    bool isWithinReach(const Part& part, const Part& next) const;
    void sortFromLeft();
    bool joinOnce();
    void joinTo(Part& line, Part& other) const;
    bool isCorridor(const Part& left, const Part& right, int direction) const;
    void joinWideGaps();
    void joinParts();
    bool makeWhole(const Part& a, const Part& b, const Part& line) const;
    void mendBrokenLetters();
    void dropDust();
    void dropDashes();
    void joinMarks();
    bool isAccentOf(const Part& small, const Part& line) const;
    void attachSmallParts();
    void cutOverhangs();
    void cutOverhang(Part& line, Part& other) const;
    bool isInitial(const QRect& bridge) const;
    void cutBridge(const QRect& bridge);
    void absorbCovered();
    void dropMarks();
    std::vector<QRect> boxes() const;

    const std::vector<InkPatch>& m_patches;
    int m_typical;
    double m_partGap = kLeastPartGap;
    double m_wideGap = kWideGap;
    std::vector<Part> m_parts;
};

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

// A dash of a dotted frame, an apostrophe.
bool Grouping::isUpright(const Part& part) const {
    return part.members.size() == 1 && part.box.height() > 1.8 * part.box.width() &&
           part.box.height() < m_typical / 2;
}

bool Grouping::belongTogether(const Part& a, const Part& b, double reach) const {
    const int shared = std::min(a.coreBottom, b.coreBottom) - std::max(a.coreTop, b.coreTop) + 1;
    const int lower = std::min(a.coreHeight(), b.coreHeight());
    const int taller = std::max(a.coreHeight(), b.coreHeight());
    const bool isMark = taller > 3 * lower;
    if (shared < (isMark ? 0.8 : 0.5) * lower || taller > 8 * lower) {
        return false;
    }
    if (isMark && (isUpright(a) || isUpright(b))) {
        reach = std::min(reach, kStrokeGap);
    }
    const int tallest = std::max(a.box.height(), b.box.height());
    if ((a.box | b.box).height() > kGrowth * tallest + 2) {
        return false; // would begin to gather the next line
    }
    return gapAcross(a.box, b.box) <= reach * std::max(a.inkHeight(), b.inkHeight());
}

// Whether a part farther right, in an order from left to right, can still be near.
bool Grouping::isWithinReach(const Part& part, const Part& next) const {
    const int reach = 2 * std::max(part.box.height(), 3 * m_typical);
    return next.box.left() <= part.box.right() + reach;
}

void Grouping::sortFromLeft() {
    std::erase_if(m_parts, [](const Part& part) { return part.members.empty(); });
    std::sort(m_parts.begin(), m_parts.end(),
              [](const Part& a, const Part& b) { return a.box.left() < b.box.left(); });
}

bool Grouping::joinOnce() {
    bool joined = false;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        Part& part = m_parts[i];
        for (size_t k = i + 1; k < m_parts.size() && isWithinReach(part, m_parts[k]); ++k) {
            Part& next = m_parts[k];
            if (!part.members.empty() && !next.members.empty() &&
                belongTogether(part, next, m_partGap)) {
                joinTo(part, next);
                joined = true;
            }
        }
    }
    sortFromLeft();
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
    const int inset = std::max(0, gapAcross(left.box, right.box)) / 4;
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
    std::vector<std::pair<size_t, size_t>> pairs; // decided before any is joined
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const Part& left = m_parts[i];
        for (size_t k = i + 1; k < m_parts.size() && isWithinReach(left, m_parts[k]); ++k) {
            const Part& right = m_parts[k];
            if (left.box.right() < right.box.left() && belongTogether(left, right, m_wideGap) &&
                !isCorridor(left, right, -1) && !isCorridor(left, right, 1)) {
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
        if (left != right && belongTogether(m_parts[left], m_parts[right], m_wideGap)) {
            joinTo(m_parts[left], m_parts[right]);
            joinedTo[right] = left;
        }
    }
    std::erase_if(m_parts, [](const Part& part) { return part.members.empty(); });
}

void Grouping::joinParts() {
    sortFromLeft();
    while (joinOnce()) {
    }
}

// Whether two stacked pieces are as high together as a line that stands in the same row.
bool Grouping::makeWhole(const Part& a, const Part& b, const Part& line) const {
    const QRect together = a.box | b.box;
    const int height = line.box.height();
    const int slack = height / 8;
    return height < 2.2 * m_typical && 3 * std::max(a.box.height(), b.box.height()) < 2 * height &&
           5 * together.height() > 4 * height && together.top() >= line.box.top() - slack &&
           together.bottom() <= line.box.bottom() + slack;
}

// The upper and the lower half of a letter whose middle is not printed, beside a whole one anywhere
// in the row.
void Grouping::mendBrokenLetters() {
    const auto isWhole = [&](const Part& a, const Part& b) {
        return std::any_of(m_parts.begin(), m_parts.end(), [&](const Part& line) {
            return !line.members.empty() && makeWhole(a, b, line);
        });
    };
    for (size_t i = 0; i < m_parts.size(); ++i) {
        for (size_t k = i + 1; k < m_parts.size() && isWithinReach(m_parts[i], m_parts[k]); ++k) {
            Part& a = m_parts[i];
            Part& b = m_parts[k];
            const int narrower = std::min(a.box.width(), b.box.width());
            if (a.members.empty() || b.members.empty() || -2 * gapAcross(a.box, b.box) < narrower ||
                (a.box | b.box).height() > 2.5 * m_typical || !isWhole(a, b)) {
                continue;
            }
            joinTo(b, a);
            b.coreTop = b.box.top();
            b.coreBottom = b.box.bottom();
        }
    }
    joinParts();
}

// Grain and halftone pictures fall into countless parts, and what follows compares parts in pairs.
void Grouping::dropDust() {
    if (m_parts.size() <= kMostParts) {
        return;
    }
    std::nth_element(m_parts.begin(), m_parts.begin() + kMostParts, m_parts.end(),
                     [](const Part& a, const Part& b) {
                         return a.box.width() * a.box.height() > b.box.width() * b.box.height();
                     });
    m_parts.resize(kMostParts);
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
            if (isBeside &&
                (!nearest || gapAcross(line.box, mark.box) < gapAcross(nearest->box, mark.box))) {
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
    const int gap = std::max(0, gapDown(small.box, line.box));
    const bool isOutside = small.box.bottom() < line.coreTop || small.box.top() > line.coreBottom;
    return small.box.height() <= 0.5 * std::min(height, 2 * m_typical) &&
           small.box.width() <= height && gapAcross(small.box, line.box) <= 0.3 * height &&
           gap <= std::min(kStackGap * std::min(height, m_typical), 1.5 * small.box.height()) &&
           !(isOutside && isFlat(small.box, m_typical));
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

// A letter whose foot runs into a mark of the line below reaches into that line, or with its head
// into the one above. Each line keeps its own height, and gets what is in it of the letter.
void Grouping::cutOverhangs() {
    for (Part& line : m_parts) {
        for (Part& other : m_parts) {
            const bool isBelow = other.coreTop > line.coreBottom;
            const bool isAbove = other.coreBottom < line.coreTop;
            const bool isLine = 2 * other.coreHeight() > line.coreHeight(); // no dust
            if (isLine && (isBelow || isAbove) && gapDown(line.box, other.box) < 0) {
                cutOverhang(line, other);
            }
        }
    }
}

void Grouping::cutOverhang(Part& line, Part& other) const {
    const bool isBelow = other.coreTop > line.coreBottom;
    QRect cut;
    QRect overhang;
    int count = 0;
    for (int i : line.members) {
        QRect letter = box(i);
        const bool reaches =
            isBelow ? letter.bottom() >= other.coreTop : letter.top() <= other.coreBottom;
        if (reaches && 2 * gapAcross(letter, other.box) < other.coreHeight()) {
            ++count;
            overhang |= letter;
            isBelow ? letter.setBottom(std::max(line.coreBottom, other.box.top() - 1))
                    : letter.setTop(std::min(line.coreTop, other.box.bottom() + 1));
        }
        cut |= letter;
    }
    // Of many letters it is the line that is crooked or large.
    if (count > 0 && kLettersPerOverhang * count <= int(line.members.size())) {
        // What it got from other neighbours stays.
        line.box.setTop(std::max(line.box.top(), cut.top()));
        line.box.setBottom(std::min(line.box.bottom(), cut.bottom()));
        other.box.setLeft(std::min(other.box.left(), overhang.left()));
        other.box.setRight(std::max(other.box.right(), overhang.right()));
    }
}

// A letter as large as several lines, with nothing to the left of it.
bool Grouping::isInitial(const QRect& bridge) const {
    return bridge.height() > kInitialHeight * m_typical &&
           bridge.width() > kInitialWidth * m_typical &&
           std::none_of(m_parts.begin(), m_parts.end(), [&](const Part& part) {
               return gapDown(part.box, bridge) < 0 && part.box.left() < bridge.left() &&
                      gapAcross(part.box, bridge) < 2 * m_typical;
           });
}

// Each line that a bridge touches gets the bridge's width; its height stays. What stands on both
// sides of it in one row is one line. The initial of a chapter is as high as the lines beside it,
// but no part of them.
void Grouping::cutBridge(const QRect& bridge) {
    if (isInitial(bridge)) {
        m_parts.push_back({{}, bridge, bridge.top(), bridge.bottom()});
        return;
    }
    std::vector<Part*> touched;
    for (Part& line : m_parts) {
        const int shared =
            std::min(line.coreBottom, bridge.bottom()) - std::max(line.coreTop, bridge.top());
        if (2 * shared > line.coreHeight() && 2 * gapAcross(line.box, bridge) < line.coreHeight()) {
            line.box.setLeft(std::min(line.box.left(), bridge.left()));
            line.box.setRight(std::max(line.box.right(), bridge.right()));
            const auto row = std::find_if(touched.begin(), touched.end(), [&](const Part* other) {
                return belongTogether(*other, line, 0);
            });
            if (row == touched.end()) {
                touched.push_back(&line);
                continue;
            }
            (*row)->box |= line.box;
            (*row)->members.insert((*row)->members.end(), line.members.begin(), line.members.end());
            line.box = {};
        }
    }
    if (touched.empty()) {
        m_parts.push_back({{}, bridge, bridge.top(), bridge.bottom()});
    }
    std::erase_if(m_parts, [](const Part& part) { return part.box.isNull(); });
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

std::vector<QRect> groupIntoLines(const std::vector<InkPatch>& patches) {
    return Grouping(patches).lines();
}

} // namespace app
