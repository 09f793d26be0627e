// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/token_budget.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

struct BudgetText {
    Q_DECLARE_TR_FUNCTIONS(ui::TokenBudget)
public:
    static QString of(const TokenBudget& budget) {
        const QLocale locale;
        const QString visual = locale.toString(budget.visual);
        const QString text = locale.toString(budget.text);
        if (budget.requests > 1) {
            return tr("%1 × up to %2 visual + %3 text of %Ln tokens", nullptr, budget.context)
                .arg(locale.toString(budget.requests), visual, text);
        }
        return tr("%1 visual + %2 text of %Ln tokens", nullptr, budget.context).arg(visual, text);
    }
};

} // namespace

std::optional<TokenBudget> tokenBudget(const app::ModelDescription& model,
                                       const app::TilePlan& plan, PicturesGo pictures,
                                       const app::AnalysisRequest& request) {
    QVector<int> tokens;
    for (const app::TilePlacement& picture : plan.images) {
        tokens.append(picture.tokens);
    }
    TokenBudget budget;
    if (pictures == PicturesGo::OneByOne && !tokens.isEmpty()) {
        budget.requests = int(tokens.size());
        tokens = {*std::max_element(tokens.cbegin(), tokens.cend())};
    }
    budget.context = model.contextTokens;
    budget.visual = std::accumulate(tokens.cbegin(), tokens.cend(), 0);
    const std::optional<int> all =
        model.counter ? model.counter(request, tokens) : std::optional<int>();
    if (!all) {
        return std::nullopt;
    }
    budget.text = *all - budget.visual;
    return budget;
}

QString budgetText(const TokenBudget& budget) {
    return BudgetText::of(budget);
}

} // namespace ui
