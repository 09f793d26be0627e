// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ImageDocument: a picture file held in memory; TIFF has as many pages as pictures, all others one
// (of an animation the first). Pixels are decoded when asked for and not kept. Any thread.
#pragma once

#include "app/documents/document.h"

#include <QByteArray>

#include <memory>

namespace app {

class ImageDocument final : public Document {
public:
    // The QImageReader format of a file that starts with these bytes, empty when it is none of PNG,
    // JPEG, TIFF, BMP, WebP, PNM and GIF: nothing else is ever decoded.
    static QByteArray formatOf(const QByteArray& start);

    // NotADocument when the header makes no sense, TooLarge when it claims more than the limits.
    static Result<std::shared_ptr<const Document>> open(const QByteArray& bytes,
                                                        const QString& name);
    ~ImageDocument() override;

    int pageCount() const override;
    QSizeF pageSize(int page) const override; // upright; a pixel is 1/kPictureDpi inch
    Result<QImage> render(int page, double dpi, std::stop_token stop) const override;
    QImage modelImage(int page) const override; // null also when the picture is damaged

    bool hasOwnPixels() const override { return true; }

    QTransform orientation(int page) const override;
    QVector<TextWord> words(int page) const override; // none
    QString title() const override;
    QByteArray contentHash() const override;
    QByteArray bytes() const override;

private:
    struct Frame;
    struct Impl;
    explicit ImageDocument(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

} // namespace app
