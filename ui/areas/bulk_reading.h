// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkReading: many documents read one after another beside the work in the window: the dialog, the
// job that is under way, and the pages of it that a person looks at. GUI thread; workspace and
// library must outlive it.
#pragma once

#include "app/bulk/bulk_run.h"
#include "ui/dialogs/bulk_dialog.h"
#include "ui/workspace.h"

namespace ui {

class BulkReading final : public QObject {
    Q_OBJECT
public:
    explicit BulkReading(Workspace& work);
    ~BulkReading() override;

    QVector<ActionRow> rows();

    void use(app::Library& library) { m_library = &library; }

    // For the status line; empty: no job is under way.
    QString activity() const;
    // With these among the documents to read.
    void show(const QStringList& paths);
    void hide();

private:
    void buildDialog();
    void start(const app::BulkJob& job);
    void connectRun();
    void setPaused(bool paused);
    void stop();
    void end(const app::BulkReport& report);
    void takeModel();
    void lookAt(const BulkPlace& place);

    Workspace& m_work;
    app::Library* m_library = nullptr;
    BulkDialog* m_dialog = nullptr; // the window's, once it has been shown
    std::unique_ptr<app::BulkRun> m_run;
};

} // namespace ui
