// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_text_layer.h"

#include "app/exporting/blank_font.h"
#include "app/exporting/pdf_file.h"
#include "app/exporting/pdf_page_place.h"
#include "app/exporting/placed_words.h"
#include "app/plain_text.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using Object = QPDFObjectHandle;

constexpr double kPlacelessHeight = 0.015; // of the page
constexpr double kSmallest = 1e-4;         // of the page, that a word is high and wide
constexpr double kUprightRatio = 2; // higher than so many widths: its characters stand in a column
constexpr double kThinSpace = 0.02; // of the height of a line, between words that touch

bool isFromRight(char32_t character) {
    const QChar::Direction direction = QChar::direction(character);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

bool isFromLeft(char32_t character) {
    return QChar::direction(character) == QChar::DirL || QChar::isNumber(character);
}

QRectF usable(const QRectF& box) {
    const auto clamped = [](double value, double from, double to) {
        return std::isfinite(value) ? std::clamp(value, from, to) : from;
    };
    const double left = clamped(box.left(), 0, 1 - kSmallest);
    const double top = clamped(box.top(), 0, 1 - kSmallest);
    return {QPointF(left, top), QPointF(clamped(box.right(), left + kSmallest, 1),
                                        clamped(box.bottom(), top + kSmallest, 1))};
}

// Between two words of a line, as high as the first.
QRectF gapBetween(const QRectF& first, const QRectF& second) {
    const double left = std::min(first.right(), second.right());
    const double right = std::max(first.left(), second.left());
    const double width = right - left;
    return width > 0
               ? QRectF(left, first.top(), width, first.height())
               : QRectF(first.right(), first.top(), kThinSpace * first.height(), first.height());
}

// Lines whose place is not known stand one below the other, so that they are found at least.
QVector<ReadLine> withPlaces(QVector<ReadLine> lines, const QSizeF& page) {
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].box.isNull()) {
            const double top = double(i) / double(lines.size());
            const double height = std::min(0.8 / double(lines.size()), kPlacelessHeight);
            const double width = PdfInvisibleFont::width(lines[i].text) * height * page.height();
            lines[i].box = QRectF(0, top, std::min(1.0, width / page.width()), height);
        }
    }
    return lines;
}

class TextStream {
public:
    TextStream(PdfInvisibleFont& font, const PdfPagePlace& place, const std::string& fontName)
        : m_font(font)
        , m_place(place)
        , m_fontName(QByteArray::fromStdString(fontName)) {}

    void addLine(const ReadLine& line) {
        const QVector<ReadWord> words = placedWords(line);
        const QString text = withoutControls(line.text).simplified();
        qsizetype from = 0; // in the text, behind the last word
        for (int i = 0; i < words.size(); ++i) {
            const QRectF box = usable(words[i].box);
            add(fromLeftToRight(words[i].text), box);
            const qsizetype found = text.indexOf(words[i].text, from);
            from = found < 0 ? from : found + words[i].text.size();
            const bool isApart = found < 0 || (from < text.size() && text[from].isSpace());
            if (i + 1 < words.size() && isApart) {
                add(QStringLiteral(" "), gapBetween(box, usable(words[i + 1].box)));
            }
        }
    }

    QByteArray content() const { return "q BT 3 Tr\n" + m_content + "ET Q\n"; }

private:
    // Text from one end of the box to the other, its line a fifth of the height above the lower
    // edge.
    void add(const QString& text, const QRectF& box) {
        const QSizeF page = m_place.size();
        const bool isColumn = text.size() > 1 && box.height() * page.height() >
                                                     kUprightRatio * box.width() * page.width();
        const QPointF start = m_place.at(isColumn ? box.topLeft() : box.bottomLeft());
        const QPointF end = m_place.at(isColumn ? box.bottomLeft() : box.bottomRight());
        const QPointF top = m_place.at(isColumn ? box.topRight() : box.topLeft());
        const double length = QLineF(start, end).length();
        const double size = QLineF(start, top).length();
        const QPointF along = (end - start) / length;
        const QPointF up = (top - start) / size;
        const QPointF at = start - up * (size * kFontDescent / kUnitsPerEm);
        const double stretch = 100 * length / (size * PdfInvisibleFont::width(text));
        m_content += m_fontName + ' ' + pdfNumber(size) + " Tf " + pdfNumber(stretch) + " Tz";
        for (const double number : {along.x(), along.y(), up.x(), up.y(), at.x(), at.y()}) {
            m_content += ' ' + pdfNumber(number);
        }
        m_content += " Tm " + m_font.encoded(text) + " Tj\n";
    }

    PdfInvisibleFont& m_font;
    const PdfPagePlace& m_place;
    QByteArray m_fontName;
    QByteArray m_content;
};

// The page's fonts, in a list of its own: pages may share one.
Object ownFonts(QPDFPageObjectHelper& page) {
    Object resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary()) {
        resources = Object::newDictionary();
        page.getObjectHandle().replaceKey("/Resources", resources);
    }
    Object fonts = resources.getKey("/Font");
    fonts = fonts.isDictionary() ? fonts.shallowCopy() : Object::newDictionary();
    resources.replaceKey("/Font", fonts);
    return fonts;
}

std::string freeName(Object& fonts) {
    std::string name = "/Tessera";
    for (int i = 1; fonts.hasKey(name); ++i) {
        name = "/Tessera" + std::to_string(i);
    }
    return name;
}

} // namespace

QString fromLeftToRight(const QString& text) {
    const QVector<uint> characters = text.toUcs4();
    if (std::none_of(characters.begin(), characters.end(), isFromRight)) {
        return text;
    }
    QString turned;
    for (qsizetype i = 0; i < characters.size();) {
        const qsizetype start = i;
        const bool staysAsItIs = isFromLeft(characters[i]);
        while (i < characters.size() &&
               (staysAsItIs ? !isFromRight(characters[i]) : !isFromLeft(characters[i]))) {
            ++i;
        }
        QVector<uint> run = characters.mid(start, i - start);
        if (!staysAsItIs) {
            std::reverse(run.begin(), run.end());
        }
        turned.prepend(
            QString::fromUcs4(reinterpret_cast<const char32_t*>(run.constData()), run.size()));
    }
    return turned;
}

bool PdfTextLayer::lay(QPDFPageObjectHelper& page, const PageText& text) {
    const bool isEmpty =
        std::all_of(text.lines.begin(), text.lines.end(),
                    [](const ReadLine& line) { return placedWords(line).isEmpty(); });
    if (isEmpty) {
        return false;
    }
    if (!m_font) {
        m_font.emplace(m_pdf);
    }
    const PdfPagePlace place(page);
    Object fonts = ownFonts(page);
    const std::string name = freeName(fonts);
    TextStream stream(*m_font, place, name);
    for (const ReadLine& line : withPlaces(text.lines, place.size())) {
        stream.addLine(line);
    }
    fonts.replaceKey(name, m_font->object());
    page.addPageContents(pdfStream(m_pdf, stream.content()), true);
    return true;
}

void PdfTextLayer::finish() {
    if (m_font) {
        m_font->finish();
    }
}

} // namespace app
