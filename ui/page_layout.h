// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageLayout: where the pages of a document lie when they are stacked into one column, centred, at
// a zoom, all turned alike. Page coordinates are 0…1 of the upright page; content coordinates are
// logical pixels from the top left of the column. A value without pixels or widgets.
#pragma once

#include "ui/page_frame.h"

#include <QVector>

namespace ui {

struct PagePoint {
    int page = 0;
    QPointF at; // page coordinates; outside 0…1 beside the page
};

struct PageRange {
    int first = 0;
    int last = -1; // last < first: none
};

class PageLayout {
public:
    static constexpr double kGap = 16;                     // around and between pages
    static constexpr double kPixelsPerPoint = 96.0 / 72.0; // at 100 %

    void setPages(QVector<QSizeF> points);
    // Room that an overlay needs around a page, as shares of the page's width and height.
    void setSurround(int page, const QMarginsF& shares);
    void clearSurrounds();
    void setViewport(const QSizeF& size);
    void setZoom(double zoom);
    // Quarter turns clockwise, 0…3.
    void setTurns(int turns);

    int turns() const { return m_turns; }

    int pageCount() const { return int(m_points.size()); }

    double zoom() const { return m_zoom; }

    QSizeF contentSize() const { return m_content; }

    QRectF pageRect(int page) const { return m_rects[page]; }

    PageFrame frame(int page) const { return PageFrame(m_rects[page], m_turns); }

    PageRange pagesIn(double top, double bottom) const;
    int nearestPage(double y) const;

    // The zoom at which the widest page fills the width; at which one page is seen whole.
    double fitWidthZoom() const;
    double fitPageZoom(int page) const;

    QPointF toContent(const PagePoint& point) const;
    PagePoint toPage(const QPointF& content) const;

private:
    // As they appear, turned.
    QSizeF points(int page) const;
    QMarginsF surround(int page) const;
    QSizeF outerPoints(int page) const;
    void arrange();

    QVector<QSizeF> m_points;       // upright
    QVector<QMarginsF> m_surrounds; // upright
    int m_turns = 0;
    QSizeF m_viewport;
    double m_zoom = 1;
    QVector<QRectF> m_rects;   // of the pages themselves
    QVector<double> m_bottoms; // of the outer rectangles, ascending
    QSizeF m_content;
};

} // namespace ui
