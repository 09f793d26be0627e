// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Help: preferences, keyboard shortcuts, log, diagnostics, and what the program is. GUI thread; the
// workspace must outlive it.
#pragma once

#include "ui/dialogs/preferences_dialog.h"
#include "ui/shortcuts.h"
#include "ui/workspace.h"

namespace ui {

class Help final : public QObject {
    Q_OBJECT
public:
    explicit Help(Workspace& work);

    QVector<ActionRow> preferenceRows();
    QVector<ActionRow> helpRows();
    // Once all actions are there: they get the keys that the user chose.
    void connectActions();

signals:
    void appearanceChanged();

private:
    void showPreferences(PreferencePage page);
    void showShortcuts();
    void showLog();
    void showAbout();
    void copyDiagnostics();

    Workspace& m_work;
    std::unique_ptr<Shortcuts> m_shortcuts;
};

} // namespace ui
