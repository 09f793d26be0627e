// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Restoring: what comes back: the tabs, places and window that an earlier run left, the tab closed
// last, the files opened before. The settings are written shortly after every change, so that
// nothing is lost with the program. GUI thread; workspace and splitter must outlive it.
#pragma once

#include "ui/session.h"
#include "ui/workspace.h"

#include <QTimer>

class QMenu;
class QSplitter;

namespace ui {

class Restoring final : public QObject {
    Q_OBJECT
public:
    Restoring(Workspace& work, QSplitter& splitter);

    QVector<ActionRow> rows();

    QMenu* recentMenu() const { return m_recent; }

    // Size and panels of the window; once all actions are there.
    void restoreWindow();
    // Opens what was open; false: nothing was.
    bool restoreDocuments();
    void keep();

signals:
    // About to be written: what else shall be kept.
    void keeping();

private:
    struct ClosedTab {
        QString path;
        ViewPosition position;
        int index = 0;
    };

    bool eventFilter(QObject* watched, QEvent* event) override;
    void connectDocuments();
    void connectChanges();
    SessionState state() const;
    void reopen();
    void fillRecentFiles();

    Workspace& m_work;
    QSplitter& m_splitter;
    Session m_session;
    QMenu* m_recent; // the window's
    QTimer m_keepSoon;
    bool m_restoring = false; // documents are still to come
    bool m_couldKeep = true;
    QString m_current;           // to be shown once all are open
    QVector<ClosedTab> m_closed; // the latest last
};

} // namespace ui
