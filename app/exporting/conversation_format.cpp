// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conversations: each question, its answer, and the places that the answer names, cut out of their
// pages. HTML and Markdown hold the pictures in themselves and load nothing.
#include "app/documents/page_picture.h"
#include "app/exporting/answer_markup.h"
#include "app/exporting/export_format.h"
#include "app/exporting/html_head.h"
#include "app/exporting/markdown_escape.h"
#include "app/plain_text.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>
#include <QXmlStreamWriter>

namespace app {

namespace {

constexpr int kMostCuts = 40;          // of one answer; the others are only named
constexpr double kCutMargin = 0.01;    // of the page, around a place
constexpr QSize kMostPixels(480, 480); // of a cut
constexpr int kPdfDpi = 96;
constexpr const char* kStyle = "body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;"
                               "padding:0 1em}pre{white-space:pre-wrap}table{border-collapse:"
                               "collapse}td,th{padding:.2em .5em}img{max-width:100%}"
                               ".about{color:#666}";

struct Cut {
    QString caption;
    QByteArray png; // empty: it is one of too many, or could not be made
};

QByteArray pictureOf(const Document& document, int page, const QRectF& box) {
    const QRectF region =
        box.adjusted(-kCutMargin, -kCutMargin, kCutMargin, kCutMargin) & QRectF(0, 0, 1, 1);
    const auto picture = regionPicture(document, page, region, {});
    if (!picture || picture->image.isNull()) {
        return {};
    }
    const QImage image =
        picture->image.width() > kMostPixels.width() ||
                picture->image.height() > kMostPixels.height()
            ? picture->image.scaled(kMostPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            : picture->image;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? png : QByteArray();
}

QVector<Cut> cutsOf(const AskedDocument& asked, const KeptTurn& turn) {
    QVector<Cut> cuts;
    for (const Place& place : turn.result.places) {
        const int page = turn.asked.parts.value(place.page).page;
        const bool isOnPage = page >= 0 && page < asked.document->pageCount();
        const QString label = withoutControls(place.label).simplified();
        cuts.append({QStringLiteral("%1. %2%3page %4")
                         .arg(cuts.size() + 1)
                         .arg(label, label.isEmpty() ? QString() : QStringLiteral(", "))
                         .arg(page + 1),
                     isOnPage && cuts.size() < kMostCuts
                         ? pictureOf(*asked.document, page, place.box)
                         : QByteArray()});
    }
    return cuts;
}

QString taskOf(const KeptTurn& turn) {
    const QString text = withoutControls(turn.asked.text).simplified();
    return !text.isEmpty() ? text : QStringLiteral("Read the page");
}

// "pages 1, 3 · Nano · 2026-05-01 12:30 UTC"
QString aboutOf(const KeptTurn& turn) {
    QStringList pages;
    for (const PagePart& part : turn.asked.parts) {
        const QString number = QString::number(part.page + 1);
        pages.append(part.region.isNull() ? number : number + QStringLiteral(" (part)"));
    }
    QStringList about{QStringLiteral("page ") + pages.join(QStringLiteral(", "))};
    if (!turn.model.isEmpty()) {
        about.append(withoutControls(turn.model).simplified());
    }
    if (turn.when.isValid()) {
        about.append(turn.when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")) +
                     QStringLiteral(" UTC"));
    }
    return about.join(QStringLiteral(" \u00b7 "));
}

QVector<MarkdownBlock> answerOf(const KeptTurn& turn) {
    if (turn.asked.format == AnswerFormat::Markdown) {
        return parseMarkdown(turn.result.text, AnswerState::Ended);
    }
    MarkdownBlock plain;
    plain.spans.append(MarkdownSpan());
    plain.spans.first().text = QString(turn.result.text).replace(u'\n', QChar::LineSeparator);
    return {plain};
}

QString dataUrl(const QByteArray& png) {
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64());
}

void writeTurn(QXmlStreamWriter& xml, const AskedDocument& asked, const KeptTurn& turn) {
    xml.writeTextElement(QStringLiteral("h2"), taskOf(turn));
    xml.writeStartElement(QStringLiteral("p"));
    xml.writeAttribute(QStringLiteral("class"), QStringLiteral("about"));
    xml.writeCharacters(aboutOf(turn));
    xml.writeEndElement();
    writeHtml(xml, answerOf(turn));
    for (const Cut& cut : cutsOf(asked, turn)) {
        xml.writeStartElement(QStringLiteral("p"));
        xml.writeCharacters(cut.caption);
        if (!cut.png.isEmpty()) {
            xml.writeEmptyElement(QStringLiteral("br"));
            xml.writeEmptyElement(QStringLiteral("img"));
            xml.writeAttribute(QStringLiteral("alt"), cut.caption);
            xml.writeAttribute(QStringLiteral("src"), dataUrl(cut.png));
        }
        xml.writeEndElement();
    }
}

QByteArray htmlOf(const AskedDocument& asked) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    const QString name = withoutControls(asked.name).simplified();
    xml.writeDTD(QStringLiteral("<!DOCTYPE html>\n"));
    xml.writeStartElement(QStringLiteral("html"));
    writeHtmlHead(xml, name, kStyle, HtmlPictures::Within);
    xml.writeStartElement(QStringLiteral("body"));
    xml.writeTextElement(QStringLiteral("h1"), name);
    for (const KeptTurn& turn : asked.turns) {
        writeTurn(xml, asked, turn);
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace

Result<Exported> exportConversationHtml(const AskedDocument& asked) {
    return Exported{htmlOf(asked), {}};
}

Result<Exported> exportConversationMarkdown(const AskedDocument& asked) {
    QStringList parts{QStringLiteral("# ") +
                      markdownEscaped(withoutControls(asked.name).simplified())};
    for (const KeptTurn& turn : asked.turns) {
        parts.append(QStringLiteral("## ") + markdownEscaped(taskOf(turn)));
        parts.append(u'*' + markdownEscaped(aboutOf(turn)) + u'*');
        parts.append(markdownOf(answerOf(turn)));
        for (const Cut& cut : cutsOf(asked, turn)) {
            const QString caption = markdownEscaped(cut.caption);
            parts.append(cut.png.isEmpty()
                             ? caption
                             : QStringLiteral("%1\\\n![%1](%2)").arg(caption, dataUrl(cut.png)));
        }
    }
    return Exported{(parts.join(QStringLiteral("\n\n")) + u'\n').toUtf8(), {}};
}

Result<Exported> exportConversationPdf(const AskedDocument& asked) {
    Exported exported;
    QBuffer buffer(&exported.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDpi);
    writer.setTitle(withoutControls(asked.name).simplified());
    QTextDocument text;
    text.setHtml(QString::fromUtf8(htmlOf(asked)));
    text.print(&writer);
    buffer.close();
    if (!exported.bytes.startsWith("%PDF-")) {
        return failure(FailureCode::OutOfMemory, asked.name, QStringLiteral("PDF"));
    }
    return exported;
}

} // namespace app
