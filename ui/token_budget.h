// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of the model's context a question would take: the visual tokens from the engine's plan,
// the text tokens estimated from its characters (the tokenizer lives on the engine thread). Pure.
#pragma once

#include "app/analysis/analysis.h"

namespace ui {

struct TokenBudget {
    int visual = 0;       // of the largest request
    int requests = 1;     // a page of many rows is read in several
    int textEstimate = 0; // prompt, question and earlier turns
    int context = 0;

    bool fits() const { return visual + textEstimate < context; }
};

int estimateTokens(const QString& text);
TokenBudget tokenBudget(const app::TilePlan& plan, const QString& prompt,
                        const QVector<app::ConversationTurn>& history, int contextTokens);

// "2 017 visual + ≈ 38 text of 4 096 tokens"
QString budgetText(const TokenBudget& budget);

} // namespace ui
