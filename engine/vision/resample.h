// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bicubic resize of the reference's preprocessing, equal to it to the last bit on every
// backend. Functions without state; one session's thread, fitInto any.
#pragma once

#include "engine/pass.h"
#include "engine/vision/image.h"

#include <span>

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

// outs (h, w, 3) U8, dense or parts of larger pictures: the picture in each of these sizes. Bicubic
// with a widened filter when shrinking, horizontal pass first, each pass stored in 8 bits.
void resize(Pass& pass, const Image& image, std::span<const kernels::Tensor> outs);

// canvases (H, W, 3) U8: the picture resized to its placement on each, the rest (127, 127, 127).
void fitAndPad(Pass& pass, const Image& image, std::span<const kernels::Tensor> canvases);

} // namespace engine
