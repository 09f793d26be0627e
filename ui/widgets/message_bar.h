// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MessageBar: one message above the page, out of the way of the work, until it is closed or another
// takes its place. Hidden when it has nothing to say. GUI thread.
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace ui {

class IconLabel;

class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Note, Warning };

    explicit MessageBar(QWidget* parent = nullptr);

    // Plain text. What more there is to say is shown when it is asked for.
    void showMessage(Kind kind, const QString& text, const QString& details = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Kind m_kind = Kind::Note;
    IconLabel* m_icon;
    QLabel* m_text;
    QLabel* m_details;
    QToolButton* m_detailsButton;
    QToolButton* m_close;
};

} // namespace ui
