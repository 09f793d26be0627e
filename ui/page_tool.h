// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageTool: what one mouse mode does with the left button on the pages, and what it paints over
// them. PageView owns the mode and offers every gesture to the tool of that mode first; what the
// tool does not take moves the page, clicks a place or makes a page the current one. GUI thread.
#pragma once

#include "ui/page_layout.h"
#include "ui/page_overlay.h"

#include <Qt>

#include <optional>

class QKeyEvent;

namespace ui {

enum class MouseMode {
    Browse, // drag moves the page; boxes are clicked and edited
    Select, // text
    Region, // a rectangle
};

struct PageGesture {
    QPointF at;      // viewport
    PagePoint point; // the nearest page's
    int clicks = 1;  // 2: of a double click, 3: of a triple click
    Qt::KeyboardModifiers modifiers;
};

// Its paint() is called also while another tool is in use.
class PageTool : public PageOverlay {
public:
    // True: the tool gets drag() and release() until the button is up. While the pointer is held
    // outside, the view scrolls and goes on calling drag().
    virtual bool press(const PageGesture& gesture) = 0;
    virtual void drag(const PageGesture& gesture) = 0;
    virtual void release(const PageGesture& gesture) = 0;
    // With no button down; nothing: the view's own.
    virtual std::optional<Qt::CursorShape> cursor(const PageGesture& gesture) const = 0;
    // Of the page view while this is the tool, Tab and Backtab included. True: taken.
    virtual bool key(QKeyEvent& event) = 0;
};

} // namespace ui
