// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/place_overlay.h"

#include "ui/box_geometry.h"
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
QRectF onPage(const QRectF& box, const QRectF& page) {
    const auto x = [&](double at) {
        return std::round(page.left() + at * page.width());
    };
    const auto y = [&](double at) {
        return std::round(page.top() + at * page.height());
    };
    return {QPointF(x(box.left()), y(box.top())), QPointF(x(box.right()), y(box.bottom()))};
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

void paintHandles(QPainter& painter, const QRectF& rect, const QColor& color) {
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(Qt::white);
    for (const QPointF& at : handlesOf(rect)) {
        painter.drawRect(QRectF(at - QPointF(3.5, 3.5), QSizeF(7, 7)));
    }
}

void paintMark(QPainter& painter, const PlaceMark& mark, const QRectF& page, bool lit) {
    const QRectF rect = onPage(mark.box, page);
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
    if (mark.look == MarkLook::Plain || mark.look == MarkLook::Selected) {
        paintBadge(painter, mark, rect, page, lit || mark.look == MarkLook::Selected);
    }
    if (mark.look == MarkLook::Selected) {
        paintHandles(painter, rect, color);
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

void PlaceOverlay::paint(QPainter& painter, int page, const QRectF& pageRect) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const PlaceMark* last = nullptr; // the lit one goes on top
    for (const PlaceMark& mark : m_marks) {
        if (mark.page != page) {
            continue;
        }
        const bool lit = mark.number == m_lit && mark.look != MarkLook::Draft;
        if (lit) {
            last = &mark;
        } else if (mark.look != MarkLook::Quiet) {
            paintMark(painter, mark, pageRect, false);
        }
    }
    if (last != nullptr) {
        paintMark(painter, *last, pageRect, true);
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
