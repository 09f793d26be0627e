// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LitWords: what a search of the library has found on a page, or where an answer of a table stands,
// lit there until something else is looked at. GUI thread; the view must outlive it.
#pragma once

#include "ui/page_overlay.h"

#include <QRectF>
#include <QVector>

namespace ui {

class PageView;

class LitWords final : public PageOverlay {
public:
    explicit LitWords(PageView& view);
    ~LitWords() override;

    void show(int page, const QVector<QRectF>& boxes);

    void clear() { show(-1, {}); }

    const QVector<QRectF>& boxes() const { return m_boxes; }

    void paint(QPainter& painter, int page, const PageFrame& frame) const override;

private:
    PageView& m_view;
    int m_page = -1;
    QVector<QRectF> m_boxes;
};

} // namespace ui
