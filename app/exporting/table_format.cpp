// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CSV and XLSX: a page row by row, what stands in columns in columns. A tab for each page, or an
// empty line between two.
#include "app/exporting/export_format.h"
#include "app/exporting/page_rows.h"
#include "app/exporting/sheet.h"

namespace app {

namespace {

QVector<Sheet> sheetsOf(const ReadDocument& document) {
    QVector<Sheet> sheets;
    for (const ReadPage& page : document.pages) {
        sheets.append({QStringLiteral("Page %1").arg(page.page + 1), rowsOf(page)});
    }
    return sheets;
}

} // namespace

Result<Exported> exportCsv(const ReadDocument& document) {
    return Exported{csvOf(sheetsOf(document)), {}};
}

Result<Exported> exportXlsx(const ReadDocument& document) {
    return xlsxOf(sheetsOf(document)).map([](const QByteArray& bytes) {
        return Exported{bytes, {}};
    });
}

} // namespace app
