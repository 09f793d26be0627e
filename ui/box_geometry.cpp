// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/box_geometry.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double kReach = 6; // of a handle, from its middle
constexpr double kLeastSide = 4;

// The two ends of a side after a drag; which of them follow is said by the flags.
struct Side {
    double from;
    double to;
};

Side draggedSide(Side side, bool movesFrom, bool movesTo, double by, Side within) {
    if (movesFrom && movesTo) {
        const double least = within.from - side.from;
        const double most = within.to - side.to;
        const double step = std::clamp(by, std::min(least, most), std::max(least, most));
        return {side.from + step, side.to + step};
    }
    const double least = std::min(kLeastSide, side.to - side.from);
    if (movesFrom) {
        side.from = std::clamp(side.from + by, within.from, std::max(within.from, side.to - least));
    } else if (movesTo) {
        side.to = std::clamp(side.to + by, std::min(within.to, side.from + least), within.to);
    }
    return side;
}

} // namespace

QVector<QPointF> handlesOf(const QRectF& rect) {
    const QPointF middle = rect.center();
    return {rect.topLeft(),
            rect.topRight(),
            rect.bottomLeft(),
            rect.bottomRight(),
            {middle.x(), rect.top()},
            {middle.x(), rect.bottom()},
            {rect.left(), middle.y()},
            {rect.right(), middle.y()}};
}

BoxEdges edgesAt(const QRectF& rect, const QPointF& at) {
    static constexpr int kEdges[] = {LeftEdge | TopEdge,
                                     RightEdge | TopEdge,
                                     LeftEdge | BottomEdge,
                                     RightEdge | BottomEdge,
                                     TopEdge,
                                     BottomEdge,
                                     LeftEdge,
                                     RightEdge};
    const QVector<QPointF> handles = handlesOf(rect);
    for (int i = 0; i < handles.size(); ++i) {
        const QPointF apart = at - handles[i];
        if (std::abs(apart.x()) <= kReach && std::abs(apart.y()) <= kReach) {
            return BoxEdges(kEdges[i]);
        }
    }
    return rect.contains(at) ? BoxEdges(AllEdges) : BoxEdges();
}

QRectF dragged(const QRectF& rect, BoxEdges edges, const QPointF& by, const QRectF& within) {
    const Side x = draggedSide({rect.left(), rect.right()}, edges & LeftEdge, edges & RightEdge,
                               by.x(), {within.left(), within.right()});
    const Side y = draggedSide({rect.top(), rect.bottom()}, edges & TopEdge, edges & BottomEdge,
                               by.y(), {within.top(), within.bottom()});
    return {QPointF(x.from, y.from), QPointF(x.to, y.to)};
}

Qt::CursorShape cursorFor(BoxEdges edges) {
    if (edges == BoxEdges(AllEdges)) {
        return Qt::SizeAllCursor;
    }
    const bool across = edges & (LeftEdge | RightEdge);
    const bool along = edges & (TopEdge | BottomEdge);
    if (across && along) {
        const bool falling = bool(edges & LeftEdge) == bool(edges & TopEdge);
        return falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
    }
    return across ? Qt::SizeHorCursor : along ? Qt::SizeVerCursor : Qt::ArrowCursor;
}

} // namespace ui
