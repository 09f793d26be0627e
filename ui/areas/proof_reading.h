// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ProofReading: what was read goes to the text tab; its lines and the page follow each other;
// uncertain words are walked through, over the pages that were read. GUI thread; the workspace must
// outlive it.
#pragma once

#include "ui/workspace.h"

namespace ui {

class TextPanel;

class ProofReading final : public QObject {
    Q_OBJECT
public:
    explicit ProofReading(Workspace& work);

    TextPanel& panel() const { return *m_text; }

    QVector<ActionRow> rows();
    // Once all actions are there.
    void connectActions();

private:
    void connectDocuments();
    void connectLines();
    bool isShown() const;
    void showPage(int page);
    void showMarks();
    void takeReading(OpenDocument& open, int turn);
    void refreshReading();
    QVector<PlaceMark> lineMarks() const;
    void lightLine(int row);
    void revealLine(int row);
    void stepToUncertain(int by);
    void updateActions();

    Workspace& m_work;
    TextPanel* m_text; // the side panel's
};

} // namespace ui
