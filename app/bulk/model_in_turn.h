// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelInTurn: the window's model for a job on another thread. The job's requests go through the
// window's queue one at a time, so a person's questions come between. Stops when another model is
// opened, since one job is one model's. GUI thread but for what means() gives; queue and library
// must outlive it, and it the job's thread.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/library/kept_answers.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace app {

class ModelInTurn final : public QObject {
    Q_OBJECT
public:
    ModelInTurn(const ModelDescription& model, AnalysisQueue& queue, QObject* parent = nullptr);
    ~ModelInTurn() override;

    // For the job's thread. library: the one that the queue's analyzer keeps its answers in; null:
    // nothing is looked up.
    AnswerMeans means(Library* library);
    // "Tessera Nano 1.2"
    QString name() const;

    std::stop_token stopToken() const { return m_stop.get_token(); }

    // The request in hand is answered first.
    void pause() { setPaused(true); }

    void resume() { setPaused(false); }

    bool isPaused() const { return m_isPaused; }

    // The request in hand is dropped; from now on every answer is a cancelled one.
    void stop();

private:
    void setPaused(bool paused);
    void submit(const AnalysisRequest& request);
    void take(quint64 id, Result<AnalysisResult> answer);
    Result<AnalysisResult> ask(const AnalysisRequest& request); // on the job's thread

    const ModelDescription m_model;
    AnalysisQueue& m_queue;
    quint64 m_asked = 0; // in the queue
    bool m_isPaused = false;
    std::stop_source m_stop;

    std::mutex m_mutex; // the two below
    bool m_mayAsk = true;
    std::optional<Result<AnalysisResult>> m_answer;
    std::condition_variable_any m_changed;
};

} // namespace app
