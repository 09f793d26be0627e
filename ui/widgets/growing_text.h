// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// GrowingText: read-only plain text that is as tall as its content, grows while text streams in and
// keeps the reader's selection meanwhile. What it shows is never interpreted: no markup, no links,
// no resources. GUI thread.
#pragma once

#include <QTextEdit>

namespace ui {

class GrowingText : public QTextEdit {
    Q_OBJECT
public:
    explicit GrowingText(QWidget* parent = nullptr);

    // Appends when the new text continues the old; otherwise replaces from where they differ.
    void showText(const QString& text);

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return {40, 0}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    // After every change of the document.
    void fitHeight();

private:
    QString m_text;
};

} // namespace ui
