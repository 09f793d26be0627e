// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkDialog: many documents to read: into which folder, as what, and what has come of each, those
// to look at first. GUI thread; the prompts must outlive it.
#pragma once

#include "app/bulk/runner.h"
#include "ui/bulk_rows.h"
#include "ui/dialogs/job_dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;

namespace ui {

class BulkDialog final : public JobDialog {
    Q_OBJECT
public:
    // job: what the form says at first.
    BulkDialog(Prompts& prompts, const app::BulkJob& job, QWidget* parent);
    ~BulkDialog() override;

    app::BulkJob job() const;

    void begin(const QVector<app::BulkItem>& items);
    void showProgress(const app::BulkProgress& progress);
    void finish(const app::BulkDocument& document);
    // The job waits for it; nothing: there is room again.
    void showShortage(const std::optional<app::RoomShortage>& shortage);
    void showEnd(const app::BulkReport& report);

private:
    QLayout* buildFolder(Prompts& prompts);
    QLayout* buildFormats(const QStringList& chosen);
    void fillOwnText(app::OwnText chosen);
    QTableView* buildTable();
    QString missing() const override;
    std::optional<JobPlace> lookAt(const QModelIndex& index) override;

    BulkRows m_rows;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_folder;
    QVector<QCheckBox*> m_formats;
    QComboBox* m_ownText;
};

} // namespace ui
