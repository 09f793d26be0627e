// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// QuestionEdit: plain text of one to six lines, as tall as it needs. Enter (and Ctrl+Enter)
// submits, Shift+Enter begins a new line. GUI thread.
#pragma once

#include <QPlainTextEdit>

namespace ui {

class QuestionEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit QuestionEdit(QWidget* parent = nullptr);

    QString text() const { return toPlainText().trimmed(); }

signals:
    void submitted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();
};

} // namespace ui
