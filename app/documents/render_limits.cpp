// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/render_limits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

constexpr double kPointsPerInch = 72;

int pixels(double points, double dpi) {
    const double size = std::round(points * dpi / kPointsPerInch);
    return int(std::clamp(size, 1.0, double(std::numeric_limits<int>::max())));
}

QString describe(const QSize& size) {
    return QStringLiteral("%1 × %2 pixels").arg(size.width()).arg(size.height());
}

} // namespace

QSize pixelSize(const QSizeF& points, double dpi) {
    return {pixels(points.width(), dpi), pixels(points.height(), dpi)};
}

double dpiWithin(const QSizeF& points, double wanted) {
    const double inches = std::max(points.width(), points.height()) / kPointsPerInch;
    const double area = points.width() * points.height() / (kPointsPerInch * kPointsPerInch);
    const double bySide = kMaxPageSide / std::max(inches, 1e-6);
    const double byArea = std::sqrt(double(kPagePixelBudget) / std::max(area, 1e-12));
    return std::min({wanted, bySide, byArea});
}

Result<QSize> renderSize(const QSizeF& points, double dpi, const QString& subject) {
    const QSize size = pixelSize(points, dpi);
    const double longer = std::max(points.width(), points.height());
    const double shorter = std::min(points.width(), points.height());
    if (longer > kMaxPageAspect * shorter &&
        std::max(size.width(), size.height()) > kMaxPageAspect) {
        return failure(
            FailureCode::TooLarge, subject,
            QStringLiteral("The page is %1 × %2 points; pages longer than %3 times their "
                           "width are not rendered.")
                .arg(points.width())
                .arg(points.height())
                .arg(kMaxPageAspect));
    }
    if (qint64{size.width()} * size.height() > kMaxPagePixels) {
        return failure(FailureCode::TooLarge, subject,
                       QStringLiteral("The page would have %1 at %2 dpi; the limit is %3 million "
                                      "pixels. Choose a lower resolution.")
                           .arg(describe(size))
                           .arg(dpi)
                           .arg(kMaxPagePixels / 1'000'000));
    }
    if (std::max(size.width(), size.height()) > kMaxPageSide) {
        return failure(FailureCode::TooLarge, subject,
                       QStringLiteral("The page would have %1 at %2 dpi; the limit is %3 pixels a "
                                      "side. Choose a lower resolution.")
                           .arg(describe(size))
                           .arg(dpi)
                           .arg(kMaxPageSide));
    }
    return size;
}

} // namespace app
