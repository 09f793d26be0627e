// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The picture of a page that goes to a model: of a PDF a rendering, of a picture file its own
// pixels, turned upright so that places in it are places on the page as shown. Any thread; may take
// seconds.
#pragma once

#include "app/analysis/analysis.h"
#include "app/documents/document.h"

namespace app {

constexpr double kReadingDpi = 200;

// Page of a document as a request names it: what pagePicture gives for it, without making it.
PageOrigin originOf(const Document& document, int page, double dpi = kReadingDpi);

struct PagePicture {
    QImage image; // Format_RGB888, null when stopped
    double dpi =
        0; // of the rendering: lower than asked for when the page is very large; 0: own pixels
};

Result<PagePicture> pagePicture(const Document& document, int page, std::stop_token stop,
                                double dpi = kReadingDpi);

// Its image alone, for those who need no more.
Result<QImage> pageImage(const Document& document, int page);

// The size that pagePicture's image will have, without making it.
QSize pagePictureSize(const Document& document, int page, double dpi = kReadingDpi);

// A rectangle of the page (0…1) alone, with as many pixels as a model can take in: of a PDF
// rendered finer than the page is, of a picture file its own.
Result<PagePicture> regionPicture(const Document& document, int page, const QRectF& region,
                                  std::stop_token stop);
// The size that regionPicture's image will have, without making it.
QSize regionPictureSize(const Document& document, int page, const QRectF& region);

} // namespace app
