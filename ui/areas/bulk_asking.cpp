// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/bulk_asking.h"

#include "app/bulk/table_run.h"
#include "app/files/file_writer.h"
#include "app/off_thread.h"
#include "ui/dialogs/table_dialog.h"
#include "ui/failure_text.h"

#include <QDir>
#include <QFileInfo>
#include <QMainWindow>
#include <QStandardPaths>

namespace ui {

namespace {

const app::Setting<QStringList> kInputs{"table/inputs"};
const app::Setting<QStringList> kQuestions{"table/questions"}; // as app::lineOf writes them
const app::Setting<int> kRows{"table/rows", int(app::TableRows::Documents)};
const app::Setting<QString> kPages{"table/pages"};
const app::Setting<QString> kFile{"table/file"};

app::TableJob jobIn(const app::Settings& settings) {
    app::TableJob job;
    job.inputs = settings.value(kInputs);
    for (const QString& line : settings.value(kQuestions)) {
        job.questions.append(app::tableQuestion(line));
    }
    job.rows = app::TableRows(settings.value(kRows));
    job.pages = settings.value(kPages);
    return job;
}

void keep(app::Settings& settings, const app::TableJob& job) {
    QStringList questions;
    for (const app::TableQuestion& question : job.questions) {
        questions.append(app::lineOf(question));
    }
    settings.set(kInputs, job.inputs);
    settings.set(kQuestions, questions);
    settings.set(kRows, int(job.rows));
    settings.set(kPages, job.pages);
}

} // namespace

BulkAsking::BulkAsking(Workspace& work)
    : JobArea(work, {tr("asking many documents"), tr("paused: questions to many documents")}) {}

QVector<ActionRow> BulkAsking::rows() {
    return {{"askMany",
             tr("&Ask Many Documents…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
             [this] { show({}); },
             tr("Ask many documents the same questions: a table with a row for each")}};
}

JobDialog* BulkAsking::makeDialog() {
    m_dialog = new TableDialog(work().prompts(), jobIn(work().settings()), &work().window());
    connect(m_dialog, &TableDialog::saveWanted, this, &BulkAsking::save);
    return m_dialog;
}

QString BulkAsking::problemOf(const app::ModelCard& card) const {
    const bool answers =
        card.tasks.contains(app::Task::Ask) || card.tasks.contains(app::Task::AskWithPlaces);
    return answers ? QString() : tr("This model does not answer questions. Load another one.");
}

QString BulkAsking::adviceOf(const app::ModelCard& card) const {
    return card.lookUpPrompt.isEmpty()
               ? QString()
               : tr("This model looks up named fields: write “total” or “date” instead of whole "
                    "questions.");
}

std::unique_ptr<app::JobRun> BulkAsking::begin(const app::ModelDescription& model,
                                               app::Library* library) {
    const app::TableJob job = m_dialog->job();
    keep(work().settings(), job);
    auto run = std::make_unique<app::TableRun>(job, model, work().queue(), library);
    connect(run.get(), &app::TableRun::begun, m_dialog, &TableDialog::begin);
    connect(run.get(), &app::TableRun::progressed, m_dialog, &TableDialog::showProgress);
    connect(run.get(), &app::TableRun::rowGrown, m_dialog, &TableDialog::take);
    connect(
        run.get(), &app::TableRun::ended, this,
        [this](const app::TableOutcome& outcome) {
            m_table = outcome.table;
            m_dialog->showEnd(outcome);
            end(tr("The table of answers has %Ln rows.", nullptr, int(outcome.table.rows.size())));
        },
        Qt::QueuedConnection);
    return run;
}

// The person was asked before a file is replaced.
void BulkAsking::save() {
    const QString before = work().settings().value(kFile);
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path = work().prompts().chooseTableFile(
        before.isEmpty() ? documents.filePath(tr("answers") + QStringLiteral(".xlsx")) : before);
    if (path.isEmpty()) {
        return;
    }
    const app::TableFormat* format = app::tableFormat(QFileInfo(path).suffix());
    if (format == nullptr) {
        m_dialog->showSaved(
            tr("“%1” ends with none of .xlsx, .csv and .jsonl.").arg(QFileInfo(path).fileName()));
        return;
    }
    work().settings().set(kFile, path);
    app::runOffThread(
        this,
        [table = m_table, format, path] {
            return format->write(table).and_then([&](const QByteArray& bytes) {
                return app::writeFile(path, bytes, app::Existing::Replace);
            });
        },
        [this, path, rows = m_table.rows.size()](const app::Result<void>& written) {
            m_dialog->showSaved(written ? tr("%Ln rows are saved in “%1”.", nullptr, int(rows))
                                              .arg(QDir::toNativeSeparators(path))
                                        : failureText(written.error()));
        });
}

} // namespace ui
