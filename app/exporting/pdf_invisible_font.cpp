// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_invisible_font.h"

#include "app/exporting/blank_font.h"
#include "app/exporting/pdf_file.h"

#include <algorithm>

namespace app {

namespace {

using Object = QPDFObjectHandle;

constexpr const char* kName = "/TesseraInvisible";
constexpr int kMostCodes = 0xfffe;
constexpr int kMostInBlock = 100; // of a CMap

struct Range {
    char32_t first;
    char32_t last;
};

// East Asian Width W and F, as far as it matters here.
bool isWide(char32_t character) {
    static constexpr Range kWide[] = {{0x1100, 0x115f},  {0x2e80, 0x303e}, {0x3041, 0xa4cf},
                                      {0xac00, 0xd7a3},  {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
                                      {0xff01, 0xff60},  {0xffe0, 0xffe6}, {0x1f300, 0x1faff},
                                      {0x20000, 0x3fffd}};
    return std::any_of(std::begin(kWide), std::end(kWide), [&](const Range& range) {
        return character >= range.first && character <= range.last;
    });
}

QByteArray hexCode(int code) {
    return QByteArray::number(code, 16).rightJustified(4, '0');
}

QByteArray hexUtf16(char32_t character) {
    QByteArray hex;
    for (const QChar unit : QString::fromUcs4(&character, 1)) {
        hex += hexCode(unit.unicode());
    }
    return hex;
}

Object dictionary(std::initializer_list<std::pair<const char*, Object>> entries) {
    Object keys = Object::newDictionary();
    for (const auto& [key, value] : entries) {
        keys.replaceKey(key, value);
    }
    return keys;
}

} // namespace

PdfInvisibleFont::PdfInvisibleFont(QPDF& pdf)
    : m_pdf(pdf)
    , m_font(pdf.makeIndirectObject(Object::newDictionary())) {}

QByteArray PdfInvisibleFont::encoded(const QString& text) {
    QByteArray hex = "<";
    for (const char32_t character : text.toUcs4()) {
        hex += hexCode(codeOf(character));
    }
    return hex + '>';
}

double PdfInvisibleFont::width(const QString& text) {
    int width = 0;
    for (const char32_t character : text.toUcs4()) {
        width += isWide(character) ? kWideAdvance : kNarrowAdvance;
    }
    return double(width) / kUnitsPerEm;
}

int PdfInvisibleFont::codeOf(char32_t character) {
    if (const auto known = m_codes.constFind(character); known != m_codes.cend()) {
        return *known;
    }
    if (m_characters.size() >= kMostCodes) { // more than people have ever written in one book
        return codeOf(m_characters.first());
    }
    m_characters.append(character);
    return *m_codes.insert(character, int(m_characters.size()));
}

Object PdfInvisibleFont::descriptor() const {
    const QByteArray program = blankFont();
    Object file = m_pdf.makeIndirectObject(pdfStream(m_pdf, program));
    file.getDict().replaceKey("/Length1", Object::newInteger(program.size()));
    return dictionary(
        {{"/Type", Object::newName("/FontDescriptor")},
         {"/FontName", Object::newName(kName)},
         {"/Flags", Object::newInteger(4)}, // symbolic: no encoding but its own
         {"/FontBBox", Object::newFromRectangle(
                           {0.0, double(kFontDescent), double(kWideAdvance), double(kFontAscent)})},
         {"/ItalicAngle", Object::newInteger(0)},
         {"/Ascent", Object::newInteger(kFontAscent)},
         {"/Descent", Object::newInteger(kFontDescent)},
         {"/CapHeight", Object::newInteger(kFontAscent)},
         {"/StemV", Object::newInteger(80)},
         {"/FontFile2", file}});
}

Object PdfInvisibleFont::widths() const {
    Object list = Object::newArray();
    for (int code = 1; code <= m_characters.size(); ++code) {
        if (isWide(m_characters[code - 1])) {
            list.appendItem(Object::newInteger(code));
            list.appendItem(Object::newArray({Object::newInteger(kWideAdvance)}));
        }
    }
    return list;
}

// Two bytes per code.
QByteArray PdfInvisibleFont::glyphMap() const {
    QByteArray map(2, '\0');
    for (const char32_t character : m_characters) {
        map.append('\0').append(char(isWide(character) ? kWideGlyph : kNarrowGlyph));
    }
    return map;
}

QByteArray PdfInvisibleFont::unicodeMap() const {
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (int done = 0; done < m_characters.size(); done += kMostInBlock) {
        const int end = std::min(done + kMostInBlock, int(m_characters.size()));
        map += QByteArray::number(end - done) + " beginbfchar\n";
        for (int i = done; i < end; ++i) {
            map += '<' + hexCode(i + 1) + "> <" + hexUtf16(m_characters[i]) + ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

void PdfInvisibleFont::finish() {
    const Object system = dictionary({{"/Registry", Object::newString("Adobe")},
                                      {"/Ordering", Object::newString("Identity")},
                                      {"/Supplement", Object::newInteger(0)}});
    const Object shapes =
        dictionary({{"/Type", Object::newName("/Font")},
                    {"/Subtype", Object::newName("/CIDFontType2")},
                    {"/BaseFont", Object::newName(kName)},
                    {"/CIDSystemInfo", system},
                    {"/FontDescriptor", m_pdf.makeIndirectObject(descriptor())},
                    {"/DW", Object::newInteger(kNarrowAdvance)},
                    {"/W", widths()},
                    {"/CIDToGIDMap", m_pdf.makeIndirectObject(pdfStream(m_pdf, glyphMap()))}});
    m_font.replaceKey("/Type", Object::newName("/Font"));
    m_font.replaceKey("/Subtype", Object::newName("/Type0"));
    m_font.replaceKey("/BaseFont", Object::newName(kName));
    m_font.replaceKey("/Encoding", Object::newName("/Identity-H"));
    m_font.replaceKey("/DescendantFonts", Object::newArray({m_pdf.makeIndirectObject(shapes)}));
    m_font.replaceKey("/ToUnicode", m_pdf.makeIndirectObject(pdfStream(m_pdf, unicodeMap())));
}

} // namespace app
