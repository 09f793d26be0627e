// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/html_head.h"

#include "app/plain_text.h"

#include <QXmlStreamWriter>

namespace app {

void writeHtmlHead(QXmlStreamWriter& xml, const QString& title, const char* style,
                   HtmlPictures pictures) {
    QString policy = QStringLiteral("default-src 'none'; style-src 'unsafe-inline'");
    if (pictures == HtmlPictures::Within) {
        policy += QStringLiteral("; img-src data:");
    }
    xml.writeStartElement(QStringLiteral("head"));
    xml.writeEmptyElement(QStringLiteral("meta"));
    xml.writeAttribute(QStringLiteral("charset"), QStringLiteral("utf-8"));
    xml.writeEmptyElement(QStringLiteral("meta"));
    xml.writeAttribute(QStringLiteral("http-equiv"), QStringLiteral("Content-Security-Policy"));
    xml.writeAttribute(QStringLiteral("content"), policy);
    xml.writeTextElement(QStringLiteral("title"), withoutControls(title));
    xml.writeTextElement(QStringLiteral("style"), QLatin1String(style));
    xml.writeEndElement();
}

} // namespace app
