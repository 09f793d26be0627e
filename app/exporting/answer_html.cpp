// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/answer_markup.h"
#include "app/plain_text.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace app {

namespace {

constexpr int kIndent = 24;      // pixels, of a list or quotation
constexpr int kHeadingBelow = 2; // an answer's first heading is the document's third

void writeText(QXmlStreamWriter& xml, const QString& text) {
    const QStringList lines = withoutControls(text).split(QChar::LineSeparator);
    for (const QString& line : lines) {
        if (&line != &lines.first()) {
            xml.writeEmptyElement(QStringLiteral("br"));
        }
        xml.writeCharacters(line);
    }
}

void writeSpan(QXmlStreamWriter& xml, const MarkdownSpan& span) {
    int open = 0;
    const auto begin = [&](bool wanted, const char* name) {
        if (wanted) {
            xml.writeStartElement(QLatin1String(name));
            ++open;
        }
    };
    if (const auto target = openableLink(span.link)) {
        begin(true, "a");
        xml.writeAttribute(QStringLiteral("href"), target->toString(QUrl::FullyEncoded));
    }
    begin(span.strong, "b");
    begin(span.emphasised || span.kind == MarkdownSpan::Kind::Picture, "i");
    begin(span.struck, "s");
    begin(span.kind != MarkdownSpan::Kind::Text && span.kind != MarkdownSpan::Kind::Picture,
          "code"); // formulas are shown as their TeX
    writeText(xml, span.text);
    for (; open > 0; --open) {
        xml.writeEndElement();
    }
}

void writeSpans(QXmlStreamWriter& xml, const MarkdownSpans& spans) {
    for (const MarkdownSpan& span : spans) {
        writeSpan(xml, span);
    }
}

void writeTable(QXmlStreamWriter& xml, const MarkdownBlock& block) {
    xml.writeStartElement(QStringLiteral("table"));
    xml.writeAttribute(QStringLiteral("border"), QStringLiteral("1"));
    for (qsizetype i = 0; i < block.cells.size(); ++i) {
        const MarkdownCell& cell = block.cells[i];
        if (i % block.columns == 0) {
            xml.writeStartElement(QStringLiteral("tr"));
        }
        xml.writeStartElement(i < block.columns ? QStringLiteral("th") : QStringLiteral("td"));
        if (cell.align != MarkdownCell::Align::Leading) {
            xml.writeAttribute(QStringLiteral("align"), cell.align == MarkdownCell::Align::Centre
                                                            ? QStringLiteral("center")
                                                            : QStringLiteral("right"));
        }
        writeSpans(xml, cell.spans);
        xml.writeEndElement();
        if (i % block.columns == block.columns - 1) {
            xml.writeEndElement();
        }
    }
    xml.writeEndElement();
}

QString elementOf(const MarkdownBlock& block) {
    switch (block.kind) {
    case MarkdownBlock::Kind::Heading:
        return QStringLiteral("h%1").arg(std::clamp(block.level + kHeadingBelow, 1, 6));
    case MarkdownBlock::Kind::Code:
        return QStringLiteral("pre");
    default:
        return QStringLiteral("p");
    }
}

void writeBlock(QXmlStreamWriter& xml, const MarkdownBlock& block) {
    xml.writeCharacters(QStringLiteral("\n"));
    if (block.kind == MarkdownBlock::Kind::Rule) {
        xml.writeEmptyElement(QStringLiteral("hr"));
        return;
    }
    if (block.kind == MarkdownBlock::Kind::Table) {
        writeTable(xml, block);
        return;
    }
    xml.writeStartElement(elementOf(block));
    if (const int indent = kIndent * (block.indent + block.quotes); indent > 0) {
        xml.writeAttribute(QStringLiteral("style"), QStringLiteral("margin-left:%1px").arg(indent));
    }
    if (!block.marker.isEmpty()) {
        writeText(xml, block.marker + u' ');
    }
    writeSpans(xml, block.spans);
    xml.writeEndElement();
}

} // namespace

void writeHtml(QXmlStreamWriter& xml, const QVector<MarkdownBlock>& blocks) {
    for (const MarkdownBlock& block : blocks) {
        writeBlock(xml, block);
    }
}

} // namespace app
