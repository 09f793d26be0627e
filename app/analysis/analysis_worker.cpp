// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/analysis_worker.h"

#include <QElapsedTimer>

#include <utility>

namespace app {

namespace {

// A fast model writes more often than a screen shows; the event queue gets this rate at most.
constexpr qint64 kPartialIntervalMs = 30;

} // namespace

AnalysisWorker::AnalysisWorker(std::function<std::unique_ptr<Analyzer>()> makeAnalyzer)
    : m_makeAnalyzer(std::move(makeAnalyzer)) {}

Analyzer& AnalysisWorker::analyzer() {
    if (!m_analyzer) {
        m_analyzer = m_makeAnalyzer();
    }
    return *m_analyzer;
}

void AnalysisWorker::open(const ModelChoice& choice) {
    if (const Result<ModelDescription> model = analyzer().open(choice)) {
        emit opened(*model);
    } else {
        emit openFailed(model.error());
    }
}

void AnalysisWorker::run(const AnalysisRequest& request, std::stop_token stop) {
    emit started(request.id);
    QElapsedTimer sinceLast; // not started: the first characters show at once
    const auto partial = [&](const QString& textSoFar) {
        // What is held back here stands in the next partial text or in the result.
        if (!sinceLast.isValid() || sinceLast.elapsed() >= kPartialIntervalMs) {
            sinceLast.start();
            emit partialText(request.id, textSoFar);
        }
    };
    Result<AnalysisResult> result = analyzer().run(request, partial, std::move(stop));
    if (!result) {
        emit failed(request.id, result.error());
        return;
    }
    result->id = request.id;
    result->task = request.task;
    emit finished(*result);
}

} // namespace app
