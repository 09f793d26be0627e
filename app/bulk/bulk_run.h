// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkRun: a job beside the window: a BulkRunner on a thread of its own, with the window's model.
// GUI thread; queue and library must outlive it. Destruction stops and waits.
#pragma once

#include "app/bulk/model_in_turn.h"
#include "app/bulk/runner.h"

#include <QObject>

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
    void pause() { m_model.pause(); }

    void resume() { m_model.resume(); }

    bool isPaused() const { return m_model.isPaused(); }

    // The page in hand is dropped; ended() follows.
    void stop() { m_model.stop(); }

signals:
    void begun(const QVector<app::BulkItem>& items);
    void progressed(const app::BulkProgress& progress);
    void documentDone(const app::BulkDocument& document);
    // A job that could not begin has nothing but the report's end.
    void ended(const app::BulkReport& report);

private:
    BulkListener listener();

    ModelInTurn m_model;
    std::thread m_thread; // last: starts when all others are there
};

} // namespace app
