// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JobArea: a job with many documents beside the work in the window: its dialog, its run, and a look
// at what it has made of a page. What the job does is its kinds' (BulkReading, BulkAsking). GUI
// thread; workspace and library must outlive it.
#pragma once

#include "app/bulk/job_run.h"
#include "ui/dialogs/job_dialog.h"
#include "ui/lit_words.h"
#include "ui/workspace.h"

namespace ui {

class JobArea : public QObject {
    Q_OBJECT
public:
    ~JobArea() override;

    void use(app::Library& library) { m_library = &library; }

    // For the status line; empty: no job is under way.
    QString activity() const;
    // With these among the documents.
    void show(const QStringList& paths);
    void hide();

protected:
    // What the status line says.
    struct Activities {
        QString running;
        QString paused;
    };

    JobArea(Workspace& work, Activities activities);

    Workspace& work() const { return m_work; }

    // The window's, once it has been shown.
    virtual JobDialog* makeDialog() = 0;
    // Why this model cannot do it; empty: it can.
    virtual QString problemOf(const app::ModelCard& card) const = 0;

    // What to know before one begins with it.
    virtual QString adviceOf(const app::ModelCard&) const { return {}; }

    // Keeps in the settings what the dialog says, begins with it and connects the run with it.
    virtual std::unique_ptr<app::JobRun> begin(const app::ModelDescription& model,
                                               app::Library* library) = 0;
    // It waits until a full drive has room.
    void setWaiting(bool waiting);
    // For the run's ended(). note: said in the window when the dialog is not seen.
    void end(const QString& note);

private:
    void buildDialog();
    void takeModel();
    void start();
    void setPaused(bool paused);
    void stop();
    void lookAt(const JobPlace& place);
    void light(const OpenDocument* shown);

    Workspace& m_work;
    const Activities m_activities;
    app::Library* m_library = nullptr;
    JobDialog* m_dialog = nullptr;
    std::unique_ptr<app::JobRun> m_run;
    bool m_isWaiting = false;
    LitWords m_lit;
    std::optional<JobPlace> m_wanted; // to light once its document is shown
};

} // namespace ui
