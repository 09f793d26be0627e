// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JobRun: a job beside the window: a thread of its own, and the window's model in turn with a
// person's questions. What the job does and what it tells is its kinds' (BulkRun, TableRun). GUI
// thread; queue and library must outlive it. Destruction stops and waits.
#pragma once

#include "app/bulk/job.h"
#include "app/bulk/model_in_turn.h"

#include <QObject>

#include <functional>
#include <thread>
#include <utility>

namespace app {

class JobRun : public QObject {
    Q_OBJECT
public:
    ~JobRun() override;

    // The request in hand is answered first.
    void pause() { m_model.pause(); }

    void resume() { m_model.resume(); }

    bool isPaused() const { return m_model.isPaused(); }

    // The request in hand is dropped; the kind's ended() follows.
    void stop() { m_model.stop(); }

signals:
    void begun(const QVector<app::BulkItem>& items);

protected:
    JobRun(const ModelDescription& model, AnalysisQueue& queue, QObject* parent);

    const ModelInTurn& model() const { return m_model; }

    AnswerMeans means(Library* library) { return m_model.means(library); }

    // The work, on the thread.
    void start(std::function<void()> work);
    // Stops and waits: for the destructors of the kinds, whose members the work may use.
    void finish();

    // What came of the work; of work that could not begin, nothing but why, as its end.
    template <typename Report>
    static Report withEnd(Result<Report> report) {
        if (report) {
            return *std::move(report);
        }
        Report none;
        none.end = report.error();
        return none;
    }

    // What emits the signal of this run on the GUI thread, for the thread of the work. What it
    // still wanted to tell goes with the run.
    template <typename Run, typename... News>
    std::function<void(const News&...)> telling(void (Run::*signal)(const News&...)) {
        return [run = static_cast<Run*>(this), signal](const News&... news) {
            QMetaObject::invokeMethod(
                run, [run, signal, news...] { emit(run->*signal)(news...); }, Qt::QueuedConnection);
        };
    }

private:
    ModelInTurn m_model;
    std::thread m_thread;
};

} // namespace app
