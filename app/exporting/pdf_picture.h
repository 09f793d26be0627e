// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page of a picture file as a page of a PDF: of its own size where the file tells its resolution.
// A JPEG goes in as it is, anything else without loss. Any thread.
#pragma once

#include "app/documents/document.h"

#include <qpdf/QPDFPageObjectHelper.hh>

namespace app {

struct PdfPicture {
    QPDFPageObjectHelper page;
    bool isArchival = true; // false: its colours mean something on one printer only (CMYK)
};

Result<PdfPicture> pdfPicture(QPDF& pdf, const Document& document, int page);

} // namespace app
