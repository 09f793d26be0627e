// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_frame.h"

namespace ui {

namespace {

QPointF turned(const QPointF& at, int turns) {
    switch (turns) {
    case 1:
        return {1 - at.y(), at.x()};
    case 2:
        return {1 - at.x(), 1 - at.y()};
    case 3:
        return {at.y(), 1 - at.x()};
    default:
        return at;
    }
}

} // namespace

QPointF PageFrame::toScreen(const QPointF& page) const {
    const QPointF at = turned(page, m_turns);
    return {m_rect.left() + at.x() * m_rect.width(), m_rect.top() + at.y() * m_rect.height()};
}

QRectF PageFrame::toScreen(const QRectF& box) const {
    return QRectF(toScreen(box.topLeft()), toScreen(box.bottomRight())).normalized();
}

QPointF PageFrame::toPage(const QPointF& screen) const {
    return turned({(screen.x() - m_rect.left()) / m_rect.width(),
                   (screen.y() - m_rect.top()) / m_rect.height()},
                  (4 - m_turns) % 4);
}

QRectF PageFrame::toPage(const QRectF& screen) const {
    return QRectF(toPage(screen.topLeft()), toPage(screen.bottomRight())).normalized();
}

QTransform PageFrame::transform() const {
    const QPointF origin = toScreen(QPointF(0, 0));
    return QTransform().translate(origin.x(), origin.y()).rotate(90.0 * m_turns);
}

QSizeF PageFrame::turnedSize(const QSizeF& size, int turns) {
    return turns % 2 == 0 ? size : size.transposed();
}

QMarginsF PageFrame::turnedMargins(const QMarginsF& margins, int turns) {
    QMarginsF now = margins;
    for (int turn = 0; turn < turns; ++turn) {
        now = {now.bottom(), now.left(), now.top(), now.right()};
    }
    return now;
}

} // namespace ui
