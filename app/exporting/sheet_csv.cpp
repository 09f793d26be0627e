// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/cell_number.h"
#include "app/exporting/sheet.h"
#include "app/plain_text.h"

namespace app {

namespace {

bool looksLikeFormula(const QString& cell) {
    static const QString kStarts = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    return !cell.isEmpty() && kStarts.contains(cell.front()) && !numberIn(cell);
}

QString quoted(const QString& text) {
    QString cell = withoutControls(text);
    if (looksLikeFormula(cell)) {
        cell.prepend(u'\'');
    }
    const bool needsQuotes = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') ||
                             cell.contains(u';') || cell.contains(u'\t') || cell.startsWith(u' ') ||
                             cell.endsWith(u' ');
    return needsQuotes ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell;
}

} // namespace

QByteArray csvOf(const QVector<Sheet>& sheets) {
    QString text;
    for (const Sheet& sheet : sheets) {
        if (!text.isEmpty()) {
            text += QStringLiteral("\n");
        }
        for (const QStringList& row : sheet.rows) {
            QStringList cells;
            for (const QString& cell : row) {
                cells.append(quoted(cell));
            }
            text += cells.join(u',') + QStringLiteral("\n");
        }
    }
    return text.toUtf8();
}

} // namespace app
