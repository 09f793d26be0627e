// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Viewing: how the pages are looked at: zoom, turns, colours and what the mouse does on them. GUI
// thread; the workspace must outlive it.
#pragma once

#include "ui/workspace.h"

class QToolButton;

namespace ui {

class Viewing final : public QObject {
    Q_OBJECT
public:
    explicit Viewing(Workspace& work);

    QVector<ActionRow> zoomRows();
    QVector<ActionRow> turnRows();
    QVector<ActionRow> colorRows();
    QVector<ActionRow> mouseRows();
    // Once all actions are there: as an earlier run left it.
    void connectActions();

    // For the tool bar.
    QToolButton* zoomButton() const { return m_zoomButton; }

    // In the settings, for the next run.
    void keep();

signals:
    void pageColorsChanged(app::PageColors colors);

private:
    void setPageColors(app::PageColors colors);
    void setMouseMode(MouseMode mode);
    void showZoom();
    void updateActions();

    Workspace& m_work;
    PageView& m_pages;
    QToolButton* m_zoomButton; // the tool bar's
};

} // namespace ui
