// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes the formulas out of an answer before it is read as Markdown, whose rules for "_", "*" and
// "\\" would spoil their TeX: $…$, $$…$$, \(…\), \[…\] and \begin{equation}…, but neither prices
// ("from $5 to $10") nor anything in code. A mark with a number takes each one's place. Pure.
#pragma once

#include <QString>
#include <QVector>

namespace app {

// Growing: what is begun at the end may still be closed, so it is taken for a formula to come.
enum class AnswerState { Growing, Ended };

struct FoundFormula {
    QString tex;
    QString written; // with its delimiters
    int source = 0;  // where that stands in the answer
    bool displayed = false;
    bool whole = true; // false: its end has not come yet
};

struct ScannedAnswer {
    // A formula is kFormulaOpen, its number in formulas, kFormulaClose.
    QString text;
    QVector<FoundFormula> formulas;

    // Where a character of `text` stands in the answer.
    int sourceOf(int at) const;

    struct Shift {
        int at = 0; // from here on in text …
        int by = 0; // … add this to come to the answer
    };

    QVector<Shift> shifts;
};

// Characters that no text has: they are none. An answer that has them all the same loses them.
constexpr QChar kFormulaOpen(0xFDD0);
constexpr QChar kFormulaClose(0xFDD1);

ScannedAnswer scanFormulas(const QString& answer, AnswerState state);

} // namespace app
