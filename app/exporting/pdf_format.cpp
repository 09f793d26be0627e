// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searchable PDF: the pages as they are, and what was read of them as text that is found, selected
// and copied, but not seen. A PDF keeps all its pages; of a picture file all its pictures become
// pages, as PDF/A-2b.
#include "app/documents/document_opener.h"
#include "app/exporting/export_format.h"
#include "app/exporting/pdf_archive.h"
#include "app/exporting/pdf_file.h"
#include "app/exporting/pdf_picture.h"
#include "app/exporting/pdf_text_layer.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>

namespace app {

namespace {

using Kind = ExportNote::Kind;
using Pages = std::vector<QPDFPageObjectHelper>;

class SearchablePdf {
public:
    explicit SearchablePdf(const ReadDocument& document)
        : m_read(document)
        , m_document(*document.document) {}

    Result<Exported> write() {
        const Result<QByteArray> bytes =
            m_document.hasOwnPixels()
                ? newPdf(m_read.name, [this](QPDF& pdf, Pages&) { return addPictures(pdf); })
                : editedPdf(m_document.bytes(), m_read.name, m_document.pageCount(),
                            [this](QPDF& pdf, Pages& pages) { return addText(pdf, pages); });
        return bytes.and_then([this](const QByteArray& made) { return checked(made); });
    }

private:
    Result<void> addPictures(QPDF& pdf) {
        bool isArchival = true;
        Pages pages;
        QPDFPageDocumentHelper all(pdf);
        for (int page = 0; page < m_document.pageCount(); ++page) {
            const Result<PdfPicture> picture = pdfPicture(pdf, m_document, page);
            if (!picture) {
                return tl::unexpected(picture.error());
            }
            all.addPage(picture->page, false);
            isArchival = isArchival && picture->isArchival;
        }
        pages = all.getAllPages();
        layText(pdf, pages);
        if (isArchival) {
            makeArchival(pdf, m_read.name);
        } else {
            note(
                Kind::NotArchival, -1,
                QStringLiteral("its colours are those of a printer (CMYK), without their profile"));
        }
        return {};
    }

    Result<void> addText(QPDF& pdf, Pages& pages) {
        layText(pdf, pages);
        if (claimsToBeArchival(pdf)) {
            keepClaimTrue(pdf);
        } else {
            note(Kind::NotArchival, -1, QStringLiteral("the PDF itself is none"));
        }
        return {};
    }

    void layText(QPDF& pdf, Pages& pages) {
        PdfTextLayer layer(pdf);
        for (const ReadPage& page : m_read.pages) {
            if (hasOwnText(page)) {
                note(Kind::KeptOwnText, page.page);
            } else if (layer.lay(pages[std::size_t(page.page)], page.text) && !hasPlaces(page)) {
                note(Kind::NoPlaces, page.page);
            }
        }
        layer.finish();
    }

    bool hasOwnText(const ReadPage& page) const {
        return page.source == TextSource::File || !m_document.words(page.page).isEmpty();
    }

    static bool hasPlaces(const ReadPage& page) {
        return std::none_of(page.text.lines.begin(), page.text.lines.end(),
                            [](const ReadLine& line) { return line.box.isNull(); });
    }

    void note(Kind kind, int page, const QString& reason = {}) {
        m_notes.append({kind, page, reason});
    }

    // Nothing is given out that does not open again.
    Result<Exported> checked(const QByteArray& made) const {
        const auto opened = openDocument(made, m_read.name);
        if (!opened || (*opened)->pageCount() != m_document.pageCount()) {
            return failure(FailureCode::BadArguments, m_read.name,
                           QStringLiteral("It is damaged: its copy cannot be opened."));
        }
        return Exported{made, m_notes};
    }

    const ReadDocument& m_read;
    const Document& m_document;
    QVector<ExportNote> m_notes;
};

} // namespace

Result<Exported> exportPdf(const ReadDocument& document) {
    if (document.document == nullptr) {
        return failure(FailureCode::BadArguments, document.name,
                       QStringLiteral("A PDF can be made only while the document is at hand."));
    }
    return SearchablePdf(document).write();
}

} // namespace app
