// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of decoded pixels: for the eye (upright, on white paper) and for a model (as the
// reference's decoder gives them). Pure functions, any thread.
#pragma once

#include <QImage>
#include <QImageIOHandler>
#include <QTransform>

namespace app {

QTransform orientationTransform(QImageIOHandler::Transformations transformations);
QImage oriented(const QImage& image, QImageIOHandler::Transformations transformations);

// Format_RGB32 with transparent parts on white.
QImage flattened(const QImage& image);

// Format_RGB888 as Pillow's convert("RGB"): alpha is dropped, not blended; 16-bit grey is cut off
// at 255, 16-bit colour keeps its upper byte.
QImage rgbPixels(const QImage& image);

} // namespace app
