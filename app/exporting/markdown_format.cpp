// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Markdown: headings, running text reflowed, other lines kept apart by hard breaks; a rule between
// two pages. Whatever would be markup is escaped: the text is data.
#include "app/exporting/export_format.h"
#include "app/exporting/markdown_escape.h"
#include "app/exporting/paragraphs.h"

namespace app {

namespace {

QString markdownOf(const Paragraph& paragraph) {
    QStringList lines;
    for (const QString& line : paragraph.lines) {
        lines.append(markdownEscaped(line));
    }
    const QString text = lines.join(QStringLiteral("\\\n"));
    return paragraph.level > 0 ? QString(paragraph.level, u'#') + u' ' + text : text;
}

} // namespace

Result<Exported> exportMarkdown(const ReadDocument& document) {
    QStringList parts;
    for (const ReadPage& page : document.pages) {
        if (&page != &document.pages.first()) {
            parts.append(QStringLiteral("* * *"));
        }
        for (const Paragraph& paragraph : paragraphsOf(page.text)) {
            parts.append(markdownOf(paragraph));
        }
    }
    const QString text = parts.join(QStringLiteral("\n\n"));
    return Exported{text.isEmpty() ? QByteArray() : (text + u'\n').toUtf8(), {}};
}

} // namespace app
