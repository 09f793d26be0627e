// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelOnDemand: the model that the options name, loaded when the first page needs it, so that a
// bad file is told at once. And the parts of the JSON outputs that commands share. One thread.
#pragma once

#include "app/analysis/engine_analyzer.h"
#include "app/cli/command.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace app {

class ModelOnDemand {
public:
    explicit ModelOnDemand(const CommandContext& context)
        : m_context(context) {}

    // Loads it if that was not tried before; afterwards always the same answer.
    Result<const ModelDescription*> description();
    Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial);
    // What it says about itself, without loading it.
    Result<ModelCard> card() const;

    bool hasFailed() const { return m_description && !*m_description; }

    // After description() succeeded.
    EngineAnalyzer& analyzer() { return m_analyzer; }

private:
    Result<ModelDescription> open();

    const CommandContext& m_context;
    EngineAnalyzer m_analyzer;
    std::optional<Result<ModelDescription>> m_description;
};

// "the model began to repeat itself": why an answer is not whole; empty when it is.
QString incompleteness(AnswerEnd end);
// "412 tokens, 2.30 s", or since when it has been in the library.
QString effortOf(const AnalysisResult& result);

// --- parts of the JSON outputs ---

inline constexpr int kJsonSchema = 1;

// [x0, y0, x1, y1]
QJsonArray boxJson(const QRectF& box);
// "picture": which of the pictures asked about, from 0.
QJsonArray placesJson(const QVector<Place>& places);
// {"end": "complete", "keptSince": null, "promptTokens": …, "visualTokens": …, "answerTokens": …,
// "seconds": {…}}; keptSince: when it came into the library, from where it has been taken now.
QJsonObject runJson(const AnalysisResult& result);
void printJson(Console& console, const QJsonObject& object);

} // namespace app
