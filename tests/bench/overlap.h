// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

// Intersection over union.
inline double overlap(const QRectF& a, const QRectF& b) {
    const QRectF shared = a & b;
    const double area = shared.width() * shared.height();
    return area / (a.width() * a.height() + b.width() * b.height() - area);
}
