// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asking/formula_scanner.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr int kLongestFormula = 4000;

bool isDelimitedByHand(const QString& environment) {
    static const std::array<const char*, 12> kDisplayed{
        "equation", "equation*", "align",  "align*",  "gather",  "gather*",
        "alignat",  "alignat*",  "matrix", "bmatrix", "pmatrix", "cases"};
    return std::any_of(kDisplayed.begin(), kDisplayed.end(),
                       [&](const char* name) { return environment == QLatin1String(name); });
}

// "45.20 and 3": a number with words behind it, which TeX would have in a command.
bool isPrice(const QString& between) {
    if (!between.front().isDigit()) {
        return false;
    }
    for (int at = 1; at < between.size(); ++at) {
        const bool word = between[at].isLetter() && between[at - 1].isLetter();
        if (word) {
            return !between.contains(u'\\');
        }
    }
    return false;
}

class Scanner {
public:
    Scanner(const QString& answer, AnswerState state)
        : m_answer(answer)
        , m_growing(state == AnswerState::Growing) {}

    ScannedAnswer scan() {
        while (m_at < m_answer.size()) {
            const QChar c = m_answer[m_at];
            const bool taken = c == u'`' || c == u'~' ? takeCode(c)
                               : c == u'\\'           ? takeBackslash()
                               : c == u'$'            ? takeDollar()
                                                      : false;
            if (!taken) {
                copy(1);
            }
        }
        return std::move(m_scanned);
    }

private:
    void copy(int count) {
        for (int i = 0; i < count && m_at < m_answer.size(); ++i, ++m_at) {
            const QChar c = m_answer[m_at];
            const bool isMark = c == kFormulaOpen || c == kFormulaClose || c.isNull();
            m_scanned.text += isMark ? QChar(QChar::ReplacementCharacter) : c;
        }
    }

    bool startsLine() const {
        int before = m_at - 1;
        while (before >= 0 && m_answer[before] == u' ') {
            --before;
        }
        return before < 0 || m_answer[before] == u'\n';
    }

    int runLength(QChar c, int from) const {
        int end = from;
        while (end < m_answer.size() && m_answer[end] == c) {
            ++end;
        }
        return end - from;
    }

    // Fenced blocks and spans of code go as they are.
    bool takeCode(QChar c) {
        const int run = runLength(c, m_at);
        if (run >= 3 && startsLine()) {
            const QString fence = u'\n' + QString(run, c);
            const auto close = m_answer.indexOf(fence, m_at + run);
            copy(close < 0 ? int(m_answer.size()) - m_at : int(close + fence.size()) - m_at);
            return true;
        }
        if (c != u'`') {
            return false;
        }
        for (int at = m_at + run; at < paragraphEnd(m_at + run);) {
            const int other = runLength(c, at);
            if (other == run) {
                copy(at + run - m_at);
                return true;
            }
            at += std::max(other, 1);
        }
        copy(run);
        return true;
    }

    int paragraphEnd(int from) const {
        const auto end = m_answer.indexOf(QLatin1String("\n\n"), from);
        const int last = std::min(int(m_answer.size()), from + kLongestFormula);
        return end < 0 ? last : std::min(int(end), last);
    }

    // Only until the end of the paragraph: a formula has no empty line.
    int findClose(const QString& close, int from) const {
        const auto at = m_answer.indexOf(close, from);
        return at >= 0 && at < paragraphEnd(from) ? int(at) : -1;
    }

    bool reachesEnd(int from) const { return paragraphEnd(from) == m_answer.size(); }

    void add(int open, int texEnd, int close, bool displayed, bool whole) {
        FoundFormula formula;
        formula.tex = m_answer.mid(m_at + open, texEnd - m_at - open).trimmed();
        formula.written = m_answer.mid(m_at, close - m_at);
        formula.source = m_at;
        formula.displayed = displayed;
        formula.whole = whole;
        m_scanned.text += kFormulaOpen + QString::number(m_scanned.formulas.size()) + kFormulaClose;
        m_scanned.formulas.append(formula);
        m_at = close;
        m_scanned.shifts.append({int(m_scanned.text.size()), m_at - int(m_scanned.text.size())});
    }

