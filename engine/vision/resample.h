// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bicubic resize of the reference's preprocessing, equal to it to the last bit. Pure functions,
// usable from any thread.
#pragma once

#include "engine/vision/image.h"

namespace engine {

// Where a picture lands inside a canvas: the rectangle it covers, in canvas pixels.
struct Placement {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const Placement&) const = default;
};

// The largest centred rectangle with the picture's shape; half-way values round to even.
// Pillow ImageOps.pad (9.3 to 12.x); a side that would be 0 is 1 here.
Placement fitInto(ImageSize image, ImageSize canvas);

// Bicubic with a widened filter when shrinking, horizontal pass first, each pass stored in 8 bits.
Pixels resize(const Image& image, ImageSize size);

// The picture resized to its placement on a canvas of (127, 127, 127).
Pixels fitAndPad(const Image& image, ImageSize canvas);

} // namespace engine
