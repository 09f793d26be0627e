// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Document: what can be opened and shown, page by page. All functions may be called from any
// thread; a document that needs one at a time locks inside. Immutable content: one Document stands
// for the bytes that were read when it was opened.
#pragma once

#include "app/result.h"

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTransform>
#include <QVector>

#include <stop_token>

namespace app {

// A word of the document's own text layer; boxes in page coordinates 0…1 of the upright page.
struct TextWord {
    QString text;
    QRectF box;
    bool spaceAfter = true;
    bool endsLine = false;
    QVector<QRectF> characters = {}; // one for each of text, or empty when not known
};

// A heading of the document's own outline, in order; deeper ones follow the one they belong to.
struct OutlineEntry {
    QString title;
    int level = 0;
    int page = -1;  // −1: leads nowhere in this document
    double top = 0; // page coordinates
};

class Document {
public:
    virtual ~Document() = default;

    virtual int pageCount() const = 0;
    // Points (1/72 inch) of the page as shown: crop box and the file's own rotation applied.
    virtual QSizeF pageSize(int page) const = 0;
    // White paper under transparent parts, Format_RGB32, exactly pixelSize(pageSize(page), dpi)
    // pixels (render_limits.h). Fails with TooLarge above the hard limit there; callers stay within
    // the page budget by asking for dpiWithin(…). A render that is stopped returns a null image.
    virtual Result<QImage> render(int page, double dpi, std::stop_token stop) const = 0;
    // For pictures: the stored pixels as the model should get them (RGB888, alpha dropped without
    // blending, no orientation applied); null for documents that have none.
    virtual QImage modelImage(int page) const = 0;

    // Whether modelImage gives any, without decoding them.
    virtual bool hasOwnPixels() const { return false; }

    // How modelImage's pixels turn into the page as shown (EXIF orientation); identity for most.
    virtual QTransform orientation(int page) const = 0;
    // Empty when the page has no text layer.
    virtual QVector<TextWord> words(int page) const = 0;

    // Empty when the document has none. May take a moment.
    virtual QVector<OutlineEntry> outline() const { return {}; }

    virtual QString title() const = 0;

    // SHA-256 of the bytes it was opened from: what the library knows it by. Empty: nothing is kept
    // about it.
    virtual QByteArray contentHash() const { return {}; }

    // The file, as it was when it was opened.
    virtual QByteArray bytes() const { return {}; }
};

} // namespace app
