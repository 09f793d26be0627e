// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/job_area.h"

#include <QMainWindow>
#include <QWindow>

#include <utility>

namespace ui {

JobArea::JobArea(Workspace& work, Activities activities)
    : m_work(work)
    , m_activities(std::move(activities))
    , m_lit(work.pages()) {
    connect(&work, &Workspace::modelChanged, this, &JobArea::takeModel);
    connect(&work.documents(), &DocumentTabs::leaving, this, [this] { m_lit.clear(); });
    connect(&work.documents(), &DocumentTabs::shown, this, &JobArea::light);
}

JobArea::~JobArea() = default;

QString JobArea::activity() const {
    if (m_run && m_isWaiting) {
        return tr("paused: the drive is full");
    }
    return !m_run ? QString() : m_run->isPaused() ? m_activities.paused : m_activities.running;
}

void JobArea::show(const QStringList& paths) {
    if (m_dialog == nullptr) {
        buildDialog();
    }
    m_dialog->addInputs(paths);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void JobArea::hide() {
    if (m_dialog != nullptr) {
        m_dialog->hide();
    }
}

void JobArea::buildDialog() {
    m_dialog = makeDialog();
    m_dialog->create();
    m_dialog->windowHandle()->setTransientParent(nullptr); // the page looked at may lie above it
    connect(m_dialog, &JobDialog::startWanted, this, &JobArea::start);
    connect(m_dialog, &JobDialog::pauseWanted, this, [this] { setPaused(true); });
    connect(m_dialog, &JobDialog::resumeWanted, this, [this] { setPaused(false); });
    connect(m_dialog, &JobDialog::stopWanted, this, &JobArea::stop);
    connect(m_dialog, &JobDialog::lookWanted, this, &JobArea::lookAt);
    takeModel();
}

void JobArea::takeModel() {
    if (m_dialog == nullptr) {
        return;
    }
    if (const auto& model = m_work.model()) {
        m_dialog->setModel(problemOf(model->card), adviceOf(model->card));
    } else {
        m_dialog->setModel(tr("No model is loaded yet (Tools, Models)."), {});
    }
}

void JobArea::start() {
    if (!m_run && m_work.model()) {
        m_run = begin(*m_work.model(), m_library);
        m_dialog->setState(JobDialog::State::Running);
        m_work.noteChange();
    }
}

void JobArea::setPaused(bool paused) {
    if (m_run) {
        paused ? m_run->pause() : m_run->resume();
        m_dialog->setState(paused ? JobDialog::State::Paused : JobDialog::State::Running);
        m_work.noteChange();
    }
}

void JobArea::stop() {
    if (m_run) {
        m_run->stop();
        m_dialog->setState(JobDialog::State::Stopping);
    }
}

void JobArea::setWaiting(bool waiting) {
    m_isWaiting = waiting;
    m_work.noteChange();
}

void JobArea::end(const QString& note) {
    m_run.reset();
    m_isWaiting = false;
    m_work.noteChange();
    if (!m_dialog->isVisible()) {
        m_work.showNote(note);
    }
}

// --- a look at a page ---

void JobArea::lookAt(const JobPlace& place) {
    if (m_work.documents().showPath(place.path)) {
        m_work.pages().goToPage(place.page);
        m_wanted = place;
        light(m_work.current());
    } else {
        m_wanted = place;
        ViewPosition position;
        position.top.page = place.page;
        m_work.documents().expect(place.path, position);
        m_work.loader().open({place.path});
    }
    m_work.window().raise();
    m_work.window().activateWindow();
}

void JobArea::light(const OpenDocument* shown) {
    if (shown == nullptr || !m_wanted || shown->path != m_wanted->path) {
        return;
    }
    const JobPlace place = *std::exchange(m_wanted, std::nullopt);
    m_lit.show(place.page, place.boxes);
    if (!place.boxes.isEmpty()) {
        m_work.pages().reveal(place.page, place.boxes.first());
    }
}

} // namespace ui
