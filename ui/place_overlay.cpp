// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/place_overlay.h"

#include "ui/theme.h"

#include <QPainter>

#include <cmath>

namespace ui {

namespace {

constexpr double kStroke = 2;
constexpr double kBadgeHeight = 18;

QColor colorOf(const PlaceMark& mark) {
    return placeColor(mark.color > 0 ? mark.color : mark.number);
}

// On whole pixels, so that the lines are sharp.
QRectF onPage(const QRectF& box, const PageFrame& frame) {
    const QRectF exact = frame.toScreen(box);
    return {QPointF(std::round(exact.left()), std::round(exact.top())),
            QPointF(std::round(exact.right()), std::round(exact.bottom()))};
}

// Above the box, inside it at the top of the page.
void paintBadge(QPainter& painter, const PlaceMark& mark, const QRectF& rect, const QRectF& page,
                bool withLabel) {
    QFont font = fontOf(TextSize::Body, TextWeight::Strong);
    font.setPixelSize(11);
    painter.setFont(font);
    QString text = QString::number(mark.number);
    if (withLabel && !mark.label.isEmpty()) {
        text += QLatin1String("  ") + mark.label.left(60);
    }
    const double width =
        std::max(kBadgeHeight, painter.fontMetrics().horizontalAdvance(text) + 10.0);
    QRectF badge(rect.left() - kStroke / 2, rect.top() - kBadgeHeight, width, kBadgeHeight);
    if (badge.top() < page.top()) {
        badge.moveTop(rect.top());
    }
    const QColor color = colorOf(mark);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(badge, 3, 3);
    painter.setPen(textOn(color));
    painter.drawText(badge, Qt::AlignCenter, text);
}

void paintMark(QPainter& painter, const PlaceMark& mark, const PageFrame& frame, bool lit) {
    const QRectF rect = onPage(mark.box, frame);
    const QColor color = colorOf(mark);
    QColor fill = color;
    fill.setAlphaF(lit ? 0.26F : 0.12F);
    // A dark edge keeps the light colours of the set visible on paper.
    painter.setBrush(fill);
    painter.setPen(QPen(QColor(0, 0, 0, 70), (lit ? kStroke + 1 : kStroke) + 1.5));
    painter.drawRect(rect);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, lit ? kStroke + 1 : kStroke));
    painter.drawRect(rect);
    if (!mark.quiet) {
        paintBadge(painter, mark, rect, frame.rect(), lit);
    }
}

} // namespace

void PlaceOverlay::setMarks(QVector<PlaceMark> marks) {
    m_marks = std::move(marks);
    m_lit = 0;
}

bool PlaceOverlay::setLit(int number) {
    const bool changes = number != m_lit;
    m_lit = number;
    return changes;
}

void PlaceOverlay::paint(QPainter& painter, int page, const PageFrame& frame) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const PlaceMark* last = nullptr; // the lit one goes on top
    for (const PlaceMark& mark : m_marks) {
        if (mark.page != page) {
            continue;
        }
        if (mark.number == m_lit) {
            last = &mark;
        } else if (!mark.quiet) {
            paintMark(painter, mark, frame, false);
        }
    }
    if (last != nullptr) {
        paintMark(painter, *last, frame, true);
    }
    painter.restore();
}

int PlaceOverlay::numberAt(int page, const QPointF& at) const {
    const PlaceMark* best = nullptr;
    const auto area = [](const PlaceMark& mark) {
        return mark.box.width() * mark.box.height();
    };
    for (const PlaceMark& mark : m_marks) {
        if (mark.page == page && mark.box.contains(at) &&
            (best == nullptr || area(mark) < area(*best))) {
            best = &mark;
        }
    }
    return best != nullptr ? best->number : 0;
}

} // namespace ui
