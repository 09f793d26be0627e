// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A menu as a table: one row per action. The window's areas describe their actions this way.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QString>
#include <QVector>

#include <functional>
#include <initializer_list>
#include <utility>

class QActionGroup;
class QMenu;

namespace ui {

struct ActionRow {
    const char* name = nullptr;     // object name; null: a separator
    QString text = {};              // of the menu
    const char* iconName = nullptr; // null: none
    QList<QKeySequence> keys = {};
    std::function<void()> run = {}; // checkable rows read the action's state
    QString toolTip = {};           // empty: the text
    bool checkable = false;
};

inline ActionRow separatorRow() {
    return {};
}

// The actions of a window by name.
class ActionTable {
public:
    explicit ActionTable(QWidget& window)
        : m_window(window) {}

    // One action as the lists of shortcuts show it.
    struct Entry {
        QString name;
        QString menu; // the title of the menu that it stands in
        QString text; // without mnemonic and ellipsis
        QList<QKeySequence> defaults;
        QList<QKeySequence> keys;
    };

    // Appends the rows to the menu; shortcuts work in the whole window.
    void add(QMenu* menu, const QVector<ActionRow>& rows);
    QAction* operator[](const QString& name) const;

    QAction* operator[](const char* name) const { return (*this)[QString::fromLatin1(name)]; }

    void setEnabled(std::initializer_list<std::pair<const char*, bool>> states);

    // In the order of the menus.
    const QVector<Entry>& entries() const { return m_entries; }

    void setKeys(const QString& name, const QList<QKeySequence>& keys);
    // Of these only one can be checked.
    QActionGroup* makeExclusive(std::initializer_list<const char*> names);

private:
    QWidget& m_window;
    QHash<QString, QAction*> m_actions;
    QHash<QString, QString> m_toolTips; // without the key
    QVector<Entry> m_entries;
};

} // namespace ui
