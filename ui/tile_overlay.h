// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TileOverlay: what the model gets of one page, painted over that page: the tile grid, padding and
// blind strips of a whole-page picture, or the text rows that are packed into tiles. Everything
// comes from the engine's plan (and the reading plan); nothing is computed again here. A value.
#pragma once

#include "app/analysis/analysis.h"
#include "ui/page_frame.h"

#include <QCoreApplication>
#include <QImage>
#include <QVector>

class QPainter;

namespace ui {

// A text row that goes to the model, and the tile it is packed into (from 1, over all columns).
struct TileRow {
    QRectF box;  // page coordinates
    QRectF line; // the text line that it is a piece of
    int tile = 1;
};

struct TileView {
    int page = 0;
    QRectF region;      // 0…1 of the page; null: all of it
    app::TilePlan plan; // one picture: the page; or one per column of packed rows
    bool packed = false;
    QVector<TileRow> rows; // when packed
    // When packed: the columns of the question's other parts, which are read one by one, too.
    QVector<app::TilePlacement> companyColumns;
    QVector<QImage> images;  // when packed the columns as the model gets them, else the overview
    double smallestText = 0; // pixels high in the model's eyes, about; 0: not known
};

class TileOverlay {
    Q_DECLARE_TR_FUNCTIONS(ui::TileOverlay)
public:
    void show(TileView view);
    void hide();

    bool isShown() const { return m_shown; }

    int page() const { return m_view.page; }

    const TileView& view() const { return m_view; }

    // How far the canvas reaches beyond the page, as shares of the upright page.
    QMarginsF surround() const;
    // The tile at a point of the page, from 1 as they are labelled; 0: none.
    int tileAt(const QPointF& page) const;
    // What of the page is in the tile; null: nothing.
    QRectF tileOnPage(int tile) const;

    // A sentence for the card, the status line and screen readers.
    QString summary() const;

    void paint(QPainter& painter, const PageFrame& frame) const;
    // The overview or the packed columns with the token cost, in the corner of the view.
    QRect cardRect(const QRect& viewport) const;
    void paintCard(QPainter& painter, const QRect& viewport) const;

private:
    QRectF region() const;
    QString cost() const;
    // How high the smallest text is; empty: not known.
    QString gauge() const;
    bool isTooSmall() const;
    void paintGrid(QPainter& painter, const PageFrame& frame) const;
    void paintRows(QPainter& painter, const PageFrame& frame) const;

    TileView m_view;
    bool m_shown = false;
};

} // namespace ui
