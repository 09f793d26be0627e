// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkReading: many documents read one after another into files (job_area.h). GUI thread.
#pragma once

#include "ui/areas/job_area.h"

namespace ui {

class BulkDialog;

class BulkReading final : public JobArea {
    Q_OBJECT
public:
    explicit BulkReading(Workspace& work);

    QVector<ActionRow> rows();

private:
    JobDialog* makeDialog() override;
    QString problemOf(const app::ModelCard& card) const override;
    std::unique_ptr<app::JobRun> begin(const app::ModelDescription& model,
                                       app::Library* library) override;

    BulkDialog* m_dialog = nullptr; // the window's, once it has been shown
};

} // namespace ui
