// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/token_budget.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr int kTemplateTokens = 10;       // roles and line ends around one question
constexpr double kCharactersPerToken = 4; // usual for Latin text

struct BudgetText {
    Q_DECLARE_TR_FUNCTIONS(ui::TokenBudget)
public:
    static QString of(const TokenBudget& budget) {
        const QLocale locale;
        const QString visual = locale.toString(budget.visual);
        const QString text = locale.toString(budget.textEstimate);
        const QString context = locale.toString(budget.context);
        if (budget.requests > 1) {
            return tr("%1 × up to %2 visual + ≈ %3 text of %4 tokens")
                .arg(locale.toString(budget.requests), visual, text, context);
        }
        return tr("%1 visual + ≈ %2 text of %3 tokens").arg(visual, text, context);
    }
};

} // namespace

int estimateTokens(const QString& text) {
    double tokens = 0;
    for (const QChar character : text) {
        tokens += character.unicode() < 0x0250 ? 1 / kCharactersPerToken : 1;
    }
    return int(tokens + 0.999);
}

TokenBudget tokenBudget(const app::TilePlan& plan, const QString& prompt,
                        const QVector<app::ConversationTurn>& history, int contextTokens) {
    TokenBudget budget;
    budget.context = contextTokens;
    budget.requests = std::max(1, int(plan.images.size()));
    for (const app::TilePlacement& picture : plan.images) {
        budget.visual = std::max(budget.visual, picture.tokens);
    }
    budget.textEstimate = estimateTokens(prompt) + kTemplateTokens;
    for (const app::ConversationTurn& turn : history) {
        const int answer = turn.answerTokens.isEmpty() ? estimateTokens(turn.answer)
                                                       : int(turn.answerTokens.size());
        budget.textEstimate += estimateTokens(turn.question) + answer + kTemplateTokens;
    }
    return budget;
}

QString budgetText(const TokenBudget& budget) {
    return BudgetText::of(budget);
}

} // namespace ui
