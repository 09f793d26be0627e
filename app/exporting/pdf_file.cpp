// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_file.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace app {

namespace {

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

QByteArray written(QPDF& pdf) {
    // A damaged file may lack what the writer only replaces.
    pdf.getTrailer().replaceKey("/Size", Object::newInteger(0));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(false);
    writer.setNewlineBeforeEndstream(true); // PDF/A wants it
    writer.setMinimumPDFVersion("1.4");
    writer.write();
    const std::unique_ptr<Buffer> out(writer.getBuffer());
    return {reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize())};
}

Result<QByteArray> edited(QPDF& pdf, const PdfEdit& edit) {
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    return edit(pdf, pages).map([&] { return written(pdf); });
}

Result<QByteArray> checkedAndEdited(QPDF& pdf, const QString& name, int pageCount,
                                    const PdfEdit& edit) {
    if (pdf.isEncrypted()) {
        return failure(FailureCode::Encrypted, name, QStringLiteral("It is locked or restricted."));
    }
    if (isSigned(pdf)) {
        return failure(FailureCode::Signed, name, QStringLiteral("It is signed."));
    }
    const auto pages = int(QPDFPageDocumentHelper(pdf).getAllPages().size());
    if (pages != pageCount) {
        return refused(name, QStringLiteral("It was opened with %1 pages and has %2 now: it is "
                                            "damaged or was changed.")
                                 .arg(pageCount)
                                 .arg(pages));
    }
    return edited(pdf, edit);
}

// qpdf's exceptions end here.
template <typename Work>
Result<QByteArray> guarded(const QString& name, const Work& work) {
    try {
        return work();
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password) {
            return failure(FailureCode::Encrypted, name, QStringLiteral("It is locked."));
        }
        return refused(name, QString::fromStdString(error.getMessageDetail()));
    } catch (const std::bad_alloc&) {
        return failure(FailureCode::OutOfMemory, name, QStringLiteral("PDF"));
    } catch (const std::exception& error) { // qpdf throws others for odd structures
        return refused(name, QString::fromUtf8(error.what()));
    }
}

} // namespace

Result<QByteArray> editedPdf(const QByteArray& bytes, const QString& name, int pageCount,
                             const PdfEdit& edit) {
    return guarded(name, [&] {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("", bytes.constData(), std::size_t(bytes.size()));
        return checkedAndEdited(pdf, name, pageCount, edit);
    });
}

Result<QByteArray> newPdf(const QString& name, const PdfEdit& edit) {
    return guarded(name, [&] {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.emptyPDF();
        return edited(pdf, edit);
    });
}

Object pdfStream(QPDF& pdf, const QByteArray& content) {
    // What qCompress puts before the zlib stream is its own.
    const QByteArray packed = qCompress(content).mid(4);
    Object stream = Object::newStream(&pdf, packed.toStdString());
    stream.getDict().replaceKey("/Filter", Object::newName("/FlateDecode"));
    return stream;
}

QByteArray pdfNumber(double value) {
    return QByteArray::number(value, 'f', 4);
}

} // namespace app
