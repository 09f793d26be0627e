// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boxes under the pointer: where the handles of a box are, which one is meant, and what becomes of
// the box when it is dragged. Rectangles in pixels of the view; pure functions.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QVector>

namespace ui {

// Which edges follow the pointer. All four: the box moves.
enum BoxEdge { LeftEdge = 1, TopEdge = 2, RightEdge = 4, BottomEdge = 8, AllEdges = 15 };
Q_DECLARE_FLAGS(BoxEdges, BoxEdge)
Q_DECLARE_OPERATORS_FOR_FLAGS(BoxEdges)

struct BoxHandle {
    QPointF at; // its middle
    BoxEdges edges;
};

// The corners first, then the edges that have room for one.
QVector<BoxHandle> handlesOf(const QRectF& rect);
// What a press there takes hold of; none beside the box.
BoxEdges edgesAt(const QRectF& rect, const QPointF& at);
// The rectangle with these edges moved, kept inside `within` and at least a few pixels wide where
// it is not smaller already. A moved rectangle keeps its size.
QRectF dragged(const QRectF& rect, BoxEdges edges, const QPointF& by, const QRectF& within);
Qt::CursorShape cursorFor(BoxEdges edges);

} // namespace ui
