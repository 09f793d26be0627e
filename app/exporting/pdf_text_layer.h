// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PdfTextLayer: what was read of pages as invisible text over their ink, in one PDF. The page's own
// contents are not touched: the text is a stream of its own before them, where nothing has changed
// the state of drawing yet. One thread; belongs to the PDF.
#pragma once

#include "app/exporting/pdf_invisible_font.h"
#include "app/reading/page_text.h"

#include <qpdf/QPDFPageObjectHelper.hh>

#include <optional>

namespace app {

class PdfTextLayer {
public:
    explicit PdfTextLayer(QPDF& pdf)
        : m_pdf(pdf) {}

    // False: there was no text to lay.
    bool lay(QPDFPageObjectHelper& page, const PageText& text);
    // When all pages are done.
    void finish();

private:
    QPDF& m_pdf;
    std::optional<PdfInvisibleFont> m_font; // once there is text
};

// What a reader of PDF finds in glyphs that stand from left to right in this order is `text`: words
// that are written from right to left, turned around as all PDFs have them.
QString fromLeftToRight(const QString& text);

} // namespace app
