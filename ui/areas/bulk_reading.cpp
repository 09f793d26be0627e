// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/bulk_reading.h"

#include "app/bulk/bulk_run.h"
#include "ui/dialogs/bulk_dialog.h"

#include <QMainWindow>

namespace ui {

namespace {

const app::Setting<QStringList> kInputs{"bulk/inputs"};
const app::Setting<QString> kFolder{"bulk/folder"};
const app::Setting<QStringList> kFormats{"bulk/formats", {QStringLiteral("pdf")}};
const app::Setting<int> kOwnText{"bulk/ownText", int(app::OwnText::Keep)};

app::BulkJob jobIn(const app::Settings& settings) {
    app::BulkJob job;
    job.inputs = settings.value(kInputs);
    job.folder = settings.value(kFolder);
    job.formats = settings.value(kFormats);
    job.ownText = app::OwnText(settings.value(kOwnText));
    return job;
}

void keep(app::Settings& settings, const app::BulkJob& job) {
    settings.set(kInputs, job.inputs);
    settings.set(kFolder, job.folder);
    settings.set(kFormats, job.formats);
    settings.set(kOwnText, int(job.ownText));
}

} // namespace

BulkReading::BulkReading(Workspace& work)
    : JobArea(work, {tr("reading many documents"), tr("paused: many documents")}) {}

QVector<ActionRow> BulkReading::rows() {
    return {{"readMany",
             tr("Read &Many Documents…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)},
             [this] { show({}); },
             tr("Read folders of documents into searchable PDFs and other formats")}};
}

JobDialog* BulkReading::makeDialog() {
    m_dialog = new BulkDialog(work().prompts(), jobIn(work().settings()), &work().window());
    return m_dialog;
}

QString BulkReading::problemOf(const app::ModelCard& card) const {
    return card.tasks.contains(app::Task::Read)
               ? QString()
               : tr("This model does not read pages. Load another one.");
}

std::unique_ptr<app::JobRun> BulkReading::begin(const app::ModelDescription& model,
                                                app::Library* library) {
    const app::BulkJob job = m_dialog->job();
    keep(work().settings(), job);
    auto run = std::make_unique<app::BulkRun>(job, model, work().queue(), library);
    connect(run.get(), &app::BulkRun::begun, m_dialog, &BulkDialog::begin);
    connect(run.get(), &app::BulkRun::progressed, m_dialog, &BulkDialog::showProgress);
    connect(run.get(), &app::BulkRun::documentDone, m_dialog, &BulkDialog::finish);
    connect(run.get(), &app::BulkRun::waits, this,
            [this](const std::optional<app::RoomShortage>& shortage) {
                m_dialog->showShortage(shortage);
                setWaiting(shortage.has_value());
            });
    connect(
        run.get(), &app::BulkRun::ended, this,
        [this](const app::BulkReport& report) {
            m_dialog->showEnd(report);
            end(tr("%Ln documents have been read.", nullptr, int(report.documents.size())));
        },
        Qt::QueuedConnection);
    return run;
}

} // namespace ui
