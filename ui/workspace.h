// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Workspace: what the areas of the window share: the services, the documents that are open, the
// views that more than one area works on, the actions and the loaded model, with the news about
// them. An area tells its news here and hears those of the others; none reaches into another. GUI
// thread; the services must outlive it.
#pragma once

#include "app/models/model_loader.h"
#include "ui/action_table.h"
#include "ui/document_loader.h"
#include "ui/document_tabs.h"
#include "ui/side_panel.h"

#include <optional>

class QMainWindow;

namespace ui {

class MessageBar;
class StatusLine;

struct Services {
    app::AnalysisQueue& queue;
    app::Settings& settings;
    Prompts& prompts;
    app::ModelLoader& models;
};

class Workspace final : public QObject {
    Q_OBJECT
public:
    // The views become the window's children; it puts them where they belong.
    Workspace(const Services& services, QMainWindow& window);

    app::AnalysisQueue& queue() const { return m_services.queue; }

    app::Settings& settings() const { return m_services.settings; }

    Prompts& prompts() const { return m_services.prompts; }

    app::ModelLoader& models() const { return m_services.models; }

    QMainWindow& window() const { return m_window; }

    ActionTable& actions() { return m_actions; }

    DocumentLoader& loader() { return m_loader; }

    app::PageRenderer& renderer() { return m_renderer; }

    DocumentTabs& documents() const { return *m_documents; }

    PageView& pages() const { return *m_pages; }

    SidePanel& side() const { return *m_side; }

    MessageBar& messages() const { return *m_messages; }

    StatusLine& status() const { return *m_status; }

    // Null: none is open.
    OpenDocument* current() const { return m_documents->current(); }

    const std::optional<app::ModelDescription>& model() const { return m_model; }

    void setModel(const std::optional<app::ModelDescription>& model);
    // Earlier turns go along with a question.
    bool keepsHistory() const;
    // What a question that is asked now is about.
    QVector<app::PagePart> questionParts() const;

    // Brings the side panel to the light, too.
    void showTab(SideTab tab);
    // Above the page, in nobody's way.
    void showFailure(const app::Failure& failure);
    void showNote(const QString& text);
    void showWarning(const QString& text);

    // Something has changed that decides which actions can be used.
    void noteChange() { emit changed(); }

signals:
    void changed();
    void modelChanged();
    // What is drawn on the pages is the tab's: the old one's goes, then the new one's comes.
    void tabLeft(ui::SideTab tab);
    void tabShown(ui::SideTab tab);

private:
    const Services m_services;
    QMainWindow& m_window;
    ActionTable m_actions;
    DocumentLoader m_loader;
    app::PageRenderer m_renderer;
    DocumentTabs* m_documents;
    PageView* m_pages;
    SidePanel* m_side;
    MessageBar* m_messages;
    StatusLine* m_status;
    std::optional<app::ModelDescription> m_model;
    SideTab m_tab = SideTab::Ask;
};

} // namespace ui
