// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Session: what was open and how it was looked at, and the files opened before, as they are kept in
// the settings. Files are never touched here: they may lie on a drive that is away. GUI thread; the
// settings must outlive it.
#pragma once

#include "app/settings.h"
#include "ui/page_view.h"

#include <QStringList>
#include <QVector>

namespace ui {

struct SessionDocument {
    QString path;
    ViewPosition position;
};

struct SessionState {
    QVector<SessionDocument> documents;
    int current = -1;
};

class Session {
public:
    static constexpr int kMostRecent = 12;

    explicit Session(app::Settings& settings)
        : m_settings(settings) {}

    SessionState state() const;
    void keep(const SessionState& state);

    // The newest first.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

private:
    app::Settings& m_settings;
};

} // namespace ui
