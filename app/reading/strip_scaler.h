// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scaling of grey strips for rows: bicubic, with the filter widened when shrinking so that thin
// strokes stay. Pure function, any thread.
#pragma once

#include <QImage>
#include <QRect>
#include <QSize>

namespace app {

// The part `source` of a Format_Grayscale8 picture in another size.
QImage scaleStrip(const QImage& grey, const QRect& source, QSize size);

} // namespace app
