// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkAsking: many documents asked the same questions, and the table of answers into a file
// (job_area.h). GUI thread.
#pragma once

#include "app/bulk/table.h"
#include "ui/areas/job_area.h"

namespace ui {

class TableDialog;

class BulkAsking final : public JobArea {
    Q_OBJECT
public:
    explicit BulkAsking(Workspace& work);

    QVector<ActionRow> rows();

private:
    JobDialog* makeDialog() override;
    QString problemOf(const app::ModelCard& card) const override;
    QString adviceOf(const app::ModelCard& card) const override;
    std::unique_ptr<app::JobRun> begin(const app::ModelDescription& model,
                                       app::Library* library) override;
    void save();

    TableDialog* m_dialog = nullptr; // the window's, once it has been shown
    app::Table m_table;              // of the last run
};

} // namespace ui
