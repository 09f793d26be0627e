// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelOnDemand: the model that the options name, loaded when the first page needs it, so that a
// bad file is told at once. And the parts of the JSON outputs that commands share. One thread.
#pragma once

#include "app/analysis/answer_end.h"
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
    // Each is told of once; see EngineAnalyzer.
    void runTogether(const QVector<AnalysisRequest>& requests, const AnswerEnded& ended);
    // What it says about itself, without loading it.
    Result<ModelCard> card() const;
    // How it is opened; the folder is the card's.
    ModelChoice choice() const;

    // Says what one should know about it before believing its answers.
    void tellLimits() const;

    bool hasFailed() const { return m_description && !*m_description; }

    // After description() succeeded.
    EngineAnalyzer& analyzer() { return m_analyzer; }

private:
    Result<ModelDescription> open();

    const CommandContext& m_context;
    EngineAnalyzer m_analyzer;
    std::optional<Result<ModelDescription>> m_description;
};

// "412 tokens, 2.30 s", or since when it has been in the library.
QString effortOf(const AnalysisResult& result);

// --- parts of the JSON outputs ---

inline constexpr int kJsonSchema = 1;

// "picture": which of the pictures asked about, from 0.
QJsonArray placesJson(const QVector<Place>& places);
// {"end": "complete", "keptSince": null, "promptTokens": …, "visualTokens": …, "answerTokens": …,
// "seconds": {…}}; keptSince: when it came into the library, from where it has been taken now.
QJsonObject runJson(const AnalysisResult& result);
void printJson(Console& console, const QJsonObject& object);

} // namespace app
