// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of a PDF as Poppler's pdftotext tells them.
#pragma once

#include "app/documents/document.h"

#include <QProcess>
#include <QStringList>
#include <QTransform>
#include <QXmlStreamReader>

#include <optional>

// In page coordinates 0…1. arguments: which file and pages, in which order; input: for a file named
// "-". Nothing when pdftotext (package poppler-utils) does not run or what it says is no XML.
inline std::optional<QVector<app::TextWord>> pdftotextWords(const QStringList& arguments,
                                                            const QByteArray& input = {}) {
    QProcess process;
    process.start(QStringLiteral("pdftotext"), QStringList{QStringLiteral("-bbox")} + arguments +
                                                   QStringList{QStringLiteral("-")});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        return std::nullopt;
    }
    QString said = QString::fromUtf8(process.readAllStandardOutput());
    said.removeIf([](QChar c) { return c < u' ' && c != u'\n'; }); // which XML does not allow
    QXmlStreamReader xml(said);
    QVector<app::TextWord> words;
    QTransform toPage;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QXmlStreamAttributes at = xml.attributes();
        const auto number = [&](const char* name) {
            return at.value(QLatin1String(name)).toDouble();
        };
        if (xml.name() == QLatin1String("page")) {
            toPage = QTransform::fromScale(1 / number("width"), 1 / number("height"));
        } else if (xml.name() == QLatin1String("word")) {
            const QRectF box(QPointF(number("xMin"), number("yMin")),
                             QPointF(number("xMax"), number("yMax")));
            words.append({xml.readElementText(), toPage.mapRect(box)});
        }
    }
    return xml.hasError() ? std::nullopt : std::optional(words);
}
