// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// HTML: one file that loads nothing, readable by browsers and word processors. Text only ever goes
// through the XML writer, and the page forbids itself scripts and pictures from elsewhere.
#include "app/exporting/export_format.h"
#include "app/exporting/html_head.h"
#include "app/exporting/paragraphs.h"

#include <QXmlStreamWriter>

namespace app {

namespace {

constexpr const char* kStyle =
    "body{font:16px/1.5 serif;max-width:42em;margin:2em auto;padding:0 1em}"
    "section+section{border-top:1px solid #ccc;margin-top:2em;padding-top:1em}";

void writeParagraph(QXmlStreamWriter& xml, const Paragraph& paragraph) {
    xml.writeStartElement(paragraph.level > 0 ? QStringLiteral("h%1").arg(paragraph.level)
                                              : QStringLiteral("p"));
    xml.writeAttribute(QStringLiteral("dir"), QStringLiteral("auto"));
    for (const QString& line : paragraph.lines) {
        if (&line != &paragraph.lines.first()) {
            xml.writeEmptyElement(QStringLiteral("br"));
        }
        xml.writeCharacters(line);
    }
    xml.writeEndElement();
}

void writePage(QXmlStreamWriter& xml, const ReadPage& page) {
    xml.writeCharacters(QStringLiteral("\n"));
    xml.writeStartElement(QStringLiteral("section"));
    xml.writeAttribute(QStringLiteral("id"), QStringLiteral("page-%1").arg(page.page + 1));
    for (const Paragraph& paragraph : paragraphsOf(page.text)) {
        xml.writeCharacters(QStringLiteral("\n"));
        writeParagraph(xml, paragraph);
    }
    xml.writeCharacters(QStringLiteral("\n")); // also keeps "<section/>" out, which HTML has not
    xml.writeEndElement();
}

} // namespace

Result<Exported> exportHtml(const ReadDocument& document) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeDTD(QStringLiteral("<!DOCTYPE html>\n"));
    xml.writeStartElement(QStringLiteral("html"));
    writeHtmlHead(xml, document.name, kStyle, HtmlPictures::None);
    xml.writeStartElement(QStringLiteral("body"));
    for (const ReadPage& page : document.pages) {
        writePage(xml, page);
    }
    xml.writeEndDocument();
    return Exported{bytes, {}};
}

} // namespace app
