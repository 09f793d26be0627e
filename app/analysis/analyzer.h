// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Analyzer: a model that answers requests. Two implementations: EngineAnalyzer (the real one) and a
// scripted one in tests/app. Lives on one thread, the engine thread; blocking.
#pragma once

#include "app/analysis/analysis.h"
#include "app/result.h"

#include <functional>
#include <stop_token>

namespace app {

// Receives the answer's text so far, grown by whole characters (for Read: whole lines may be
// replaced as they become final, so it is always the complete text until now).
using PartialText = std::function<void(const QString& textSoFar)>;

// Receives the share of a model that is loaded, 0…1.
using LoadProgress = std::function<void(double share)>;

// Receives what came of one of several requests that run together.
using AnswerEnded = std::function<void(qsizetype request, Result<AnalysisResult> result)>;

class Analyzer {
public:
    virtual ~Analyzer() = default;

    // Loads a model, replacing the one before. After a failure the old one is gone too. Stopped: a
    // failure, whose reason is of no interest.
    virtual Result<ModelDescription> open(const ModelChoice& choice,
                                          const LoadProgress& progress = {},
                                          std::stop_token stop = {}) = 0;
    // Gives the memory of the model back; nothing when none is open.
    virtual void close() = 0;
    // Cancelled is not a failure: the result then ends with AnswerEnd::Cancelled and keeps its
    // text.
    virtual Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial,
                                       std::stop_token stop) = 0;
};

} // namespace app
