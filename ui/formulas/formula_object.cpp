// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formulas/formula_object.h"

#include "ui/formulas/formula_typesetter.h"
#include "ui/markdown_document.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QTextDocument>

#include <algorithm>

namespace ui {

namespace {

constexpr double kBesideText = 1.15; // KaTeX's letters are small for their size

// Qt centres an object of height h so that (h + halfX) / 2 of it is above the baseline.
double halfX(const QTextFormat& format) {
    return QFontMetrics(format.toCharFormat().font()).xHeight() / 2.0;
}

double pixelsOf(const QTextDocument& document, const QTextFormat& format) {
    const QTextCharFormat text = format.toCharFormat();
    const bool own = text.hasProperty(QTextFormat::FontPixelSize);
    return QFontInfo(own ? text.font() : document.defaultFont()).pixelSize();
}

QFont codeFont(double pixels) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(int(pixels));
    return font;
}

QString texOf(const QTextFormat& format) {
    return format.stringProperty(MarkdownDocument::kTexProperty);
}

} // namespace

FormulaObject::FormulaObject(FormulaTypesetter& typesetter, QTextDocument& document,
                             QObject* parent)
    : QObject(parent)
    , m_typesetter(typesetter) {
    document.documentLayout()->registerHandler(MarkdownDocument::kFormulaObject, this);
    connect(&typesetter, &FormulaTypesetter::ready, this, [this, &document] {
        document.markContentsDirty(0, document.characterCount());
        emit laidOut();
    });
}

FormulaObject::Measure FormulaObject::measure(const QTextDocument& document,
                                              const QTextFormat& format) {
    const bool displayed = format.boolProperty(MarkdownDocument::kDisplayedProperty);
    Measure result;
    result.em = kBesideText * pixelsOf(document, format);
    result.formula = m_typesetter.find(texOf(format),
                                       displayed ? FormulaStyle::Displayed : FormulaStyle::Inline);
    if (result.formula == nullptr) {
        result.size = QSizeF(result.em, result.em);
        return result;
    }
    if (!result.formula->error.isEmpty()) {
        const QFontMetricsF metrics(codeFont(pixelsOf(document, format)));
        result.size = QSizeF(metrics.horizontalAdvance(texOf(format)), metrics.height());
        return result;
    }
    const double room = document.textWidth();
    if (room > 0 && result.formula->width * result.em > room) {
        result.em = room / result.formula->width; // smaller rather than cut off
    }
    const double half = halfX(format);
    const double height = std::max(2 * result.formula->ascent * result.em - half,
                                   2 * result.formula->descent * result.em + half);
    result.size = QSizeF(result.formula->width * result.em, std::max(height, 1.0));
    return result;
}

QSizeF FormulaObject::intrinsicSize(QTextDocument* document, int, const QTextFormat& format) {
    return measure(*document, format).size;
}

void FormulaObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int,
                               const QTextFormat& format) {
    const Measure shown = measure(*document, format);
    const QColor color = painter->pen().color();
    if (shown.formula == nullptr) {
        painter->drawText(rect, Qt::AlignCenter, QStringLiteral("…"));
    } else if (!shown.formula->error.isEmpty()) {
        painter->save();
        painter->setFont(codeFont(pixelsOf(*document, format)));
        painter->drawText(rect, Qt::AlignVCenter, texOf(format));
        painter->restore();
    } else {
        const double baseline = rect.top() + (rect.height() + halfX(format)) / 2;
        shown.formula->paint(*painter, QPointF(rect.left(), baseline), shown.em, color);
    }
}

} // namespace ui
