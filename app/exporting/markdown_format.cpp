// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Markdown: headings, running text reflowed, other lines kept apart by hard breaks; a rule between
// two pages. Whatever would be markup is escaped: the text is data.
#include "app/exporting/export_format.h"
#include "app/exporting/paragraphs.h"

namespace app {

namespace {

// "1." and "2)" at the start of a line begin a list.
qsizetype listMarkEnd(const QString& line) {
    qsizetype end = 0;
    while (end < line.size() && line[end] >= u'0' && line[end] <= u'9') {
        ++end;
    }
    const bool isMark = end > 0 && end < line.size() && (line[end] == u'.' || line[end] == u')');
    return isMark ? end : -1;
}

QString escaped(const QString& line) {
    static const QString kAnywhere = QStringLiteral("\\`*_[]<>&|~$@");
    static const QString kAtTheStart = QStringLiteral("#+-=");
    const qsizetype mark = listMarkEnd(line);
    QString text;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar character = line[i];
        // What a reader would make a link of.
        const bool isLink =
            line.mid(i, 3) == QLatin1String("://") ||
            (character == u'.' && line.left(i).endsWith(QLatin1String("www"), Qt::CaseInsensitive));
        if (kAnywhere.contains(character) || (i == 0 && kAtTheStart.contains(character)) ||
            i == mark || isLink) {
            text += u'\\';
        }
        text += character;
    }
    return text;
}

QString markdownOf(const Paragraph& paragraph) {
    QStringList lines;
    for (const QString& line : paragraph.lines) {
        lines.append(escaped(line));
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
