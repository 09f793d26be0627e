// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme.h"

#include <QEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int kHeight = 26;
constexpr int kBadgeHeight = 18;
constexpr int kMaxTextWidth = 260;

} // namespace

Chip::Chip(const QString& text, QWidget* parent)
    : QAbstractButton(parent) {
    setText(text);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::setBadge(int number, const QColor& color) {
    m_number = number;
    m_color = color;
    updateGeometry();
    update();
}

void Chip::setLit(bool lit) {
    if (m_lit != lit) {
        m_lit = lit;
        update();
    }
}

QSize Chip::sizeHint() const {
    const int textWidth = std::min(fontMetrics().horizontalAdvance(text()), kMaxTextWidth);
    return {badgeWidth() + textWidth + 2 * 10 + 2, kHeight}; // 2: text widths are rounded
}

int Chip::badgeWidth() const {
    if (m_number == 0) {
        return 0;
    }
    const int digits = fontMetrics().horizontalAdvance(QString::number(m_number));
    return std::max(kBadgeHeight, digits + 10) + 2;
}

void Chip::paintEvent(QPaintEvent*) {
    const Colors& colors = colorsOf(palette());
    const bool lit = m_lit || underMouse() || hasFocus() || isDown();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = m_number > 0 ? m_color : colors.accent;
    painter.setPen(QPen(lit ? edge : colors.fieldBorder, hasFocus() ? 2 : 1));
    painter.setBrush(lit ? colors.hover : colors.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);

    QRect textRect = rect().adjusted(10, 0, -10, 0);
    if (m_number > 0) {
        const QRectF badge(5, (height() - kBadgeHeight) / 2.0, badgeWidth() - 2, kBadgeHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawRoundedRect(badge, 4, 4);
        painter.setPen(textOn(m_color));
        painter.drawText(badge, Qt::AlignCenter, QString::number(m_number));
        textRect.setLeft(int(badge.right()) + 7);
    }
    painter.setPen(isEnabled() ? colors.text : colors.textDisabled);
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
}

bool Chip::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::FocusIn:
        emit hovered(true);
        break;
    case QEvent::Leave:
    case QEvent::FocusOut:
        emit hovered(false);
        break;
    default:
        break;
    }
    return QAbstractButton::event(event);
}

} // namespace ui
