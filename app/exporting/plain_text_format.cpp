// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plain text: what PageText::plainText gives, a form feed between two pages, as pdftotext does.
#include "app/exporting/export_format.h"
#include "app/plain_text.h"

namespace app {

Result<Exported> exportPlainText(const ReadDocument& document) {
    QString text;
    for (const ReadPage& page : document.pages) {
        if (&page != &document.pages.first()) {
            text += u'\f';
        }
        if (const QString read = withoutControls(page.text.plainText()); !read.isEmpty()) {
            text += read + u'\n';
        }
    }
    return Exported{text.toUtf8(), {}};
}

} // namespace app
