// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/question_edit.h"

#include <QKeyEvent>
#include <QTextBlock>

namespace ui {

namespace {

constexpr int kMostLines = 6;

} // namespace

QuestionEdit::QuestionEdit(QWidget* parent)
    : QPlainTextEdit(parent) {
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::textChanged, this, &QuestionEdit::fitHeight);
    fitHeight();
}

void QuestionEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
        emit submitted();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void QuestionEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitHeight();
    }
}

void QuestionEdit::fitHeight() {
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        // Before the first layout a block has no lines yet.
        lines += std::max(1, block.layout()->lineCount());
    }
    const int shown = std::clamp(lines, 1, kMostLines);
    setFixedHeight(shown * fontMetrics().lineSpacing() + int(2 * document()->documentMargin()) + 2);
    setVerticalScrollBarPolicy(lines > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

} // namespace ui
