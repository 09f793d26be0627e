// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Annotating: the boxes of the document that is shown: table and pages follow each other, what a
// person does can be undone, places of an answer become boxes. GUI thread; the workspace must
// outlive it.
#pragma once

#include "ui/workspace.h"

namespace ui {

class BoxTool;
class BoxesPanel;

class Annotating final : public QObject {
    Q_OBJECT
public:
    explicit Annotating(Workspace& work);

    BoxesPanel& panel() const { return *m_boxes; }

    QVector<ActionRow> historyRows();
    QVector<ActionRow> boxRows();
    // Once all actions are there.
    void connectActions();

    // Boxes of the places of this turn.
    void keepPlaces(int turn);

private:
    void connectDocuments();
    void connectBoxes();
    void showPage(int page);
    void showBoxes();
    void revealBox(quint64 id);
    void updateActions();

    Workspace& m_work;
    BoxTool* m_boxTool;  // the pages'
    BoxesPanel* m_boxes; // the side panel's
};

} // namespace ui
