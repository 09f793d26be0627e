// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lit_words.h"

#include "ui/page_view.h"

#include <QPainter>

namespace ui {

namespace {

// On paper, whatever the scheme is: a marker pen.
const QColor kMarker(0xF0, 0xC8, 0x1E, 110);

} // namespace

LitWords::LitWords(PageView& view)
    : m_view(view) {
    m_view.addOverlay(this);
}

LitWords::~LitWords() {
    m_view.removeOverlay(this);
}

void LitWords::show(int page, const QVector<QRectF>& boxes) {
    m_page = page;
    m_boxes = boxes;
    m_view.viewport()->update();
}

void LitWords::paint(QPainter& painter, int page, const PageFrame& frame) const {
    if (page != m_page) {
        return;
    }
    for (const QRectF& box : m_boxes) {
        painter.fillRect(frame.toScreen(box).adjusted(-1, -1, 1, 1), kMarker);
    }
}

} // namespace ui
