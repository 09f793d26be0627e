// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_annotations.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <QRectF>

#include <algorithm>
#include <memory>

namespace app {

namespace {

constexpr double kLineWidth = 1.5;

using Object = QPDFObjectHandle;

tl::unexpected<Failure> refused(const QString& name, const QString& why) {
    return failure(FailureCode::BadArguments, name, why);
}

bool isSigned(QPDF& pdf) {
    if (pdf.getRoot().getKey("/Perms").isDictionary()) {
        return true;
    }
    for (QPDFFormFieldObjectHelper& field : QPDFAcroFormDocumentHelper(pdf).getFormFields()) {
        if (field.getFieldType() == "/Sig" && !field.getValue().isNull()) {
            return true;
        }
    }
    return false;
}

Object::Rectangle ordered(const Object::Rectangle& box) {
    return {std::min(box.llx, box.urx), std::min(box.lly, box.ury), std::max(box.llx, box.urx),
            std::max(box.lly, box.ury)};
}

// What of the page is shown.
Object::Rectangle shownPart(QPDFPageObjectHelper& page) {
    const Object::Rectangle paper = ordered(page.getMediaBox().getArrayAsRectangle());
    const Object::Rectangle crop = ordered(page.getCropBox().getArrayAsRectangle());
    const Object::Rectangle both(std::max(paper.llx, crop.llx), std::max(paper.lly, crop.lly),
                                 std::min(paper.urx, crop.urx), std::min(paper.ury, crop.ury));
    return both.urx > both.llx && both.ury > both.lly ? both : paper;
}

int quarterTurns(QPDFPageObjectHelper& page) {
    Object rotate = page.getAttribute("/Rotate", false);
    const int degrees = rotate.isInteger() ? rotate.getIntValueAsInt() : 0;
    return ((degrees / 90) % 4 + 4) % 4;
}

// A point of the upright page as shown (0…1) in the page's own space, which is turned clockwise to
// be shown and counts from below.
QPointF inPdf(const QPointF& at, const Object::Rectangle& shown, int turns) {
    const double width = shown.urx - shown.llx;
    const double height = shown.ury - shown.lly;
    switch (turns) {
    case 1:
        return {shown.llx + at.y() * width, shown.lly + at.x() * height};
    case 2:
        return {shown.urx - at.x() * width, shown.lly + at.y() * height};
    case 3:
        return {shown.urx - at.y() * width, shown.ury - at.x() * height};
    default:
        return {shown.llx + at.x() * width, shown.ury - at.y() * height};
    }
}

Object colorArray(const QColor& color) {
    Object array = Object::newArray();
    for (const double part : {color.redF(), color.greenF(), color.blueF()}) {
        array.appendItem(Object::newReal(part, 3));
    }
    return array;
}

// Viewers that draw no squares of their own show this.
Object appearance(QPDF& pdf, const QRectF& rect, const QColor& color) {
    const auto number = [](double value) {
        return QByteArray::number(value, 'f', 3);
    };
    QByteArray content = "q ";
    for (const double part : {color.redF(), color.greenF(), color.blueF()}) {
        content += number(part) + ' ';
    }
    content += "RG " + number(kLineWidth) + " w " + number(kLineWidth / 2) + ' ' +
               number(kLineWidth / 2) + ' ' + number(rect.width() - kLineWidth) + ' ' +
               number(rect.height() - kLineWidth) + " re S Q";
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
    const Object::Rectangle shown = shownPart(page);
    const int turns = quarterTurns(page);
    Object keys = page.getObjectHandle();
    Object annotations = keys.getKey("/Annots");
    // A list of its own: pages may share one.
    Object all = Object::newArray();
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
        all.appendItem(annotations.getArrayItem(i));
    }
    for (const Box* box : boxes) {
        const QRectF rect = QRectF(inPdf(box->place.topLeft(), shown, turns),
                                   inPdf(box->place.bottomRight(), shown, turns))
                                .normalized();
        all.appendItem(annotation(pdf, rect, *box, colorOf(box->label)));
    }
    keys.replaceKey("/Annots", all);
}

Result<QByteArray> annotated(const QByteArray& bytes, const QString& name,
                             const QVector<Box>& boxes,
                             const std::function<QColor(const QString&)>& colorOf) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("", bytes.constData(), std::size_t(bytes.size()));
    if (pdf.isEncrypted()) {
        return failure(FailureCode::Encrypted, name, QStringLiteral("It is locked or restricted."));
    }
    if (isSigned(pdf)) {
        return failure(FailureCode::Signed, name, QStringLiteral("It is signed."));
    }
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    QVector<QVector<const Box*>> byPage(int(pages.size()));
    for (const Box& box : boxes) {
        if (box.page < 0 || box.page >= byPage.size()) {
            return refused(name, QStringLiteral("The file has only %1 pages now: it was changed "
                                                "after it had been opened.")
                                     .arg(pages.size()));
        }
        byPage[box.page].append(&box);
    }
    for (int page = 0; page < byPage.size(); ++page) {
        if (!byPage[page].isEmpty()) {
            annotate(pdf, pages[std::size_t(page)], byPage[page], colorOf);
        }
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const std::unique_ptr<Buffer> out(writer.getBuffer());
    return QByteArray(reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize()));
}

} // namespace

Result<QByteArray> withAnnotations(const QByteArray& pdf, const QString& name,
                                   const QVector<Box>& boxes,
                                   const std::function<QColor(const QString& label)>& colorOf) {
    try {
        return annotated(pdf, name, boxes, colorOf);
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password) {
            return failure(FailureCode::Encrypted, name, QStringLiteral("It is locked."));
        }
        return refused(name, QString::fromStdString(error.getMessageDetail()));
    } catch (const std::exception& error) { // qpdf throws others for odd structures
        return refused(name, QString::fromUtf8(error.what()));
    }
}

} // namespace app
