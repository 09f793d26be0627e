// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Navigating: where one is in the document and how one gets elsewhere: page list, outline, page
// number, back and forward. GUI thread; the workspace must outlive it.
#pragma once

#include "ui/workspace.h"

class QLabel;
class QLineEdit;

namespace ui {

class NavigationPanel;
class OutlineView;
class PageStrip;

class Navigating final : public QObject {
    Q_OBJECT
public:
    explicit Navigating(Workspace& work);

    NavigationPanel& panel() const { return *m_panel; }

    // For the tool bar.
    QWidget* pageNumber() const { return m_pageNumber; }

    QVector<ActionRow> pageRows();
    QVector<ActionRow> historyRows();
    void setPageColors(app::PageColors colors);

private:
    void buildPageNumber();
    void show(const OpenDocument* open);
    void showPage(int page);
    void showPageNumber();
    void followOutline();
    void goToTypedPage();
    void goBack();
    void goForward();
    void refreshPageStates();
    void updateActions();

    Workspace& m_work;
    PageView& m_pages;
    PageStrip* m_strip;
    OutlineView* m_outline;
    NavigationPanel* m_panel; // the window's
    QWidget* m_pageNumber;    // the tool bar's
    QLineEdit* m_pageField = nullptr;
    QLabel* m_pageTotal = nullptr;
};

} // namespace ui
