// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_layout.h"

#include <algorithm>

namespace ui {

void PageLayout::setPages(QVector<QSizeF> points) {
    m_points = std::move(points);
    m_surrounds = QVector<QMarginsF>(m_points.size());
    arrange();
}

void PageLayout::setSurround(int page, const QMarginsF& shares) {
    m_surrounds[page] = shares;
    arrange();
}

void PageLayout::clearSurrounds() {
    m_surrounds.fill({});
    arrange();
}

void PageLayout::setViewport(const QSizeF& size) {
    m_viewport = size;
    arrange();
}

void PageLayout::setZoom(double zoom) {
    m_zoom = zoom;
    arrange();
}

void PageLayout::setTurns(int turns) {
    m_turns = turns;
    arrange();
}

PageRange PageLayout::pagesIn(double top, double bottom) const {
    const auto first = std::lower_bound(m_bottoms.cbegin(), m_bottoms.cend(), top);
    PageRange range{int(first - m_bottoms.cbegin()), -1};
    range.last = range.first - 1;
    while (range.last + 1 < pageCount() && m_rects[range.last + 1].top() <= bottom) {
        ++range.last;
    }
    return range;
}

int PageLayout::nearestPage(double y) const {
    // Half a gap below a page the next one begins to be nearer.
    const auto found = std::lower_bound(m_bottoms.cbegin(), m_bottoms.cend(), y - kGap / 2);
    return std::min(int(found - m_bottoms.cbegin()), pageCount() - 1);
}

double PageLayout::fitWidthZoom() const {
    double widest = 1;
    for (int page = 0; page < pageCount(); ++page) {
        widest = std::max(widest, outerPoints(page).width());
    }
    return std::max(1.0, m_viewport.width() - 2 * kGap) / (widest * kPixelsPerPoint);
}

double PageLayout::fitPageZoom(int page) const {
    const QSizeF points = outerPoints(page) * kPixelsPerPoint;
    return std::min(std::max(1.0, m_viewport.width() - 2 * kGap) / points.width(),
                    std::max(1.0, m_viewport.height() - 2 * kGap) / points.height());
}

QPointF PageLayout::toContent(const PagePoint& point) const {
    return frame(point.page).toScreen(point.at);
}

PagePoint PageLayout::toPage(const QPointF& content) const {
    const int page = nearestPage(content.y());
    return {page, frame(page).toPage(content)};
}

QSizeF PageLayout::points(int page) const {
    return PageFrame::turnedSize(m_points[page], m_turns);
}

QMarginsF PageLayout::surround(int page) const {
    return PageFrame::turnedMargins(m_surrounds[page], m_turns);
}

QSizeF PageLayout::outerPoints(int page) const {
    const QSizeF inner = points(page);
    const QMarginsF around = surround(page);
    return {inner.width() * (1 + around.left() + around.right()),
            inner.height() * (1 + around.top() + around.bottom())};
}

void PageLayout::arrange() {
    const double scale = m_zoom * kPixelsPerPoint;
    QSizeF column(0, kGap);
    for (int page = 0; page < pageCount(); ++page) {
        const QSizeF outer = outerPoints(page) * scale;
        column = {std::max(column.width(), outer.width()), column.height() + outer.height() + kGap};
    }
    m_content = QSizeF(column.width() + 2 * kGap, column.height()).expandedTo(m_viewport);

    m_rects.resize(pageCount());
    m_bottoms.resize(pageCount());
    double top = kGap + (m_content.height() - column.height()) / 2;
    for (int page = 0; page < pageCount(); ++page) {
        const QSizeF size = points(page) * scale;
        const QSizeF outer = outerPoints(page) * scale;
        const QMarginsF around = surround(page);
        const double left = (m_content.width() - outer.width()) / 2;
        m_rects[page] = QRectF(
            QPointF(left + around.left() * size.width(), top + around.top() * size.height()), size);
        m_bottoms[page] = top + outer.height();
        top += outer.height() + kGap;
    }
}

} // namespace ui
