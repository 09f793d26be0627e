// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace.h"

#include "app/log.h"
#include "ui/failure_text.h"
#include "ui/status_line.h"
#include "ui/widgets/message_bar.h"

#include <QMainWindow>

#include <utility>

namespace ui {

Workspace::Workspace(const Services& services, QMainWindow& window)
    : m_services(services)
    , m_window(window)
    , m_actions(window)
    , m_loader(services.prompts)
    , m_documents(new DocumentTabs(services.queue, &window))
    , m_pages(new PageView(m_renderer, &window))
    , m_side(new SidePanel(&window))
    , m_messages(new MessageBar(&window))
    , m_status(new StatusLine(&window)) {
    // Before the areas: what they show lies on these pages.
    connect(m_documents, &DocumentTabs::leaving, this,
            [this](OpenDocument& open) { open.position = m_pages->position(); });
    connect(m_documents, &DocumentTabs::shown, this, [this](const OpenDocument* open) {
        m_pages->setDocument(open ? open->document : nullptr,
                             open ? open->position : ViewPosition());
    });
    connect(m_side, &SidePanel::currentChanged, this, [this](SideTab tab) {
        emit tabLeft(std::exchange(m_tab, tab));
        emit tabShown(tab);
        noteChange();
    });
    connect(m_pages, &PageView::pageFailed, this,
            [this](int, const app::Failure& failure) { showFailure(failure); });
    connect(m_pages, &PageView::currentPageChanged, this, &Workspace::changed);
    connect(&services.queue, &app::AnalysisQueue::busyChanged, this, &Workspace::changed);
}

void Workspace::setModel(const std::optional<app::ModelDescription>& model) {
    m_model = model;
    emit modelChanged();
    noteChange();
}

bool Workspace::keepsHistory() const {
    // A model that only looks fields up was not trained on conversations.
    return m_model && m_model->card.lookUpPrompt.isEmpty();
}

QVector<app::PagePart> Workspace::questionParts() const {
    const OpenDocument* open = current();
    return open != nullptr ? open->parts.partsFor(m_pages->currentPage())
                           : QVector<app::PagePart>();
}

void Workspace::showTab(SideTab tab) {
    m_side->setCurrent(tab);
    m_actions["showSidePanel"]->setChecked(true);
}

void Workspace::showFailure(const app::Failure& failure) {
    app::logFailure(failure);
    m_messages->showMessage(MessageBar::Kind::Warning, failureText(failure),
                            failureDetails(failure));
}

void Workspace::showNote(const QString& text) {
    m_messages->showMessage(MessageBar::Kind::Note, text);
}

void Workspace::showWarning(const QString& text) {
    m_messages->showMessage(MessageBar::Kind::Warning, text);
}

} // namespace ui
