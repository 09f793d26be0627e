// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/analysis_worker.h"

#include <QElapsedTimer>

#include <utility>

namespace app {

namespace {

// A fast model writes more often than a screen shows; the queue hears of it at this rate at most.
constexpr qint64 kProgressIntervalMs = 30;

} // namespace

AnalysisWorker::AnalysisWorker(std::function<std::unique_ptr<Analyzer>()> makeAnalyzer)
    : m_makeAnalyzer(std::move(makeAnalyzer))
    , m_thread([this](std::stop_token quit) { work(std::move(quit)); }) {}

AnalysisWorker::~AnalysisWorker() {
    m_thread.request_stop();
    m_thread.join();
}

void AnalysisWorker::post(Job job) {
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_jobPosted.notify_one();
}

std::vector<AnalysisWorker::Report> AnalysisWorker::takeReports() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_reports, {});
}

void AnalysisWorker::report(Report report) {
    {
        const std::lock_guard lock(m_mutex);
        m_reports.push_back(std::move(report));
    }
    emit reported();
}

void AnalysisWorker::work(std::stop_token quit) {
    m_analyzer = m_makeAnalyzer();
    while (true) {
        std::unique_lock lock(m_mutex);
        m_jobPosted.wait(lock, quit, [this] { return !m_jobs.empty(); });
        if (quit.stop_requested()) {
            break;
        }
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        std::visit([this](const auto& wanted) { handle(wanted); }, job);
    }
    m_analyzer.reset();
}

void AnalysisWorker::handle(const Open& job) {
    QElapsedTimer sinceLast;
    const auto progress = [&](double share) {
        if (!sinceLast.isValid() || sinceLast.elapsed() >= kProgressIntervalMs) {
            sinceLast.start();
            report(LoadingProgress{share});
        }
    };
    Result<ModelDescription> model = m_analyzer->open(job.choice, progress, job.stop);
    if (model) {
        report(std::move(*model));
    } else {
        report(AnalysisFailed{0, std::move(model.error())});
    }
}

void AnalysisWorker::handle(const Close& /*job*/) {
    m_analyzer->close();
    report(ModelClosed{});
}

void AnalysisWorker::handle(const Run& job) {
    const quint64 id = job.request.id;
    report(AnalysisStarted{id});
    QElapsedTimer sinceLast; // not started: the first characters show at once
    const auto partial = [&](const QString& textSoFar) {
        // What is held back here stands in the next progress or in the result.
        if (!sinceLast.isValid() || sinceLast.elapsed() >= kProgressIntervalMs) {
            sinceLast.start();
            report(AnalysisProgress{id, textSoFar});
        }
    };
    Result<AnalysisResult> result = m_analyzer->run(job.request, partial, job.stop);
    if (!result) {
        report(AnalysisFailed{id, std::move(result.error())});
        return;
    }
    result->id = id;
    result->task = job.request.task;
    report(std::move(*result));
}

} // namespace app
