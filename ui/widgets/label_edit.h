// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LabelEdit: a line of text written over something else: Enter or leaving it takes the text, Escape
// does not. Hidden when it is done. GUI thread.
#pragma once

#include <QLineEdit>

namespace ui {

class LabelEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit LabelEdit(QWidget* parent);

    // suggestions: what completes while typing.
    void begin(const QString& text, const QStringList& suggestions);

signals:
    // Once for each begin().
    void taken(const QString& text);
    void dropped();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool take);
};

} // namespace ui
