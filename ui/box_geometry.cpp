// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/box_geometry.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double kReach = 6; // of a handle, from its middle
constexpr double kLeastSide = 4;
constexpr double kRoomForMiddle = 36;

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

QVector<BoxHandle> handlesOf(const QRectF& rect) {
    QVector<BoxHandle> handles{{rect.topLeft(), LeftEdge | TopEdge},
                               {rect.topRight(), RightEdge | TopEdge},
                               {rect.bottomLeft(), LeftEdge | BottomEdge},
                               {rect.bottomRight(), RightEdge | BottomEdge}};
    const QPointF middle = rect.center();
    if (rect.width() >= kRoomForMiddle) {
        handles.append({{middle.x(), rect.top()}, TopEdge});
        handles.append({{middle.x(), rect.bottom()}, BottomEdge});
    }
    if (rect.height() >= kRoomForMiddle) {
        handles.append({{rect.left(), middle.y()}, LeftEdge});
        handles.append({{rect.right(), middle.y()}, RightEdge});
    }
    return handles;
}

BoxEdges edgesAt(const QRectF& rect, const QPointF& at) {
    for (const BoxHandle& handle : handlesOf(rect)) {
        const QPointF apart = at - handle.at;
        if (std::abs(apart.x()) <= kReach && std::abs(apart.y()) <= kReach) {
            return handle.edges;
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
