// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label_edit.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace ui {

LabelEdit::LabelEdit(QWidget* parent)
    : QLineEdit(parent) {
    hide();
    auto* completer = new QCompleter(new QStringListModel(this), this);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
}

void LabelEdit::begin(const QString& text, const QStringList& suggestions) {
    static_cast<QStringListModel*>(completer()->model())->setStringList(suggestions);
    setText(text);
    selectAll();
    show();
    setFocus(Qt::OtherFocusReason);
}

void LabelEdit::finish(bool take) {
    if (isHidden()) {
        return;
    }
    const QString written = text();
    hide();
    if (take) {
        emit taken(written);
    } else {
        emit dropped();
    }
}

// Escape and Enter are this field's, whatever the window uses them for.
bool LabelEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void LabelEdit::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        return finish(false);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return finish(true);
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void LabelEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        finish(true);
    }
}

} // namespace ui
