// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pixels from weighted sums of pixels, in integers, so that they are the same on every machine.
// Bytes that lie beside each other are summed at once; those of pictures that are turned on their
// side do not, and are gathered first, some lines at a time.
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace kernels {

namespace {

constexpr std::int64_t kChannels = 3;
// Bytes that one weighted sum makes at a time: their sums fit the vector registers of any CPU.
constexpr std::int64_t kLanes = 16;
// So many lines are gathered, that a column of them is contiguous.
constexpr std::int64_t kBlockLines = 16;
constexpr std::int64_t kColumnBytes = kBlockLines * kChannels;
static_assert(kColumnBytes % kLanes == 0);

// Which rows of the input make a row of the output.
struct Window {
    std::int64_t first;
    std::span<const std::int32_t> weights;
};

Window windowOf(const Tensor& windows, std::int64_t row, std::int64_t inputs) {
    const std::int32_t* stored = windows.as<std::int32_t>() + row * windows.stride(0);
    const std::int64_t first = stored[0];
    const std::int64_t count = stored[1];
    check(first >= 0 && count >= 0 && count <= windows.size(1) - 2 && first + count <= inputs,
          "resample: a window reaches out of the picture");
    return {first, {stored + 2, static_cast<std::size_t>(count)}};
}

// out[0…Lanes) = Σ weights[k] · in[k · step + 0…Lanes), rounded and clamped to 8 bits.
template <std::int64_t Lanes>
void weightedSum(std::uint8_t* out, const std::uint8_t* in, std::int64_t step,
                 std::span<const std::int32_t> weights) {
    std::array<std::int32_t, Lanes> sums;
    sums.fill(1 << (kWindowBits - 1));
    for (const std::int32_t weight : weights) {
        for (std::size_t lane = 0; lane < Lanes; ++lane) {
            sums[lane] += weight * in[lane];
        }
        in += step;
    }
    for (std::size_t lane = 0; lane < Lanes; ++lane) {
        out[lane] = static_cast<std::uint8_t>(std::clamp(sums[lane] >> kWindowBits, 0, 255));
    }
}

// A row whose pixels lie beside each other.
void sumRow(const Tensor& out, std::int64_t row, const Tensor& in, const Window& window) {
    std::uint8_t* to = out.as<std::uint8_t>() + row * out.stride(0);
    const std::uint8_t* from = in.as<std::uint8_t>() + window.first * in.stride(0);
    const std::int64_t bytes = out.size(1) * kChannels;
    std::int64_t i = 0;
    for (; i + kLanes <= bytes; i += kLanes) {
        weightedSum<kLanes>(to + i, from + i, in.stride(0), window.weights);
    }
    for (; i < bytes; ++i) {
        weightedSum<1>(to + i, from + i, in.stride(0), window.weights);
    }
}

// columns[s · kColumnBytes + line · kChannels + c] = in[s, firstLine + line, c].
void gatherLines(std::vector<std::uint8_t>& columns, const Tensor& in, std::int64_t firstLine,
                 std::int64_t lines) {
    columns.resize(static_cast<std::size_t>(in.size(0) * kColumnBytes));
    for (std::int64_t line = 0; line < lines; ++line) {
        const std::uint8_t* pixel = in.as<std::uint8_t>() + (firstLine + line) * in.stride(1);
        std::uint8_t* to = columns.data() + line * kChannels;
        for (std::int64_t s = 0; s < in.size(0); ++s, pixel += kChannels, to += kColumnBytes) {
            std::memcpy(to, pixel, kChannels);
        }
    }
}

// All of out's pixels in the lines that were gathered.
void sumLines(const Tensor& out, std::int64_t firstLine, std::int64_t lines,
              const std::vector<std::uint8_t>& columns, const Tensor& windows,
              std::int64_t inputs) {
    std::array<std::uint8_t, kColumnBytes> sums;
    for (std::int64_t n = 0; n < out.size(0); ++n) {
        const Window window = windowOf(windows, n, inputs);
        const std::uint8_t* from = columns.data() + window.first * kColumnBytes;
        for (std::int64_t i = 0; i < kColumnBytes; i += kLanes) {
            weightedSum<kLanes>(sums.data() + i, from + i, kColumnBytes, window.weights);
        }
        std::uint8_t* to = out.as<std::uint8_t>() + firstLine * out.stride(1) + n * out.stride(0);
        for (std::int64_t line = 0; line < lines; ++line) {
            std::memcpy(to + line * out.stride(1), sums.data() + line * kChannels, kChannels);
        }
    }
}

} // namespace

void CpuBackend::resample(const Tensor& out, const Tensor& in, const Tensor& windows) {
    checkResample(out, in, windows);
    const std::int64_t cost = windows.size(1) * kChannels;
    if (out.stride(1) == kChannels && in.stride(1) == kChannels) {
        forRanges(m_pool, out.size(0), out.size(1) * cost,
                  [&](std::int64_t first, std::int64_t count, int /*thread*/) {
                      for (std::int64_t n = first; n < first + count; ++n) {
                          sumRow(out, n, in, windowOf(windows, n, in.size(0)));
                      }
                  });
        return;
    }
    const std::int64_t lines = in.size(1);
    const std::int64_t blocks = (lines + kBlockLines - 1) / kBlockLines;
    forRanges(m_pool, blocks, out.size(0) * kBlockLines * cost,
              [&](std::int64_t first, std::int64_t count, int /*thread*/) {
                  std::vector<std::uint8_t> columns;
                  for (std::int64_t block = first; block < first + count; ++block) {
                      const std::int64_t line = block * kBlockLines;
                      const std::int64_t here = std::min(kBlockLines, lines - line);
                      gatherLines(columns, in, line, here);
                      sumLines(out, line, here, columns, windows, in.size(0));
                  }
              });
}

} // namespace kernels