    bool takeDelimited(int open, const QString& close, bool displayed) {
        const int end = findClose(close, m_at + open);
        if (end >= 0) {
            const QString tex = m_answer.mid(m_at + open, end - m_at - open).trimmed();
            const bool isNumber = std::all_of(tex.cbegin(), tex.cend(), [](QChar c) {
                return c.isDigit(); // "\[1\]" is a mark for a note; none: a box to tick
            });
            if (isNumber && open == 2 && m_answer[m_at] == u'\\') {
                return false;
            }
            add(open, end, end + int(close.size()), displayed, true);
            return true;
        }
        if (m_growing && reachesEnd(m_at + open)) {
            add(open, int(m_answer.size()), int(m_answer.size()), displayed, false);
            return true;
        }
        return false;
    }

    bool takeBackslash() {
        const QChar next = m_at + 1 < m_answer.size() ? m_answer[m_at + 1] : QChar();
        if (next == u'(' && takeDelimited(2, QStringLiteral("\\)"), false)) {
            return true;
        }
        if (next == u'[' && takeDelimited(2, QStringLiteral("\\]"), true)) {
            return true;
        }
        if (next == u'b' && takeEnvironment()) {
            return true;
        }
        if (next.isNull() && m_growing) {
            ++m_at; // may open a formula
            return true;
        }
        copy(2);
        return true;
    }

    bool takeEnvironment() {
        const QString begin = QStringLiteral("\\begin{");
        if (m_answer.mid(m_at, begin.size()) != begin) {
            return false;
        }
        const int nameAt = m_at + int(begin.size());
        const auto nameEnd = m_answer.indexOf(u'}', nameAt);
        const QString name = nameEnd < 0 ? QString() : m_answer.mid(nameAt, nameEnd - nameAt);
        if (!isDelimitedByHand(name)) {
            return false;
        }
        const QString end = QStringLiteral("\\end{%1}").arg(name);
        const int at = findClose(end, m_at);
        if (at >= 0) {
            add(0, at + int(end.size()), at + int(end.size()), true, true);
        } else if (m_growing && reachesEnd(m_at)) {
            add(0, int(m_answer.size()), int(m_answer.size()), true, false);
        }
        return at >= 0 || m_at == m_answer.size();
    }

    bool takeDollar() {
        const int run = runLength(u'$', m_at);
        if (run == 2) {
            if (takeDelimited(2, QStringLiteral("$$"), true)) {
                return true;
            }
            copy(2);
            return true;
        }
        if (run > 2) {
            copy(run);
            return true;
        }
        return takeInline();
    }

    // As Pandoc has it: nothing opens before a space, nothing closes behind one or before a digit.
    bool takeInline() {
        const QChar before = m_at > 0 ? m_answer[m_at - 1] : QChar();
        const QChar first = m_at + 1 < m_answer.size() ? m_answer[m_at + 1] : QChar();
        if (before.isLetterOrNumber() || first.isSpace()) {
            return false;
        }
        const int limit = paragraphEnd(m_at + 1);
        int at = m_at + 1;
        while (at < limit && (m_answer[at] != u'$' || m_answer[at - 1] == u'\\')) {
            ++at;
        }
        if (at < limit) { // the next one closes, or these are prices
            const bool followed = at + 1 < m_answer.size() && m_answer[at + 1].isDigit();
            const bool closes = at > m_at + 1 && !m_answer[at - 1].isSpace() && !followed &&
                                !isPrice(m_answer.mid(m_at + 1, at - m_at - 1));
            if (closes) {
                add(1, at, at + 1, false, true);
            }
            return closes;
        }
        if (m_growing && reachesEnd(m_at) && !first.isDigit() && !first.isPunct()) {
            add(1, int(m_answer.size()), int(m_answer.size()), false, false);
            return true;
        }
        return false;
    }

    const QString& m_answer;
    bool m_growing;
    int m_at = 0;
    ScannedAnswer m_scanned;
};

} // namespace

int ScannedAnswer::sourceOf(int at) const {
    const auto next = std::upper_bound(shifts.cbegin(), shifts.cend(), at,
                                       [](int wanted, const Shift& s) { return wanted < s.at; });
    return at + (next == shifts.cbegin() ? 0 : std::prev(next)->by);
}

ScannedAnswer scanFormulas(const QString& answer, AnswerState state) {
    return Scanner(answer, state).scan();
}

} // namespace app
