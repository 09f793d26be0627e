// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PdfDocument: a PDF held in memory; the only code that knows Poppler. Poppler allows one call at a
// time per document: every function takes the document's lock, so any thread may call.
#pragma once

#include "app/documents/document.h"

#include <QByteArray>

#include <memory>

namespace app {

class PdfDocument final : public Document {
public:
    // name: what people call it (the file name). NeedsPassword when it is locked and the password
    // is empty, wrong or longer than 127 bytes; NotADocument when it is damaged beyond repair.
    static Result<std::shared_ptr<const Document>>
    open(const QByteArray& bytes, const QString& name, const QString& password);
    ~PdfDocument() override;

    int pageCount() const override;
    QSizeF
    pageSize(int page) const override; // a damaged page has Letter's size and fails to render
    Result<QImage> render(int page, double dpi, std::stop_token stop) const override;
    QImage modelImage(int page) const override; // null: a PDF has no pixels of its own
    QTransform orientation(int page) const override;
    QVector<TextWord> words(int page) const override;
    QVector<OutlineEntry> outline() const override;
    QString title() const override;
    QByteArray contentHash() const override;
    QByteArray bytes() const override;

private:
    struct Impl;
    explicit PdfDocument(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

} // namespace app
