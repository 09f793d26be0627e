// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/region_tool.h"

#include "ui/page_view.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr double kLeastDrawn = 6; // pixels; less is a click
constexpr double kStep = 0.01;
constexpr double kLeastSize = 0.01;
const QRectF kPage(0, 0, 1, 1);
const QRectF kMiddle(0.25, 0.35, 0.5, 0.3);
const QColor kLine(0x0F766E); // pages are white in both schemes

QPointF within(const QPointF& point) {
    return {std::clamp(point.x(), 0.0, 1.0), std::clamp(point.y(), 0.0, 1.0)};
}

} // namespace

RegionTool::RegionTool(PageView& pages)
    : QObject(&pages)
    , m_pages(pages) {
    pages.setTool(MouseMode::Region, this);
}

void RegionTool::setRegion(const std::optional<app::PagePart>& region) {
    m_region = region;
    m_pages.viewport()->update();
}

void RegionTool::clear() {
    setRegion(std::nullopt);
    emit cleared();
}

void RegionTool::take(const QRectF& region) {
    m_region->region = region;
    m_pages.viewport()->update();
    emit changing(*m_region);
}

bool RegionTool::press(const PageGesture& gesture) {
    m_from = gesture.point;
    m_pressedAt = gesture.at;
    if (m_region) {
        clear();
    }
    return true;
}

void RegionTool::drag(const PageGesture& gesture) {
    const QPointF moved = gesture.at - m_pressedAt;
    if (!m_region && std::max(std::abs(moved.x()), std::abs(moved.y())) < kLeastDrawn) {
        return;
    }
    // On the page where it began, wherever the pointer is.
    const QPointF to = m_pages.frameOnScreen(m_from.page).toPage(gesture.at);
    m_region = app::PagePart{m_from.page, {}};
    take(QRectF(within(m_from.at), within(to)).normalized());
}

void RegionTool::release(const PageGesture&) {
    if (!m_region) {
        return;
    }
    if (m_region->region.width() < kLeastSize / 2 || m_region->region.height() < kLeastSize / 4) {
        clear();
        return;
    }
    emit chosen(*m_region);
}

std::optional<Qt::CursorShape> RegionTool::cursor(const PageGesture&) const {
    return Qt::CrossCursor;
}

bool RegionTool::key(QKeyEvent& event) {
    const bool resizes = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_region) {
            emit askWanted();
        } else {
            m_region = app::PagePart{m_pages.currentPage(), {}};
            take(kMiddle);
            emit chosen(*m_region);
        }
        return true;
    case Qt::Key_Escape:
        if (!m_region) {
            return false;
        }
        clear();
        return true;
    case Qt::Key_Left:
        step(-kStep, 0, resizes);
        break;
    case Qt::Key_Right:
        step(kStep, 0, resizes);
        break;
    case Qt::Key_Up:
        step(0, -kStep, resizes);
        break;
    case Qt::Key_Down:
        step(0, kStep, resizes);
        break;
    default:
        return false;
    }
    return m_region.has_value();
}

void RegionTool::step(double x, double y, bool resizes) {
    if (!m_region) {
        return;
    }
    QRectF region = m_region->region;
    if (resizes) {
        region.setWidth(std::clamp(region.width() + x, kLeastSize, 1 - region.left()));
        region.setHeight(std::clamp(region.height() + y, kLeastSize, 1 - region.top()));
    } else {
        region.moveTo(std::clamp(region.left() + x, 0.0, 1 - region.width()),
                      std::clamp(region.top() + y, 0.0, 1 - region.height()));
    }
    take(region & kPage);
    emit chosen(*m_region);
}

void RegionTool::paint(QPainter& painter, int page, const PageFrame& frame) const {
    if (!m_region || m_region->page != page) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = kLine;
    fill.setAlpha(18);
    painter.setBrush(fill);
    painter.setPen(QPen(kLine, 2));
    painter.drawRect(frame.toScreen(m_region->region));
    painter.restore();
}

} // namespace ui
