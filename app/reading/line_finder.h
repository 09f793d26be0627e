// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds the text lines of a page picture: paper made white, light-on-dark turned around, skew of up
// to five degrees taken out, lines on their side turned upright, rules, frames and pictures set
// aside. The only code that knows OpenCV. Pure function, any thread; about 0.1 s for an A4 page.
#pragma once

#include "app/result.h"

#include <QImage>
#include <QRect>
#include <QRectF>
#include <QTransform>
#include <QVector>

namespace app {

struct TextLine {
    QRect box;              // tight around the ink, pixels of TextLines::grey
    int block = 0;          // lines of one paragraph, list or table share a number
    int blockInkHeight = 0; // median height of the block's boxes
};

// A line that stands on its side on the page, turned upright.
struct TurnedStrip {
    QRect at;          // pixels of TextLines::grey
    QTransform toGrey; // from there to where it stands
};

struct TextLines {
    QImage grey;       // Format_Grayscale8: upright, paper near 255, ink dark; strips below it
    QTransform toPage; // pixels of grey → page coordinates 0…1, strips aside
    QVector<TextLine> lines; // in reading order, those in strips last
    QVector<TurnedStrip> strips = {};

    // Where a rectangle in pixels of grey, of the page or of one strip, lies on the page (0…1).
    QRectF onPage(const QRectF& pixels) const;
};

// A page with nothing on it has no lines. Pictures of any QImage format.
Result<TextLines> findLines(const QImage& page);

// The same for lines whose places on the page (0…1) are known: each box is tightened around its
// ink, and the page stays as it lies.
Result<TextLines> linesAt(const QImage& page, const QVector<QRectF>& places);

// A line's box with the margin that people leave when they draw one; for showing, not for cutting.
QRectF framed(const QRect& box);

} // namespace app
