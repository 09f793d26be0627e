// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageFrame: where one page lies on the screen and how the view has turned it. The one place that
// turns page coordinates (0…1 of the upright page) into pixels and back: whatever is painted on a
// page asks it. A value.
#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace ui {

// Quarter turns clockwise, 0…3.
class PageFrame {
public:
    explicit PageFrame(const QRectF& rect, int turns = 0)
        : m_rect(rect)
        , m_turns(turns) {}

    // Of the page as it appears.
    const QRectF& rect() const { return m_rect; }

    int turns() const { return m_turns; }

    QPointF toScreen(const QPointF& page) const;
    QRectF toScreen(const QRectF& box) const;
    QPointF toPage(const QPointF& screen) const;
    QRectF toPage(const QRectF& screen) const;
    // For painting the upright page, whose rectangle begins at 0, 0 then.
    QTransform transform() const;

    // Of the upright page on the screen.
    QSizeF uprightSize() const { return turnedSize(m_rect.size(), m_turns); }

    static QSizeF turnedSize(const QSizeF& size, int turns);
    // Which margin of the page comes to lie on which side.
    static QMarginsF turnedMargins(const QMarginsF& margins, int turns);

private:
    QRectF m_rect;
    int m_turns;
};

} // namespace ui
