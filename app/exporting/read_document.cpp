// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/read_document.h"

#include "app/documents/render_limits.h"

#include <algorithm>

namespace app {

QSize pixelsOf(const ReadPage& page) {
    return pixelSize(page.points, kExportDpi);
}

QRect pixelsOf(const QRectF& box, const QSize& page) {
    const auto at = [](double place, int size) {
        return std::clamp(static_cast<int>(place * size + 0.5), 0, size);
    };
    const int left = std::min(at(box.left(), page.width()), page.width() - 1);
    const int top = std::min(at(box.top(), page.height()), page.height() - 1);
    const int right = std::max(at(box.right(), page.width()), left + 1);
    const int bottom = std::max(at(box.bottom(), page.height()), top + 1);
    return {QPoint(left, top), QSize(right - left, bottom - top)};
}

} // namespace app
