// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sums of products under linear, swiGlu, linearPerHead and expertFfn, one block of outputs at a
// time. Activations are first arranged in the order in which they are read; weights are read as
// stored. For quantised weights they are rounded to 8 bits, each group of 64 by its own largest
// magnitude; only many rows on a processor that does not multiply bytes are not. Every sum is taken
// in the same order whatever the block it is part of. All functions work on the caller's memory
// only and are usable from any thread.
#pragma once

#include "kernels/cpu/byte_products.h"
#include "kernels/tensor.h"

#include <cstddef>
#include <cstdint>

namespace kernels {

// Up to this many rows are multiplied by streaming weights past them, more from packed panels.
constexpr std::int64_t kFewRows = 24;
// Fewer products (5 µs of one core) are done before a second core has caught up.
constexpr std::int64_t kProductsWorthSharing = 128 * 1024;
// Outputs of a panel: a whole number of register blocks on every target.
constexpr std::int64_t kPanelColumns = 48;
// Inputs summed before partial sums go to memory: a panel of them stays in a core's own cache.
constexpr std::int64_t kPanelDepth = 1536;
constexpr std::size_t kPanelFloats = std::size_t{kPanelColumns} * kPanelDepth;

constexpr std::int64_t kDepthStep = 32;

constexpr std::int64_t roundUp(std::int64_t value, std::int64_t step) {
    return (value + step - 1) / step * step;
}

// Floats between two Plain or Split rows: a multiple of two vectors of any target.
constexpr std::int64_t paddedDepth(std::int64_t depth) {
    return roundUp(depth, kDepthStep);
}

// Floats between two rows of sums, with room for whole vectors.
constexpr std::int64_t sumStride(std::int64_t columns) {
    return roundUp(columns, 16);
}

// Room for the sums of a block, whose rows are written four at a time.
constexpr std::size_t sumFloats(std::int64_t rows, std::int64_t columns) {
    return static_cast<std::size_t>(roundUp(rows, 4) * sumStride(columns));
}

// How arranged rows lie in memory.
enum class RowLayout {
    Plain, // row after row, each padded with zeros: few rows, vectors along K
    Split, // the same with the even and odd elements of every two vectors apart: few rows × BF16
    Quads, // four rows interleaved, the last quad padded with zero rows: vectors along N
    // For quantised weights, row after row of signed bytes, with a scale and the sum of every
    // group:
    FewBytes,
    ManyBytes, // padded with zero rows as Quads
};

// Layouts that go through packed panels.
constexpr bool isPanelled(RowLayout layout) {
    return layout == RowLayout::Quads || layout == RowLayout::ManyBytes;
}

// Floats of memory that a row takes.
constexpr std::int64_t rowFloats(RowLayout layout, std::int64_t depth) {
    const std::int64_t inputs = quantisedInputs(depth);
    switch (layout) {
    case RowLayout::Quads:
        return depth;
    case RowLayout::FewBytes:
    case RowLayout::ManyBytes: // values, scales and sums
        return inputs / 4 + 2 * roundUp(inputs / kGroupInputs, kScalesTogether);
    default:
        return paddedDepth(depth);
    }
}

// weight (N, K), or a transposed view of (K, N).
RowLayout rowLayout(std::int64_t rows, const Tensor& weight);

// Outputs of a block, the unit of work of a thread, where so many products of rows with a weight
// like this one are done at once: all outputs when sharing would not pay.
std::int64_t blockColumns(std::int64_t rows, const Tensor& weight, std::int64_t products,
                          int threads);

// Rows (rows, K) of activations, arranged.
struct ArrangedRows {
    const float* values = nullptr;
    std::int64_t rows = 0;
    std::int64_t depth = 0; // K
    RowLayout layout = RowLayout::Plain;

    // Part of them; first is a multiple of 4.
    ArrangedRows slice(std::int64_t first, std::int64_t count) const;
};

// Floats of memory for arranged rows, which must be aligned to a cache line; a multiple of one.
std::size_t arrangedFloats(RowLayout layout, std::int64_t rows, std::int64_t depth);

// Row r of a source is in[index[r]], or in[r] without an index. in (T, K), last stride 1.
struct RowSource {
    const Tensor& in;
    const std::int32_t* index = nullptr;
};

// Arranges source rows [first, first + count) at their place in `to`, the memory of all rows.
// first is a multiple of 4.
void arrangeRows(float* to, RowLayout layout, const RowSource& source, std::int64_t first,
                 std::int64_t count);

// sums (rows, N), rows sumStride(N) apart, = in · weight (N, K)ᵀ. One stride of weight is 1; the
// rows were arranged in the layout that rowLayout names. panel: kPanelFloats of scratch.
void productSums(float* sums, const ArrangedRows& in, const Tensor& weight, float* panel);

// to (N) = from (N) of any float type and stride.
void widen(float* to, const Tensor& from);

} // namespace kernels
