// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AnalysisWorker: the adapter between the queue's signals and a blocking Analyzer. It lives on the
// engine thread; the analyzer is made, used and destroyed there. Every signal carries values only.
#pragma once

#include "app/analysis/analysis.h"
#include "app/analysis/analyzer.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace app {

class AnalysisWorker final : public QObject {
    Q_OBJECT
public:
    explicit AnalysisWorker(std::function<std::unique_ptr<Analyzer>()> makeAnalyzer);

    // Both block until done and end with exactly one of their two closing signals.
    void open(const ModelChoice& choice);
    void run(const AnalysisRequest& request, std::stop_token stop);

signals:
    void opened(const app::ModelDescription& model);
    void openFailed(const app::Failure& failure);
    void started(quint64 id);
    void partialText(quint64 id, const QString& textSoFar);
    void finished(const app::AnalysisResult& result);
    void failed(quint64 id, const app::Failure& failure);

private:
    Analyzer& analyzer();

    std::function<std::unique_ptr<Analyzer>()> m_makeAnalyzer;
    std::unique_ptr<Analyzer> m_analyzer;
};

} // namespace app
