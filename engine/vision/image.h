// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures as the engine sees them: 8-bit RGB rows. Image views somebody else's pixels (alpha and
// orientation already resolved by the caller as `convert("RGB")` does); Pixels owns its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

struct ImageSize {
    int width = 0;
    int height = 0;

    bool operator==(const ImageSize&) const = default;
};

struct Image {
    const std::uint8_t* pixels = nullptr; // R, G, B, R, …
    ImageSize size;
    std::ptrdiff_t stride = 0; // bytes from one row to the next
};

struct Pixels {
    ImageSize size;
    std::vector<std::uint8_t> rgb; // (height, width, 3), dense

    Image view() const { return {rgb.data(), size, std::ptrdiff_t{3} * size.width}; }
};

} // namespace engine
