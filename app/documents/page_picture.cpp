// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/page_picture.h"

#include "app/documents/render_limits.h"

#include <utility>

namespace app {

PageOrigin originOf(const Document& document, int page, double dpi) {
    return {document.contentHash(), page, dpi};
}

Result<PagePicture> pagePicture(const Document& document, int page, std::stop_token stop,
                                double dpi) {
    if (page < 0 || page >= document.pageCount()) {
        return failure(FailureCode::BadArguments, document.title(),
                       QStringLiteral("There is no page %1; it has %2.")
                           .arg(page + 1)
                           .arg(document.pageCount()));
    }
    if (QImage pixels = document.modelImage(page); !pixels.isNull()) {
        const QTransform orientation = document.orientation(page);
        return PagePicture{orientation.isIdentity() ? pixels : pixels.transformed(orientation), 0};
    }
    const double used = dpiWithin(document.pageSize(page), dpi);
    return document.render(page, used, std::move(stop)).map([used](QImage image) {
        return PagePicture{std::move(image).convertToFormat(QImage::Format_RGB888), used};
    });
}

} // namespace app
