// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TextDialog: a longer text to read and to copy, as the log is. Links are not opened. GUI thread.
#pragma once

#include <QDialog>

class QTextBrowser;

namespace ui {

class TextDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Format { Plain, Markdown };

    TextDialog(const QString& title, const QString& text, Format format, QWidget* parent);

private:
    QTextBrowser* m_text;
};

} // namespace ui
