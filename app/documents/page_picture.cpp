// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/page_picture.h"

#include "app/documents/render_limits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

// The most that the published models take in of one picture: nine tiles, and some to spare.
constexpr double kRegionPixels = 9 * 384 * 384 * 1.3;
constexpr double kFinestDpi = 600;

double regionDpi(const QSizeF& page, const QRectF& region) {
    const double points = page.width() * region.width() * page.height() * region.height();
    const double wanted = 72 * std::sqrt(kRegionPixels / std::max(points, 1.0));
    return dpiWithin(page, std::clamp(wanted, kReadingDpi, kFinestDpi));
}

QRect pixelsOf(const QRectF& region, const QSize& page) {
    const QRectF pixels(region.left() * page.width(), region.top() * page.height(),
                        region.width() * page.width(), region.height() * page.height());
    const QRect whole(QPoint(), page);
    const QRect inside = pixels.toAlignedRect() & whole;
    // A click is no region, but must not become an empty picture.
    return inside.isEmpty() ? QRect(pixels.center().toPoint(), QSize(1, 1)) & whole : inside;
}

} // namespace

PageOrigin originOf(const Document& document, int page, double dpi) {
    return {document.contentHash(), page, dpi, {}};
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

Result<QImage> pageImage(const Document& document, int page) {
    return pagePicture(document, page, {}).map([](const PagePicture& picture) {
        return picture.image;
    });
}

QSize pagePictureSize(const Document& document, int page, double dpi) {
    const QSizeF points = document.pageSize(page);
    return pixelSize(points, document.hasOwnPixels() ? kPictureDpi : dpiWithin(points, dpi));
}

Result<PagePicture> regionPicture(const Document& document, int page, const QRectF& region,
                                  std::stop_token stop) {
    const double dpi = page >= 0 && page < document.pageCount()
                           ? regionDpi(document.pageSize(page), region)
                           : kReadingDpi;
    return pagePicture(document, page, std::move(stop), dpi).map([&](const PagePicture& whole) {
        return PagePicture{whole.image.copy(pixelsOf(region, whole.image.size())), whole.dpi};
    });
}

QSize regionPictureSize(const Document& document, int page, const QRectF& region) {
    const QSizeF points = document.pageSize(page);
    const double dpi = document.hasOwnPixels() ? kPictureDpi : regionDpi(points, region);
    return pixelsOf(region, pixelSize(points, dpi)).size();
}

} // namespace app
