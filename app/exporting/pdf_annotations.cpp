// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_annotations.h"

#include "app/exporting/pdf_file.h"
#include "app/exporting/pdf_page_place.h"

#include <QRectF>

namespace app {

namespace {

constexpr double kLineWidth = 1.5;

using Object = QPDFObjectHandle;

Object colorArray(const QColor& color) {
    Object array = Object::newArray();
    for (const double part : {color.redF(), color.greenF(), color.blueF()}) {
        array.appendItem(Object::newReal(part, 3));
    }
    return array;
}

// Viewers that draw no squares of their own show this.
Object appearance(QPDF& pdf, const QRectF& rect, const QColor& color) {
    QByteArray content = "q ";
    for (const double part : {color.redF(), color.greenF(), color.blueF()}) {
        content += pdfNumber(part) + ' ';
    }
    content += "RG " + pdfNumber(kLineWidth) + " w " + pdfNumber(kLineWidth / 2) + ' ' +
               pdfNumber(kLineWidth / 2) + ' ' + pdfNumber(rect.width() - kLineWidth) + ' ' +
               pdfNumber(rect.height() - kLineWidth) + " re S Q";
    Object form = Object::newStream(&pdf, content.toStdString());
    Object keys = form.getDict();
    keys.replaceKey("/Type", Object::newName("/XObject"));
    keys.replaceKey("/Subtype", Object::newName("/Form"));
    keys.replaceKey("/BBox", Object::newFromRectangle({0, 0, rect.width(), rect.height()}));
    keys.replaceKey("/Resources", Object::newDictionary());
    return form;
}

Object annotation(QPDF& pdf, const QRectF& rect, const Box& box, const QColor& color) {
    Object border = Object::newDictionary();
    border.replaceKey("/W", Object::newReal(kLineWidth, 1));
    Object look = Object::newDictionary();
    look.replaceKey("/N", appearance(pdf, rect, color));
    Object square = Object::newDictionary();
    square.replaceKey("/Type", Object::newName("/Annot"));
    square.replaceKey("/Subtype", Object::newName("/Square"));
    square.replaceKey(
        "/Rect", Object::newFromRectangle({rect.left(), rect.top(), rect.right(), rect.bottom()}));
    square.replaceKey("/Contents", Object::newUnicodeString(plainLabel(box.label).toStdString()));
    square.replaceKey("/T", Object::newUnicodeString("Tessera"));
    square.replaceKey("/NM", Object::newString("tessera-" + std::to_string(box.id)));
    square.replaceKey("/F", Object::newInteger(4)); // printed as well
    square.replaceKey("/C", colorArray(color));
    square.replaceKey("/BS", border);
    square.replaceKey("/AP", look);
    return pdf.makeIndirectObject(square);
}

void annotate(QPDF& pdf, QPDFPageObjectHelper& page, const QVector<const Box*>& boxes,
              const std::function<QColor(const QString&)>& colorOf) {
    const PdfPagePlace place(page);
    Object keys = page.getObjectHandle();
    Object annotations = keys.getKey("/Annots");
    // A list of its own: pages may share one.
    Object all = Object::newArray();
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
        all.appendItem(annotations.getArrayItem(i));
    }
    for (const Box* box : boxes) {
        const QRectF rect = place.rect(box->place);
        all.appendItem(annotation(pdf, rect, *box, colorOf(box->label)));
    }
    keys.replaceKey("/Annots", all);
}

} // namespace

Result<QByteArray> withAnnotations(const QByteArray& pdf, const QString& name, int pageCount,
                                   const QVector<Box>& boxes,
                                   const std::function<QColor(const QString& label)>& colorOf) {
    QVector<QVector<const Box*>> byPage(pageCount);
    for (const Box& box : boxes) {
        if (box.page < 0 || box.page >= pageCount) {
            return failure(FailureCode::BadArguments, name,
                           QStringLiteral("There is a box on page %1 of %2.")
                               .arg(box.page + 1)
                               .arg(pageCount));
        }
        byPage[box.page].append(&box);
    }
    const auto annotateAll = [&](QPDF& copy,
                                 std::vector<QPDFPageObjectHelper>& pages) -> Result<void> {
        for (int page = 0; page < pageCount; ++page) {
            if (!byPage[page].isEmpty()) {
                annotate(copy, pages[std::size_t(page)], byPage[page], colorOf);
            }
        }
        return {};
    };
    return editedPdf(pdf, name, pageCount, annotateAll);
}

} // namespace app
