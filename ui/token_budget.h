// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of the model's context a question would take: the visual tokens from the engine's plan,
// the text from the model's own tokenizer. Pure.
#pragma once

#include "app/analysis/analysis.h"

namespace ui {

struct TokenBudget {
    int visual = 0;   // of the largest request
    int requests = 1; // a page of many rows is read in several
    int text = 0;     // prompt, question and earlier turns
    int context = 0;

    bool fits() const { return visual + text < context; }
};

// How the pictures of a plan go to the model.
enum class PicturesGo { Together, OneByOne };

// Nothing when the model cannot count this question.
std::optional<TokenBudget> tokenBudget(const app::ModelDescription& model,
                                       const app::TilePlan& plan, PicturesGo pictures,
                                       const app::AnalysisRequest& request);

// "2 017 visual + 38 text of 4 096 tokens"
QString budgetText(const TokenBudget& budget);

} // namespace ui
