// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TableRun: a TableRunner beside the window (job_run.h). GUI thread; queue and library must outlive
// it.
#pragma once

#include "app/bulk/job_run.h"
#include "app/bulk/table_runner.h"

namespace app {

class TableRun final : public JobRun {
    Q_OBJECT
public:
    // Starts. library: null: nothing is looked up, nothing kept.
    TableRun(TableJob job, const ModelDescription& model, AnalysisQueue& queue, Library* library,
             QObject* parent = nullptr);
    ~TableRun() override;

signals:
    void progressed(const app::TableProgress& progress);
    // It has one more answer, or has failed.
    void rowGrown(const app::TableRow& row);
    // A job that could not begin has nothing but the outcome's end.
    void ended(const app::TableOutcome& outcome);
};

} // namespace app
