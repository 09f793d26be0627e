// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How large a page may become in pixels. The budget is what callers keep to by lowering the dpi
// (and say so); the hard limits are what Document::render refuses. Pure functions, any thread.
#pragma once

#include "app/result.h"

#include <QSize>
#include <QSizeF>
#include <QString>

namespace app {

constexpr qint64 kPagePixelBudget = 40'000'000; // 600 dpi A4 is 34.8 million
constexpr qint64 kMaxPagePixels = 200'000'000;
constexpr int kMaxPageSide = 32'768;
constexpr double kMaxPageAspect =
    50; // a page that is longer than this many times its width is refused

// A picture's pixel is 1/96 inch: rendered at this resolution a picture keeps its own pixels.
constexpr double kPictureDpi = 96;

// What a page is said to measure (Letter) when the file does not tell; it fails to render.
constexpr QSizeF kDamagedPageSize(612, 792);

// Size of a page of so many points at dpi, at least 1 × 1; sides are cut off at the largest int.
QSize pixelSize(const QSizeF& points, double dpi);

// The largest dpi, at most `wanted`, that keeps the page within the budget and the side limit.
double dpiWithin(const QSizeF& points, double wanted);

// pixelSize, or TooLarge when a hard limit is passed. `subject` names the page for people.
Result<QSize> renderSize(const QSizeF& points, double dpi, const QString& subject);

} // namespace app
