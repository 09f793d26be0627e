// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/growing_text.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// A document asks its widget for resources, and then the file system by itself: not this one.
class SealedDocument final : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

    QVariant loadResource(int, const QUrl&) override { return {}; }
};

} // namespace

GrowingText::GrowingText(QWidget* parent)
    : QTextEdit(parent) {
    setDocument(new SealedDocument(this));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    fitHeight();
}

void GrowingText::showText(const QString& text) {
    const auto differs =
        std::mismatch(m_text.cbegin(), m_text.cend(), text.cbegin(), text.cend()).first;
    const int kept = int(differs - m_text.cbegin());
    QTextCursor cursor(document());
    cursor.setPosition(kept);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(kept), QTextCharFormat());
    m_text = text;
    fitHeight();
}

int GrowingText::heightForWidth(int) const {
    return height();
}

QSize GrowingText::sizeHint() const {
    return {200, height()};
}

void GrowingText::resizeEvent(QResizeEvent* event) {
    QTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) {
        fitHeight();
    }
}

// The list of turns scrolls, not the single answer.
void GrowingText::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void GrowingText::keyPressEvent(QKeyEvent* event) {
    const bool selects = event->modifiers() & Qt::ShiftModifier;
    if (event == QKeySequence::Copy || event == QKeySequence::SelectAll || selects) {
        QTextEdit::keyPressEvent(event);
    } else {
        event->ignore();
    }
}

void GrowingText::fitHeight() {
    const int needed =
        std::max(int(std::ceil(document()->size().height())), fontMetrics().height());
    if (needed != height() || minimumHeight() != needed) {
        setFixedHeight(needed);
    }
    verticalScrollBar()->setValue(0);
}

} // namespace ui
