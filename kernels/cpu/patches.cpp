// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two rearrangements around the vision tower: pixels into patches, and 2×2 blocks of its
// output into one row each.
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"

#include <array>
#include <cmath>

namespace kernels {

namespace {

std::int64_t rootOf(std::int64_t square) {
    return std::llround(std::sqrt(static_cast<double>(square)));
}

using PixelValues = std::array<float, 256>;

// The steps of the published preprocessing in its own precision, so that values are equal to it to
// the last bit.
PixelValues pixelValues(float mean, float deviation) {
    PixelValues values{};
    for (std::size_t pixel = 0; pixel < values.size(); ++pixel) {
        values[pixel] = (static_cast<float>(pixel) / 255.0F - mean) / deviation;
    }
    return values;
}

// One patch: p rows of p RGB pixels, channel by channel.
void splitPatch(float* to, const std::uint8_t* topLeft, std::int64_t p, std::int64_t rowBytes,
                const PixelValues& values) {
    for (std::int64_t channel = 0; channel < 3; ++channel) {
        for (std::int64_t y = 0; y < p; ++y) {
            const std::uint8_t* row = topLeft + y * rowBytes + channel;
            for (std::int64_t x = 0; x < p; ++x) {
                *to++ = values[row[3 * x]];
            }
        }
    }
}

} // namespace

void CpuBackend::patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) {
    checkPatchify(out, tiles, deviation);
    check(out.dtype == DType::F32, "patchify: the CPU works in fp32");
    const std::int64_t p = rootOf(out.size(1) / 3);
    const std::int64_t edge = tiles.size(1);
    const std::int64_t g = edge / p;
    const PixelValues values = pixelValues(mean, deviation);
    forRanges(m_pool, out.size(0), out.size(1), [&](std::int64_t first, std::int64_t count, int) {
        for (std::int64_t patch = first; patch < first + count; ++patch) { // (tile, row, column)
            const std::int64_t tile = patch / (g * g);
            const std::int64_t y = tile * edge + patch / g % g * p;
            const std::uint8_t* topLeft = tiles.as<std::uint8_t>() + (y * edge + patch % g * p) * 3;
            splitPatch(out.as<float>() + patch * out.stride(0), topLeft, p, 3 * edge, values);
        }
    });
}

void CpuBackend::unshuffle2x2(const Tensor& out, const Tensor& in) {
    checkUnshuffle2x2(out, in);
    check(out.dtype == DType::F32 && in.dtype == DType::F32, "unshuffle2x2: the CPU works in fp32");
    const std::int64_t g = rootOf(in.size(1));
    const std::int64_t m = (g + 1) / 2;
    const std::int64_t channels = in.size(2);
    const std::int64_t blocks = out.size(0) * m * m;
    forRanges(m_pool, blocks, 4 * channels, [&](std::int64_t first, std::int64_t count, int) {
        for (std::int64_t block = first; block < first + count; ++block) { // (b, row, column)
            const std::int64_t b = block / (m * m);
            const std::int64_t inBlock = block % (m * m);
            float* to = out.as<float>() + b * out.stride(0) + inBlock * out.stride(1);
            for (std::int64_t corner = 0; corner < 4; ++corner) {
                const std::int64_t y = inBlock / m * 2 + corner / 2;
                const std::int64_t x = inBlock % m * 2 + corner % 2;
                const bool isInside = y < g && x < g;
                const float* from =
                    in.as<float>() + b * in.stride(0) + (isInside ? y * g + x : 0) * in.stride(1);
                for (std::int64_t c = 0; c < channels; ++c) {
                    to[4 * c + corner] = isInside ? from[c] : 0.0F;
                }
            }
        }
    });
}

} // namespace kernels
