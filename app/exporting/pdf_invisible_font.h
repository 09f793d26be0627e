// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PdfInvisibleFont: the font of the text that is searched but not seen, in one PDF: any character
// of Unicode, half as wide as high or, where it is East Asian, as wide. Characters get their codes
// as they come. One thread; belongs to the PDF.
#pragma once

#include <QHash>
#include <qpdf/QPDF.hh>
#include <QString>
#include <QVector>

namespace app {

class PdfInvisibleFont {
public:
    explicit PdfInvisibleFont(QPDF& pdf);

    QPDFObjectHandle object() const { return m_font; }

    // As the operand of Tj.
    QByteArray encoded(const QString& text);
    // At size 1.
    static double width(const QString& text);
    // When all text is written: what the codes mean.
    void finish();

private:
    int codeOf(char32_t character);
    QPDFObjectHandle descriptor() const;
    QPDFObjectHandle widths() const;
    QByteArray glyphMap() const;
    QByteArray unicodeMap() const;

    QPDF& m_pdf;
    QPDFObjectHandle m_font;
    QHash<char32_t, int> m_codes;
    QVector<char32_t> m_characters; // by code − 1
};

} // namespace app
