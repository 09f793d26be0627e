// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chip: a small pressable label with an optional number in a coloured badge. Lights up under the
// pointer, with the keyboard focus, or when told to. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QColor>

namespace ui {

class Chip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);

    void setBadge(int number, const QColor& color);
    // Shown as if the pointer were over it.
    void setLit(bool lit);

    QSize sizeHint() const override;

signals:
    void hovered(bool over);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int badgeWidth() const;

    int m_number = 0; // 0: no badge
    QColor m_color;
    bool m_lit = false;
};

} // namespace ui
