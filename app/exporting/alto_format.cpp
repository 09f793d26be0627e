// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ALTO 4.4 (http://www.loc.gov/standards/alto/ns-v4#), in pixels at kExportDpi. All pages are in
// one file. What has no place has no coordinates, which the schema allows.
#include "app/exporting/export_format.h"
#include "app/exporting/placed_words.h"
#include "app/plain_text.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace app {

namespace {

constexpr const char* kNamespace = "http://www.loc.gov/standards/alto/ns-v4#";
constexpr const char* kSchema = "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd";

class AltoPage {
public:
    AltoPage(QXmlStreamWriter& xml, const ReadPage& page)
        : m_xml(xml)
        , m_page(page)
        , m_size(pixelsOf(page)) {}

    void write() {
        m_xml.writeStartElement(QStringLiteral("Page"));
        m_xml.writeAttribute(QStringLiteral("ID"), QStringLiteral("page_%1").arg(m_page.page + 1));
        m_xml.writeAttribute(QStringLiteral("PHYSICAL_IMG_NR"), QString::number(m_page.page + 1));
        m_xml.writeAttribute(QStringLiteral("WIDTH"), QString::number(m_size.width()));
        m_xml.writeAttribute(QStringLiteral("HEIGHT"), QString::number(m_size.height()));
        m_xml.writeStartElement(QStringLiteral("PrintSpace"));
        writePlace(QRectF(0, 0, 1, 1));
        QVector<ReadLine> block;
        for (const ReadLine& line : m_page.text.lines) {
            if (!block.isEmpty() && block.last().block != line.block) {
                writeBlock(block);
                block.clear();
            }
            if (!placedWords(line).isEmpty()) { // the schema wants a word in every line
                block.append(line);
            }
        }
        writeBlock(block);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

private:
    void writeBlock(const QVector<ReadLine>& lines) {
        if (lines.isEmpty()) {
            return;
        }
        QRectF box;
        for (const ReadLine& line : lines) {
            box |= line.box;
        }
        m_xml.writeStartElement(QStringLiteral("TextBlock"));
        writeId("block", ++m_blocks);
        writePlace(box);
        for (const ReadLine& line : lines) {
            writeLine(line);
        }
        m_xml.writeEndElement();
    }

    void writeLine(const ReadLine& line) {
        m_xml.writeStartElement(QStringLiteral("TextLine"));
        writeId("line", ++m_lines);
        writePlace(line.box);
        if (line.text.isRightToLeft()) {
            m_xml.writeAttribute(QStringLiteral("BASEDIRECTION"), QStringLiteral("rtl"));
        }
        const QVector<ReadWord> words = placedWords(line);
        for (const ReadWord& word : words) {
            if (&word != &words.first()) {
                m_xml.writeEmptyElement(QStringLiteral("SP"));
            }
            m_xml.writeEmptyElement(QStringLiteral("String"));
            writeId("word", ++m_words);
            writePlace(word.box);
            m_xml.writeAttribute(QStringLiteral("CONTENT"), word.text);
            const double confidence = std::clamp(static_cast<double>(word.confidence), 0.0, 1.0);
            m_xml.writeAttribute(QStringLiteral("WC"), QString::number(confidence, 'f', 3));
        }
        m_xml.writeEndElement();
    }

    void writeId(const char* kind, int index) {
        m_xml.writeAttribute(
            QStringLiteral("ID"),
            QStringLiteral("%1_%2_%3").arg(QLatin1String(kind)).arg(m_page.page + 1).arg(index));
    }

    void writePlace(const QRectF& box) {
        if (box.isNull()) {
            return;
        }
        const QRect pixels = pixelsOf(box, m_size);
        m_xml.writeAttribute(QStringLiteral("HPOS"), QString::number(pixels.left()));
        m_xml.writeAttribute(QStringLiteral("VPOS"), QString::number(pixels.top()));
        m_xml.writeAttribute(QStringLiteral("WIDTH"), QString::number(pixels.width()));
        m_xml.writeAttribute(QStringLiteral("HEIGHT"), QString::number(pixels.height()));
    }

    QXmlStreamWriter& m_xml;
    const ReadPage& m_page;
    QSize m_size;
    int m_blocks = 0;
    int m_lines = 0;
    int m_words = 0;
};

void writeDescription(QXmlStreamWriter& xml, const ReadDocument& document) {
    xml.writeStartElement(QStringLiteral("Description"));
    xml.writeTextElement(QStringLiteral("MeasurementUnit"), QStringLiteral("pixel"));
    xml.writeStartElement(QStringLiteral("sourceImageInformation"));
    xml.writeTextElement(QStringLiteral("fileName"), withoutControls(document.name));
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("Processing"));
    xml.writeAttribute(QStringLiteral("ID"), QStringLiteral("reading"));
    xml.writeTextElement(QStringLiteral("processingCategory"), QStringLiteral("contentGeneration"));
    if (!document.model.isEmpty()) {
        xml.writeTextElement(QStringLiteral("processingStepSettings"),
                             withoutControls(document.model));
    }
    xml.writeStartElement(QStringLiteral("processingSoftware"));
    xml.writeTextElement(QStringLiteral("softwareName"), QStringLiteral("Tessera"));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

Result<Exported> exportAlto(const ReadDocument& document) {
    if (document.pages.isEmpty()) {
        return failure(FailureCode::BadArguments, document.name,
                       QStringLiteral("ALTO needs at least one page."));
    }
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(QLatin1String(kNamespace));
    xml.writeStartElement(QLatin1String(kNamespace), QStringLiteral("alto"));
    xml.writeNamespace(QStringLiteral("http://www.w3.org/2001/XMLSchema-instance"),
                       QStringLiteral("xsi"));
    xml.writeAttribute(QStringLiteral("http://www.w3.org/2001/XMLSchema-instance"),
                       QStringLiteral("schemaLocation"),
                       QLatin1String(kNamespace) + u' ' + QLatin1String(kSchema));
    xml.writeAttribute(QStringLiteral("SCHEMAVERSION"), QStringLiteral("4.4"));
    writeDescription(xml, document);
    xml.writeStartElement(QStringLiteral("Layout"));
    for (const ReadPage& page : document.pages) {
        AltoPage(xml, page).write();
    }
    xml.writeEndDocument();
    return Exported{bytes, {}};
}

} // namespace app
