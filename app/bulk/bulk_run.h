// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkRun: a BulkRunner beside the window (job_run.h). GUI thread; queue and library must outlive
// it.
#pragma once

#include "app/bulk/job_run.h"
#include "app/bulk/runner.h"

namespace app {

class BulkRun final : public JobRun {
    Q_OBJECT
public:
    // Starts. library: null: nothing is looked up, nothing kept.
    BulkRun(BulkJob job, const ModelDescription& model, AnalysisQueue& queue, Library* library,
            QObject* parent = nullptr);
    ~BulkRun() override;

signals:
    void progressed(const app::BulkProgress& progress);
    void documentDone(const app::BulkDocument& document);
    // For room on a full drive, until it tells of nothing, or its end.
    void waits(const std::optional<app::RoomShortage>& shortage);
    // A job that could not begin has nothing but the report's end.
    void ended(const app::BulkReport& report);
};

} // namespace app
