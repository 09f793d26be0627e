// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// NavigationPanel: the panel on the left with the pages and the outline in tabs. GUI thread.
#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace ui {

class OutlineView;
class PageStrip;

class NavigationPanel final : public QWidget {
    Q_OBJECT
public:
    enum class Tab { Pages, Outline };

    NavigationPanel(PageStrip* pages, OutlineView* outline, QWidget* parent = nullptr);

    void setCurrent(Tab tab);
    Tab current() const;

    QSize minimumSizeHint() const override; // what the texts need

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTabBar* m_tabs;
    QStackedWidget* m_views;
};

} // namespace ui
