// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageOverlay: something that is painted over the pages of a PageView. GUI thread.
#pragma once

#include "ui/page_frame.h"

class QPainter;

namespace ui {

class PageOverlay {
public:
    virtual ~PageOverlay() = default;

    virtual void paint(QPainter& painter, int page, const PageFrame& frame) const = 0;
};

} // namespace ui
