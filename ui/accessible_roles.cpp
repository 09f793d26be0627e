// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible_roles.h"

#include "ui/answer_view.h"
#include "ui/page_view.h"
#include "ui/turn_view.h"
#include "ui/widgets/message_bar.h"

#include <QAccessibleWidget>
#include <QKeySequenceEdit>
#include <QScrollArea>

namespace ui {

namespace {

// The views have no text of their own: name and description are the widget's.
QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
    if (auto* pages = qobject_cast<PageView*>(object)) {
        return new QAccessibleWidget(pages, QAccessible::Document);
    }
    if (auto* answers = qobject_cast<AnswerView*>(object)) {
        return new QAccessibleWidget(answers, QAccessible::List);
    }
    if (auto* turn = qobject_cast<TurnView*>(object)) {
        return new QAccessibleWidget(turn, QAccessible::ListItem);
    }
    if (auto* bar = qobject_cast<MessageBar*>(object)) {
        return new QAccessibleWidget(bar, QAccessible::AlertMessage);
    }
    if (auto* keys = qobject_cast<QKeySequenceEdit*>(object)) {
        return new QAccessibleWidget(keys, QAccessible::HotkeyField);
    }
    if (auto* area = qobject_cast<QScrollArea*>(object)) {
        return new QAccessibleWidget(area, QAccessible::Pane);
    }
    return nullptr;
}

} // namespace

void giveViewsTheirRoles() {
    QAccessible::installFactory(interfaceOf);
}

void announce(QWidget& source, const QString& text) {
    source.setAccessibleDescription(text);
    QAccessibleEvent alert(&source, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace ui
