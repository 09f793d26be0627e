// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The other half of PageView: what the mouse, the keyboard and fingers do to it.
#include "ui/page_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QVariantAnimation>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr double kZoomPerWheelDegree = 1.012; // a notch of 15 degrees is about 1.2
constexpr double kKeyStep = 48;
constexpr int kClickSlip = 4;             // less is a click, more is a drag
constexpr double kEdgeScrollShare = 0.25; // of how far out the pointer is, a step

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

// What the menu does concerns the page that it was opened on.
void PageView::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_document) {
        return;
    }
    if (event->reason() == QContextMenuEvent::Mouse) {
        setCurrentPage(toPage(event->pos()).page);
    }
    event->accept();
    emit menuWanted(event->reason() == QContextMenuEvent::Mouse
                        ? event->globalPos()
                        : viewport()->mapToGlobal(viewport()->rect().center()));
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

bool PageView::event(QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        // Before Tab moves the focus on.
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isTab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (isTab && tool() != nullptr && tool()->key(*key)) {
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void PageView::keyPressEvent(QKeyEvent* event) {
    if (tool() != nullptr && tool()->key(*event)) {
        return;
    }
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

// --- mouse ---

void PageView::setMouseMode(MouseMode mode) {
    if (mode == m_mouseMode) {
        return;
    }
    m_mouseMode = mode;
    m_working = nullptr;
    m_edgeScroll.stop();
    showCursor(viewport()->mapFromGlobal(QCursor::pos()), Qt::NoModifier);
    emit mouseModeChanged(mode);
}

void PageView::setTool(MouseMode mode, PageTool* tool) {
    if (m_working == m_tools[std::size_t(mode)]) {
        m_working = nullptr;
    }
    m_tools[std::size_t(mode)] = tool;
    viewport()->update();
}

PageGesture PageView::gestureAt(const QPointF& at, Qt::KeyboardModifiers modifiers) const {
    return {at, toPage(at), 1, modifiers};
}

void PageView::mousePressEvent(QMouseEvent* event) {
    press(event, countClicks(*event));
}

void PageView::mouseDoubleClickEvent(QMouseEvent* event) {
    m_sinceDouble.start();
    m_doubleAt = event->pos();
    press(event, 2);
    if (m_working == nullptr && m_document && event->button() == Qt::LeftButton) {
        emit doubleClicked(toPage(event->position()));
    }
}

int PageView::countClicks(const QMouseEvent& event) {
    const bool isThird = m_sinceDouble.isValid() &&
                         m_sinceDouble.elapsed() < QApplication::doubleClickInterval() &&
                         (event.pos() - m_doubleAt).manhattanLength() <= kClickSlip;
    m_sinceDouble.invalidate();
    return isThird ? 3 : 1;
}

void PageView::press(QMouseEvent* event, int clicks) {
    if (!m_document || !(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        return;
    }
    m_glide->stop();
    m_dragFrom = event->pos();
    m_dragOffset = scrollOffset();
    m_dragging = false;
    PageGesture gesture = gestureAt(event->position(), event->modifiers());
    gesture.clicks = clicks;
    const bool isLeft = event->button() == Qt::LeftButton;
    m_working = isLeft && tool() != nullptr && tool()->press(gesture) ? tool() : nullptr;
}

void PageView::dragTool(const QPointF& at, Qt::KeyboardModifiers modifiers) {
    m_working->drag(gestureAt(at, modifiers));
    if (QRectF(viewport()->rect()).contains(at)) {
        m_edgeScroll.stop();
    } else if (!m_edgeScroll.isActive()) {
        m_edgeScroll.start();
    }
}

void PageView::scrollForTool() {
    const QPointF at = viewport()->mapFromGlobal(QPointF(QCursor::pos()));
    const QRectF inside(viewport()->rect());
    if (m_working == nullptr || inside.contains(at)) {
        m_edgeScroll.stop();
        return;
    }
    // The further out, the faster.
    const QPointF nearest(std::clamp(at.x(), inside.left(), inside.right()),
                          std::clamp(at.y(), inside.top(), inside.bottom()));
    scrollTo(scrollOffset() + (at - nearest) * kEdgeScrollShare);
    m_working->drag(gestureAt(at, QGuiApplication::keyboardModifiers()));
}

void PageView::showCursor(const QPointF& at, Qt::KeyboardModifiers modifiers) {
    std::optional<Qt::CursorShape> shape;
    if (m_document && tool() != nullptr) {
        shape = tool()->cursor(gestureAt(at, modifiers));
    }
    viewport()->setCursor(
        shape.value_or(placeUnder(at) > 0 ? Qt::PointingHandCursor : Qt::ArrowCursor));
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_working != nullptr) {
        dragTool(event->position(), event->modifiers());
        return;
    }
    const bool held = event->buttons() & (Qt::LeftButton | Qt::MiddleButton);
    if (!held) {
        showCursor(event->position(), event->modifiers());
        emit placeHovered(placeUnder(event->position()));
        touchCard(m_tiles.isShown() && m_tiles.cardRect(viewport()->rect()).contains(event->pos()));
        return;
    }
    const QPoint moved = event->pos() - m_dragFrom;
    m_dragging = m_dragging || moved.manhattanLength() > kClickSlip;
    if (m_dragging && m_document) {
        viewport()->setCursor(Qt::ClosedHandCursor);
        scrollTo(m_dragOffset - moved);
    }
}

void PageView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_working != nullptr) {
        m_edgeScroll.stop();
        std::exchange(m_working, nullptr)
            ->release(gestureAt(event->position(), event->modifiers()));
        showCursor(event->position(), event->modifiers());
        return;
    }
    showCursor(event->position(), event->modifiers());
    if (m_dragging || !m_document) {
        m_dragging = false;
        return;
    }
    if (const int number = placeUnder(event->position())) {
        emit placeClicked(number);
    } else {
        setCurrentPage(m_layout.nearestPage((event->position() + scrollOffset()).y()));
        emit clicked(toPage(event->position()));
    }
}

} // namespace ui
