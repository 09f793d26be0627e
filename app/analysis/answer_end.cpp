// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/answer_end.h"

namespace app {

QString endName(AnswerEnd end) {
    switch (end) {
    case AnswerEnd::Complete:
        return QStringLiteral("complete");
    case AnswerEnd::TokenLimit:
        return QStringLiteral("tokenLimit");
    case AnswerEnd::ContextFull:
        return QStringLiteral("contextFull");
    case AnswerEnd::Loop:
        return QStringLiteral("loop");
    case AnswerEnd::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

QString incompleteness(AnswerEnd end) {
    switch (end) {
    case AnswerEnd::Complete:
    case AnswerEnd::Cancelled: // the user knows
        break;
    case AnswerEnd::TokenLimit:
        return QStringLiteral("the limit of answer tokens was reached");
    case AnswerEnd::ContextFull:
        return QStringLiteral("the model's context is full");
    case AnswerEnd::Loop:
        return QStringLiteral("the model began to repeat itself");
    }
    return {};
}

} // namespace app
