// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// hOCR 1.2: XHTML with pages, blocks, lines and words, each with its box in pixels at kExportDpi.
// What has no place has no bbox.
#include "app/exporting/export_format.h"
#include "app/exporting/placed_words.h"
#include "app/plain_text.h"

#include <QXmlStreamWriter>

namespace app {

namespace {

QString bbox(const QRect& box) {
    return QStringLiteral("bbox %1 %2 %3 %4")
        .arg(box.left())
        .arg(box.top())
        .arg(box.left() + box.width())
        .arg(box.top() + box.height());
}

class HocrPage {
public:
    HocrPage(QXmlStreamWriter& xml, const ReadPage& page)
        : m_xml(xml)
        , m_page(page)
        , m_size(pixelsOf(page)) {}

    void write(const QString& file) {
        QString name = withoutControls(file);
        name.replace(u'"', u'_').replace(u'\\', u'_');
        const QString title = QStringLiteral("image \"%1\"; ").arg(name) +
                              bbox(QRect(QPoint(), m_size)) +
                              QStringLiteral("; ppageno %1; scan_res %2 %2")
                                  .arg(m_page.page)
                                  .arg(static_cast<int>(kExportDpi));
        start("div", "ocr_page", QStringLiteral("page"), title);
        const QVector<ReadLine>& lines = m_page.text.lines;
        for (auto line = lines.begin(); line != lines.end();) {
            const auto end = std::find_if(line, lines.end(), [&](const ReadLine& other) {
                return other.block != line->block;
            });
            writeBlock(line, end);
            line = end;
        }
        m_xml.writeCharacters(QStringLiteral("\n"));
        m_xml.writeEndElement();
    }

private:
    using Line = QVector<ReadLine>::const_iterator;

    void writeBlock(Line line, Line end) {
        QRectF box;
        for (auto each = line; each != end; ++each) {
            box |= each->box;
        }
        start("div", "ocr_carea", number("block", ++m_blocks), placeOf(box));
        start("p", "ocr_par", number("par", m_blocks), placeOf(box));
        m_xml.writeAttribute(QStringLiteral("dir"), line->text.isRightToLeft()
                                                        ? QStringLiteral("rtl")
                                                        : QStringLiteral("ltr"));
        for (; line != end; ++line) {
            writeLine(*line);
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeLine(const ReadLine& line) {
        const QVector<ReadWord> words = placedWords(line);
        if (words.isEmpty()) {
            return;
        }
        start("span", "ocr_line", number("line", ++m_lines), placeOf(line.box));
        for (const ReadWord& word : words) {
            QString title = placeOf(word.box);
            title += (title.isEmpty() ? QString() : QStringLiteral("; ")) +
                     QStringLiteral("x_wconf %1").arg(qRound(word.confidence * 100));
            start("span", "ocrx_word", number("word", ++m_words), title);
            m_xml.writeCharacters(word.text);
            m_xml.writeEndElement();
            m_xml.writeCharacters(&word == &words.last() ? QString() : QStringLiteral(" "));
        }
        m_xml.writeEndElement();
    }

    void start(const char* element, const char* kind, const QString& id, const QString& title) {
        if (qstrcmp(kind, "ocrx_word") != 0) {
            m_xml.writeCharacters(QStringLiteral("\n"));
        }
        m_xml.writeStartElement(QLatin1String(element));
        m_xml.writeAttribute(QStringLiteral("class"), QLatin1String(kind));
        m_xml.writeAttribute(QStringLiteral("id"),
                             id == u"page" ? QStringLiteral("page_%1").arg(m_page.page + 1) : id);
        if (!title.isEmpty()) {
            m_xml.writeAttribute(QStringLiteral("title"), title);
        }
    }

    QString number(const char* kind, int index) const {
        return QStringLiteral("%1_%2_%3").arg(QLatin1String(kind)).arg(m_page.page + 1).arg(index);
    }

    QString placeOf(const QRectF& box) const {
        return box.isNull() ? QString() : bbox(pixelsOf(box, m_size));
    }

    QXmlStreamWriter& m_xml;
    const ReadPage& m_page;
    QSize m_size;
    int m_blocks = 0;
    int m_lines = 0;
    int m_words = 0;
};

void writeMeta(QXmlStreamWriter& xml, const char* name, const QString& content) {
    xml.writeEmptyElement(QStringLiteral("meta"));
    xml.writeAttribute(QStringLiteral("name"), QLatin1String(name));
    xml.writeAttribute(QStringLiteral("content"), content);
}

} // namespace

Result<Exported> exportHocr(const ReadDocument& document) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeCharacters(QStringLiteral("\n"));
    xml.writeDTD(QStringLiteral("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
                                "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">"));
    xml.writeCharacters(QStringLiteral("\n"));
    xml.writeStartElement(QStringLiteral("html"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/1999/xhtml"));
    xml.writeStartElement(QStringLiteral("head"));
    xml.writeTextElement(QStringLiteral("title"), withoutControls(document.name));
    xml.writeEmptyElement(QStringLiteral("meta"));
    xml.writeAttribute(QStringLiteral("http-equiv"), QStringLiteral("Content-Type"));
    xml.writeAttribute(QStringLiteral("content"), QStringLiteral("text/html; charset=utf-8"));
    writeMeta(xml, "ocr-system",
              QStringLiteral("Tessera %1").arg(withoutControls(document.model)).trimmed());
    writeMeta(xml, "ocr-capabilities",
              QStringLiteral("ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf"));
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("body"));
    for (const ReadPage& page : document.pages) {
        HocrPage(xml, page).write(document.name);
    }
    xml.writeEndDocument();
    return Exported{bytes + '\n', {}};
}

} // namespace app
