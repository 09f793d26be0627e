// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/bulk_reading.h"

#include <QMainWindow>
#include <QWindow>

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
    : m_work(work) {
    connect(&work, &Workspace::modelChanged, this, &BulkReading::takeModel);
}

BulkReading::~BulkReading() = default;

QVector<ActionRow> BulkReading::rows() {
    return {{"readMany",
             tr("Read &Many Documents…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)},
             [this] { show({}); },
             tr("Read folders of documents into searchable PDFs and other formats")}};
}

QString BulkReading::activity() const {
    return !m_run              ? QString()
           : m_run->isPaused() ? tr("paused: many documents")
                               : tr("reading many documents");
}

void BulkReading::show(const QStringList& paths) {
    if (m_dialog == nullptr) {
        buildDialog();
    }
    m_dialog->addInputs(paths);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void BulkReading::hide() {
    if (m_dialog != nullptr) {
        m_dialog->hide();
    }
}

void BulkReading::buildDialog() {
    m_dialog = new BulkDialog(m_work.prompts(), jobIn(m_work.settings()), &m_work.window());
    m_dialog->create();
    m_dialog->windowHandle()->setTransientParent(nullptr); // the page looked at may lie above it
    connect(m_dialog, &BulkDialog::startWanted, this, &BulkReading::start);
    connect(m_dialog, &BulkDialog::pauseWanted, this, [this] { setPaused(true); });
    connect(m_dialog, &BulkDialog::resumeWanted, this, [this] { setPaused(false); });
    connect(m_dialog, &BulkDialog::stopWanted, this, &BulkReading::stop);
    connect(m_dialog, &BulkDialog::lookWanted, this, &BulkReading::lookAt);
    takeModel();
}

void BulkReading::takeModel() {
    if (m_dialog == nullptr) {
        return;
    }
    const auto& model = m_work.model();
    const bool reads = model && model->card.tasks.contains(app::Task::Read);
    m_dialog->setModelProblem(reads   ? QString()
                              : model ? tr("This model does not read pages. Load another one.")
                                      : tr("No model is loaded yet (Tools, Models)."));
}

void BulkReading::start(const app::BulkJob& job) {
    if (m_run || !m_work.model()) {
        return;
    }
    keep(m_work.settings(), job);
    m_run = std::make_unique<app::BulkRun>(job, *m_work.model(), m_work.queue(), m_library);
    connectRun();
    m_dialog->setState(BulkDialog::State::Running);
    m_work.noteChange();
}

void BulkReading::connectRun() {
    connect(m_run.get(), &app::BulkRun::begun, m_dialog, &BulkDialog::begin);
    connect(m_run.get(), &app::BulkRun::progressed, m_dialog, &BulkDialog::showProgress);
    connect(m_run.get(), &app::BulkRun::documentDone, m_dialog, &BulkDialog::finish);
    connect(m_run.get(), &app::BulkRun::ended, this, &BulkReading::end, Qt::QueuedConnection);
}

void BulkReading::setPaused(bool paused) {
    if (m_run) {
        paused ? m_run->pause() : m_run->resume();
        m_dialog->setState(paused ? BulkDialog::State::Paused : BulkDialog::State::Running);
        m_work.noteChange();
    }
}

void BulkReading::stop() {
    if (m_run) {
        m_run->stop();
        m_dialog->setState(BulkDialog::State::Stopping);
    }
}

void BulkReading::end(const app::BulkReport& report) {
    m_run.reset();
    m_dialog->showEnd(report);
    m_work.noteChange();
    if (!m_dialog->isVisible()) {
        m_work.showNote(tr("%Ln documents have been read.", nullptr, int(report.documents.size())));
    }
}

void BulkReading::lookAt(const BulkPlace& place) {
    if (m_work.documents().showPath(place.path)) {
        m_work.pages().goToPage(place.page);
    } else {
        ViewPosition position;
        position.top.page = place.page;
        m_work.documents().expect(place.path, position);
        m_work.loader().open({place.path});
    }
    m_work.window().raise();
    m_work.window().activateWindow();
}

} // namespace ui
