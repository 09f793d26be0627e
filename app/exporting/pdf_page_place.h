// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PdfPagePlace: how the page as shown (upright, its upper left corner 0,0, its lower right 1,1)
// lies in the PDF page's own space, which may be cropped, turned, and counts from below. A value.
#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>
#include <QPointF>
#include <QRectF>

namespace app {

class PdfPagePlace {
public:
    explicit PdfPagePlace(QPDFPageObjectHelper& page);

    QPointF at(const QPointF& shown) const;
    QRectF rect(const QRectF& shown) const;
    // Of the page as shown, in units of its own space.
    QSizeF size() const;

private:
    QPDFObjectHandle::Rectangle m_shown; // what of the page is shown
    int m_turns = 0;                     // quarters, clockwise, to be shown
};

} // namespace app
