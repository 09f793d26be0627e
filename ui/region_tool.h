// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// RegionTool: draws one rectangle on a page, which is then asked about alone. With the mouse by
// dragging; with the keyboard Enter begins in the middle of the page, arrows move it, with Shift
// they change its size, Enter again goes on to the question. GUI thread; the view must outlive it.
#pragma once

#include "app/asking/question_parts.h"
#include "ui/page_tool.h"

#include <QObject>

#include <optional>

namespace ui {

class PageView;

class RegionTool final : public QObject, public PageTool {
    Q_OBJECT
public:
    explicit RegionTool(PageView& pages);

    const std::optional<app::PagePart>& region() const { return m_region; }

    // Emits nothing.
    void setRegion(const std::optional<app::PagePart>& region);

    bool press(const PageGesture& gesture) override;
    void drag(const PageGesture& gesture) override;
    void release(const PageGesture& gesture) override;
    std::optional<Qt::CursorShape> cursor(const PageGesture& gesture) const override;
    bool key(QKeyEvent& event) override;
    void paint(QPainter& painter, int page, const PageFrame& frame) const override;

signals:
    // While it is drawn or moved.
    void changing(const app::PagePart& region);
    void chosen(const app::PagePart& region);
    void cleared();
    void askWanted();

private:
    void clear();
    void take(const QRectF& region);
    void step(double x, double y, bool resizes);

    PageView& m_pages;
    std::optional<app::PagePart> m_region;
    PagePoint m_from;
    QPointF m_pressedAt;
};

} // namespace ui
