// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AnalysisWorker: the engine thread and the blocking Analyzer on it, which is made, used and
// destroyed there. Jobs and reports are values that wait in two boxes under a mutex. The object
// belongs to the GUI thread; reported() is emitted from the engine thread and only says that there
// is something to take. Destruction waits for the job at hand: stop it first.
#pragma once

#include "app/analysis/analysis.h"
#include "app/analysis/analyzer.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <variant>
#include <vector>

namespace app {

struct AnalysisStarted {
    quint64 id = 0;
};

struct AnalysisProgress {
    quint64 id = 0;
    QString textSoFar;
};

struct AnalysisFailed {
    quint64 id = 0; // 0: the model did not open
    Failure failure;
};

struct LoadingProgress {
    double share = 0;
};

struct ModelClosed {};

class AnalysisWorker final : public QObject {
    Q_OBJECT
public:
    struct Run {
        AnalysisRequest request;
        std::stop_token stop;
    };

    struct Open {
        ModelChoice choice;
        std::stop_token stop;
    };

    struct Close {};

    using Job = std::variant<Open, Close, Run>;
    using Report = std::variant<AnalysisStarted, AnalysisProgress, AnalysisFailed, AnalysisResult,
                                LoadingProgress, ModelDescription, ModelClosed>;

    explicit AnalysisWorker(std::function<std::unique_ptr<Analyzer>()> makeAnalyzer);
    ~AnalysisWorker() override;

    // A job ends with one AnalysisFailed, AnalysisResult, ModelDescription or ModelClosed.
    void post(Job job);
    std::vector<Report> takeReports();

signals:
    void reported();

private:
    void work(std::stop_token quit);
    void handle(const Open& job);
    void handle(const Close& job);
    void handle(const Run& job);
    void report(Report report);

    std::function<std::unique_ptr<Analyzer>()> m_makeAnalyzer;
    std::unique_ptr<Analyzer> m_analyzer; // engine thread only
    std::mutex m_mutex;                   // guards the two boxes
    std::condition_variable_any m_jobPosted;
    std::deque<Job> m_jobs;
    std::vector<Report> m_reports;
    std::jthread m_thread; // last: starts when all others are there, joins before they go
};

} // namespace app
