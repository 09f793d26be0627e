// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/action_table.h"

#include "ui/icons.h"

#include <QActionGroup>
#include <QMenu>

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
        if (row.name.isEmpty()) {
            menu->addSeparator();
            continue;
        }
        auto* action = new QAction(row.text, &m_window);
        action->setObjectName(row.name);
        action->setShortcuts(row.keys);
        action->setCheckable(row.checkable);
        QString plain = row.toolTip.isEmpty() ? row.text : row.toolTip;
        action->setToolTip(withKey(plain.remove(QLatin1Char('&')).remove(QChar(0x2026)), row.keys));
        if (!row.iconName.isEmpty()) {
            action->setIcon(icon(row.iconName));
            action->setIconVisibleInMenu(false);
        }
        QObject::connect(action, &QAction::triggered, &m_window, [run = row.run] { run(); });
        menu->addAction(action);
        m_window.addAction(action); // also where the menu bar is hidden
        m_actions.insert(row.name, action);
    }
}

QAction* ActionTable::operator[](const QString& name) const {
    QAction* action = m_actions.value(name);
    Q_ASSERT_X(action != nullptr, "ui::ActionTable", qPrintable(name));
    return action;
}

QActionGroup* ActionTable::makeExclusive(const QStringList& names) {
    auto* group = new QActionGroup(&m_window);
    for (const QString& name : names) {
        group->addAction((*this)[name]);
    }
    return group;
}

} // namespace ui
