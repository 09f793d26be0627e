// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkRun: a job beside the window: a BulkRunner on a thread of its own that puts its pages to the
// model through the window's queue, one at a time, so that a person's questions come between. Ends
// when another model is opened, since one job is one model's. GUI thread; queue and library must
// outlive it. Destruction stops and waits.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/bulk/runner.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace app {

class BulkRun final : public QObject {
    Q_OBJECT
public:
    // Starts. library: null: nothing is looked up, nothing kept.
    BulkRun(BulkJob job, const ModelDescription& model, AnalysisQueue& queue, Library* library,
            QObject* parent = nullptr);
    ~BulkRun() override;

    // The page in hand is finished first.
    void pause();
    void resume();

    bool isPaused() const { return m_isPaused; }

    // The page in hand is dropped; ended() follows.
    void stop();

signals:
    void begun(const QVector<app::BulkItem>& items);
    void progressed(const app::BulkProgress& progress);
    void documentDone(const app::BulkDocument& document);
    // A job that could not begin has nothing but the report's end.
    void ended(const app::BulkReport& report);

private:
    AnswerMeans means(const ModelDescription& model, Library* library);
    BulkListener listener();
    void setPaused(bool paused);
    void submit(const AnalysisRequest& request);
    void take(quint64 id, Result<AnalysisResult> answer);

    // On the thread of the run.
    Result<AnalysisResult> ask(const AnalysisRequest& request);

    AnalysisQueue& m_queue;
    quint64 m_asked = 0; // in the queue
    bool m_isPaused = false;

    std::mutex m_mutex; // the two below
    bool m_mayAsk = true;
    std::optional<Result<AnalysisResult>> m_answer;
    std::condition_variable_any m_changed;
    std::stop_source m_stop;
    std::thread m_thread; // last: starts when all others are there
};

} // namespace app
