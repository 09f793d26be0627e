// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The other half of PageView: what the mouse, the keyboard and fingers do to it.
#include "ui/page_view.h"

#include <QGestureEvent>
#include <QMouseEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QVariantAnimation>
#include <QWheelEvent>

#include <cmath>

namespace ui {

namespace {

constexpr double kZoomPerWheelDegree = 1.012; // a notch of 15 degrees is about 1.2
constexpr double kKeyStep = 48;

} // namespace

void PageView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    if (!m_document) {
        updateScrollBars();
        return;
    }
    const PagePoint kept = toPage(kTop);
    m_layout.setViewport(viewport()->size());
    const double zoomBefore = zoom();
    m_layout.setZoom(zoomForMode());
    updateScrollBars();
    scrollTo(m_layout.toContent(kept) - kTop);
    if (zoom() != zoomBefore) {
        emit zoomChanged();
    }
    requestSoon();
}

void PageView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PageView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PageView::scrollContentsBy(int, int) {
    updateCurrentPage();
    requestSoon();
    viewport()->update();
}

void PageView::wheelEvent(QWheelEvent* event) {
    m_glide->stop();
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const double degrees = event->angleDelta().y() / 8.0;
    if (m_document && degrees != 0) {
        setZoom(zoom() * std::pow(kZoomPerWheelDegree, degrees), event->position());
    }
    event->accept();
}

bool PageView::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::Gesture:
        if (QGesture* gesture = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture)) {
            return pinch(static_cast<QPinchGesture*>(gesture));
        }
        break;
    case QEvent::NativeGesture:
        return nativeGesture(static_cast<QNativeGestureEvent*>(event)) ||
               QAbstractScrollArea::viewportEvent(event);
    case QEvent::Leave:
        emit placeHovered(0);
        touchCard(false);
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool PageView::pinch(QPinchGesture* gesture) {
    if (m_document && gesture->changeFlags() & QPinchGesture::ScaleFactorChanged) {
        setZoom(zoom() * gesture->scaleFactor(), viewport()->mapFromGlobal(gesture->centerPoint()));
    }
    return true;
}

bool PageView::nativeGesture(QNativeGestureEvent* event) {
    if (event->gestureType() != Qt::ZoomNativeGesture || !m_document) {
        return false;
    }
    setZoom(zoom() * (1 + event->value()), event->position());
    return true;
}

void PageView::keyPressEvent(QKeyEvent* event) {
    const double screenful = viewport()->height() * 0.9;
    const bool back = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Up:
        return scrollByKeys(0, -kKeyStep);
    case Qt::Key_Down:
        return scrollByKeys(0, kKeyStep);
    case Qt::Key_Left:
        return scrollByKeys(-kKeyStep, 0);
    case Qt::Key_Right:
        return scrollByKeys(kKeyStep, 0);
    case Qt::Key_PageUp:
        return scrollByKeys(0, -screenful);
    case Qt::Key_PageDown:
        return scrollByKeys(0, screenful);
    case Qt::Key_Space:
        return scrollByKeys(0, back ? -screenful : screenful);
    case Qt::Key_Home:
        return glideTo({scrollOffset().x(), 0});
    case Qt::Key_End:
        return glideTo({scrollOffset().x(), m_layout.contentSize().height()});
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::scrollByKeys(double x, double y) {
    scrollTo(scrollOffset() + QPointF(x, y));
}

int PageView::placeUnder(const QPointF& at) const {
    if (!m_document) {
        return 0;
    }
    const PagePoint point = toPage(at);
    return m_places.numberAt(point.page, point.at);
}

void PageView::touchCard(bool touched) {
    if (touched != m_cardTouched) {
        m_cardTouched = touched;
        viewport()->update();
    }
}

void PageView::mousePressEvent(QMouseEvent* event) {
    if (!m_document || !(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        return;
    }
    m_glide->stop();
    m_dragFrom = event->pos();
    m_dragOffset = scrollOffset();
    m_dragging = false;
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
    const bool held = event->buttons() & (Qt::LeftButton | Qt::MiddleButton);
    if (!held) {
        const int number = placeUnder(event->position());
        viewport()->setCursor(number > 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        emit placeHovered(number);
        touchCard(m_tiles.isShown() && m_tiles.cardRect(viewport()->rect()).contains(event->pos()));
        return;
    }
    const QPoint moved = event->pos() - m_dragFrom;
    m_dragging = m_dragging || moved.manhattanLength() > 4;
    if (m_dragging && m_document) {
        viewport()->setCursor(Qt::ClosedHandCursor);
        scrollTo(m_dragOffset - moved);
    }
}

void PageView::mouseReleaseEvent(QMouseEvent* event) {
    viewport()->setCursor(Qt::ArrowCursor);
    if (m_dragging || !m_document) {
        m_dragging = false;
        return;
    }
    if (const int number = placeUnder(event->position())) {
        emit placeClicked(number);
    } else {
        setCurrentPage(m_layout.nearestPage((event->position() + scrollOffset()).y()));
    }
}

} // namespace ui
