// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shortcuts: the keys of a window's actions as the user changed them, kept in the settings. Only
// what differs from the default is kept. A key belongs to one action: who takes it takes it away.
// GUI thread; table and settings must outlive it.
#pragma once

#include "app/settings.h"
#include "ui/action_table.h"

namespace ui {

class Shortcuts {
public:
    // Puts the kept keys onto the actions.
    Shortcuts(ActionTable& actions, app::Settings& settings);

    const QVector<ActionTable::Entry>& entries() const { return m_actions.entries(); }

    const ActionTable::Entry& entry(const QString& name) const;

    // The other action that has this key; empty when it is free. A key that begins another one's
    // sequence of keys, or that continues it, takes that one's place as well.
    QString ownerOf(const QKeySequence& key, const QString& except) const;
    // The keys of the action; whoever had one of them has it no more.
    void setKeys(const QString& name, const QList<QKeySequence>& keys);
    void resetAll();
    bool areDefault() const;

private:
    void store(const QString& name, const QList<QKeySequence>& keys);

    ActionTable& m_actions;
    app::Settings& m_settings;
};

QString keysText(const QList<QKeySequence>& keys); // "Ctrl+R, F5"

} // namespace ui
