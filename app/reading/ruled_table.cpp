// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/ruled_table.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

// In heights of a line.
constexpr double kLeastWidth = 6;   // of a table
constexpr double kSameEnd = 0.5;    // ends of rules that stand under one another
constexpr double kSameHeight = 0.3; // pieces of one rule, which lie
constexpr double kSameRule = 1.5;   // not farther apart than this
constexpr double kRowHeight = 14;   // of a row of the table, at most
constexpr int kLeastRules = 3;
constexpr double kAcross = 0.8; // of the table's width: a rule whose ends text has hidden

// Rules across the page from top to bottom, each in one piece.
std::vector<QRect> wholeRules(const std::vector<QRect>& rules, double lineHeight) {
    std::vector<QRect> across;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(across),
                 [](const QRect& rule) { return rule.width() > rule.height(); });
    std::sort(across.begin(), across.end(),
              [](const QRect& a, const QRect& b) { return a.left() < b.left(); });
    std::vector<QRect> whole;
    for (const QRect& piece : across) {
        const auto before = std::find_if(whole.begin(), whole.end(), [&](const QRect& rule) {
            return std::abs(rule.center().y() - piece.center().y()) < kSameHeight * lineHeight &&
                   piece.left() - rule.right() < kSameRule * lineHeight;
        });
        if (before == whole.end()) {
            whole.push_back(piece);
        } else {
            *before |= piece;
        }
    }
    std::sort(whole.begin(), whole.end(),
              [](const QRect& a, const QRect& b) { return a.top() < b.top(); });
    return whole;
}

// Rules of one width, each near the one above.
std::vector<std::vector<QRect>> stacksOf(const std::vector<QRect>& rules, double lineHeight) {
    std::vector<std::vector<QRect>> stacks;
    for (const QRect& rule : rules) {
        if (rule.width() < kLeastWidth * lineHeight) {
            continue;
        }
        const auto above = std::find_if(stacks.begin(), stacks.end(), [&](const auto& stack) {
            const QRect& last = stack.back();
            return std::abs(last.left() - rule.left()) < kSameEnd * lineHeight &&
                   std::abs(last.right() - rule.right()) < kSameEnd * lineHeight &&
                   rule.top() - last.bottom() < kRowHeight * lineHeight;
        });
        if (above == stacks.end()) {
            stacks.push_back({rule});
        } else {
            above->push_back(rule);
        }
    }
    return stacks;
}

// Where rules part the rows of the table.
std::vector<int> partsOf(const QRect& area, const std::vector<QRect>& rules) {
    std::vector<int> parts;
    for (const QRect& rule : rules) {
        const QRect inside = rule & area;
        if (inside.width() > kAcross * area.width() && rule.width() < area.width() / kAcross) {
            parts.push_back(rule.center().y());
        }
    }
    return parts;
}

// The rules' area, and down to where rules between its columns end: a table may be open below.
QRect areaOf(const std::vector<QRect>& stack, const std::vector<QRect>& rules, double lineHeight) {
    QRect area = stack.front() | stack.back();
    const int lowest = area.bottom() + int(kRowHeight * lineHeight);
    for (const QRect& rule : rules) {
        if (rule.height() > rule.width() && rule.intersects(area)) {
            area.setBottom(std::clamp(rule.bottom(), area.bottom(), lowest));
        }
    }
    return area;
}

} // namespace

std::vector<RuledTable> findRuledTables(const std::vector<QRect>& rules, double lineHeight) {
    std::vector<RuledTable> tables;
    const std::vector<QRect> whole = wholeRules(rules, lineHeight);
    for (const std::vector<QRect>& stack : stacksOf(whole, lineHeight)) {
        if (int(stack.size()) < kLeastRules) {
            continue;
        }
        const QRect area = areaOf(stack, rules, lineHeight);
        const bool isFree =
            std::none_of(tables.begin(), tables.end(),
                         [&](const RuledTable& other) { return other.area.intersects(area); });
        if (isFree) {
            tables.push_back({area, partsOf(area, whole)});
        }
    }
    return tables;
}

} // namespace app
