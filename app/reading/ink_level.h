// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How dark the ink of a part of a page is. Pure function, any thread.
#pragma once

#include <QImage>
#include <QRect>

namespace app {

// The value of a Format_Grayscale8 picture that one pixel in a hundred of the box, which lies
// within it, does not reach: a grain of dust does not count.
int inkLevel(const QImage& grey, const QRect& box);

} // namespace app
