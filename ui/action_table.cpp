// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/action_table.h"

#include "ui/icons.h"
#include "ui/mnemonics.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace ui {

namespace {

QString withKey(const QString& text, const QList<QKeySequence>& keys) {
    const QString key =
        keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key);
}

} // namespace

void ActionTable::add(QMenu* menu, const QVector<ActionRow>& rows) {
    for (const ActionRow& row : rows) {
        if (row.name == nullptr) {
            menu->addSeparator();
            continue;
        }
        auto* action = new QAction(row.text, &m_window);
        const QString name = QString::fromLatin1(row.name);
        action->setObjectName(name);
        action->setShortcuts(row.keys);
        action->setCheckable(row.checkable);
        m_toolTips.insert(name, plainText(row.toolTip.isEmpty() ? row.text : row.toolTip));
        action->setToolTip(withKey(m_toolTips[name], row.keys));
        m_entries.append({name, plainText(menu->title()), plainText(row.text), row.keys, row.keys});
        if (row.iconName != nullptr) {
            action->setIcon(icon(QString::fromLatin1(row.iconName)));
            action->setIconVisibleInMenu(false);
        }
        QObject::connect(action, &QAction::triggered, &m_window, [run = row.run] { run(); });
        menu->addAction(action);
        m_window.addAction(action); // also where the menu bar is hidden
        m_actions.insert(name, action);
    }
}

QAction* ActionTable::operator[](const QString& name) const {
    QAction* action = m_actions.value(name);
    Q_ASSERT_X(action != nullptr, "ui::ActionTable", qPrintable(name));
    return action;
}

void ActionTable::setEnabled(std::initializer_list<std::pair<const char*, bool>> states) {
    for (const auto& [name, enabled] : states) {
        (*this)[name]->setEnabled(enabled);
    }
}

void ActionTable::setKeys(const QString& name, const QList<QKeySequence>& keys) {
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& each) { return each.name == name; });
    if (entry != m_entries.end()) {
        entry->keys = keys;
        m_actions[name]->setShortcuts(keys);
        m_actions[name]->setToolTip(withKey(m_toolTips[name], keys));
    }
}

QActionGroup* ActionTable::makeExclusive(std::initializer_list<const char*> names) {
    auto* group = new QActionGroup(&m_window);
    for (const char* name : names) {
        group->addAction((*this)[name]);
    }
    return group;
}

} // namespace ui
