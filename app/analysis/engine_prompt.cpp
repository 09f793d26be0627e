// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_prompt.h"

#include <utility>

namespace app {

namespace {

using Piece = engine::Piece;

// Neighbouring texts must be one piece, since they are tokenised as one.
void append(engine::Message& message, Piece piece) {
    if (piece.kind == Piece::Kind::Text && !message.pieces.empty() &&
        message.pieces.back().kind == Piece::Kind::Text) {
        message.pieces.back().text += piece.text;
    } else {
        message.pieces.push_back(std::move(piece));
    }
}

void appendText(engine::Message& message, const QString& text) {
    append(message, {Piece::Kind::Text, text.toStdString()});
}

// Control tags of the prompt are the program's own and become tokens; value takes the place of
// the placeholder as plain text, whatever tags it may spell.
void appendPrompt(engine::Message& message, const QString& prompt, const QString& placeholder,
                  const QString& value) {
    const engine::Message tagged =
        engine::messageFromTagged(engine::Role::User, prompt.toStdString());
    for (const Piece& piece : tagged.pieces) {
        if (piece.kind == Piece::Kind::Text) {
            appendText(message, QString::fromStdString(piece.text).replace(placeholder, value));
        } else {
            append(message, piece);
        }
    }
}

engine::Message userMessage(const ModelCard& card, Task task, const QString& text,
                            qsizetype pictures, int row) {
    engine::Message message;
    message.role = engine::Role::User;
    for (qsizetype i = 0; i < pictures; ++i) {
        append(message, {Piece::Kind::Image, {}});
        appendText(message, QStringLiteral("\n"));
    }
    switch (task) {
    case Task::Read:
        appendPrompt(message, card.readPrompt, QStringLiteral("{row}"), QString::number(row + 1));
        break;
    case Task::Find:
        appendPrompt(message, card.findPrompt, QStringLiteral("{phrase}"), text);
        break;
    case Task::AskWithPlaces:
        append(message, {Piece::Kind::Grounding, {}});
        appendText(message, text);
        break;
    case Task::Ask:
        appendText(message, text);
        break;
    }
    return message;
}

} // namespace

bool isAnsweredFromText(const ModelCard& card, const AnalysisRequest& request) {
    return card.readingMode == ReadingMode::PackedRows && request.task != Task::Read;
}

std::vector<engine::Message> conversationOf(const ModelCard& card, const AnalysisRequest& request,
                                            qsizetype pictures, int row) {
    std::vector<engine::Message> messages;
    for (const ConversationTurn& turn : request.history) {
        messages.push_back(userMessage(card, turn.task, turn.question, pictures, row));
        pictures = 0; // they stand in the first turn
        engine::Message answer;
        answer.role = engine::Role::Assistant;
        append(answer, {Piece::Kind::Text, turn.answer.toStdString()});
        answer.tokens.assign(turn.answerTokens.begin(), turn.answerTokens.end());
        messages.push_back(std::move(answer));
    }
    messages.push_back(userMessage(card, request.task, request.text, pictures, row));
    return messages;
}

} // namespace app
