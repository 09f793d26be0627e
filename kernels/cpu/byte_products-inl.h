// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of many rows (byte_products.h) over the vectors V of an instruction set. V::Dots take
// the products of V::kQuads quads before they become sums, with weights that are V::kRaisedBy more
// than they mean. Only in files that are compiled for that set, and with nothing of the standard
// library, whose functions other files would then share.
#include "kernels/cpu/byte_products.h"
#include "kernels/quantised_row.h"

namespace kernels {
namespace {

constexpr std::int64_t kColumns = 48; // of a panel
constexpr std::int64_t kQuadsInGroup = kGroupInputs / 4;
constexpr int kRows = 4; // of a block: with its vectors of columns, its sums stay in registers

// Products that are added to the sums at once, over the vectors of an instruction set.
template <class Vectors>
struct DirectDots : Vectors {
    static constexpr std::int64_t kQuads = kQuadsInGroup;
    using Dots = typename Vectors::Ints;

    static Dots begin(Dots sum) { return sum; }

    static Dots end(Dots /*before*/, Dots sum) { return sum; }
};

template <class T>
inline const T* ofRow(const T* first, std::int64_t rowBytes, std::int64_t row) {
    return reinterpret_cast<const T*>(reinterpret_cast<const char*>(first) + row * rowBytes);
}

// sums += dots of V::kQuads quads.
template <class V, int kVectors>
inline void addQuads(typename V::Ints (&sums)[kRows][kVectors], const std::uint8_t* weights,
                     const std::int8_t* values, std::int64_t rowBytes) {
    typename V::Dots dots[kRows][kVectors];
    for (int r = 0; r < kRows; ++r) {
        for (int v = 0; v < kVectors; ++v) {
            dots[r][v] = V::begin(sums[r][v]);
        }
    }
#pragma GCC unroll 8
    for (std::int64_t quad = 0; quad < V::kQuads; ++quad) {
        typename V::Weights weight[kVectors];
        for (int v = 0; v < kVectors; ++v) {
            weight[v] = V::load(weights + 4 * (quad * kColumns + v * V::kLanes));
        }
        for (int r = 0; r < kRows; ++r) {
            std::int32_t four;
            __builtin_memcpy(&four, values + r * rowBytes + 4 * quad, sizeof four);
            const auto value = V::set(four);
            for (int v = 0; v < kVectors; ++v) {
                dots[r][v] = V::addDots(dots[r][v], weight[v], value);
            }
        }
    }
    for (int r = 0; r < kRows; ++r) {
        for (int v = 0; v < kVectors; ++v) {
            sums[r][v] = V::end(sums[r][v], dots[r][v]);
        }
    }
}

// Rows [row, row + kRows) times columns [column, + kVectors vectors).
template <class V, int kVectors>
inline void multiplyByteBlock(const ByteProduct& p, std::int64_t row, std::int64_t column) {
    float* to = p.sums + row * p.sumStride + column;
    typename V::Floats totals[kRows][kVectors];
    for (int r = 0; r < kRows; ++r) {
        for (int v = 0; v < kVectors; ++v) {
            totals[r][v] = p.isFirst ? V::set(0.0F) : V::load(to + r * p.sumStride + v * V::kLanes);
        }
    }
    for (std::int64_t group = 0; group < p.groups; ++group) {
        typename V::Ints sums[kRows][kVectors];
        for (int r = 0; r < kRows; ++r) {
            const auto start =
                V::set(-V::kRaisedBy * ofRow(p.rows.sums, p.rows.stride, row + r)[group]);
            for (int v = 0; v < kVectors; ++v) {
                sums[r][v] = start;
            }
        }
        const std::uint8_t* weights = p.weights + 4 * (group * kQuadsInGroup * kColumns + column);
        const std::int8_t* values =
            ofRow(p.rows.values, p.rows.stride, row) + group * 4 * kQuadsInGroup;
        for (std::int64_t first = 0; first < kQuadsInGroup; first += V::kQuads) {
            addQuads<V, kVectors>(sums, weights + 4 * first * kColumns, values + 4 * first,
                                  p.rows.stride);
        }
        const float* scales = p.weightScales + group * kColumns + column;
        for (int r = 0; r < kRows; ++r) {
            const auto rowScale = V::set(ofRow(p.rows.scales, p.rows.stride, row + r)[group]);
            for (int v = 0; v < kVectors; ++v) {
                const auto scale = V::multiply(V::load(scales + v * V::kLanes), rowScale);
                totals[r][v] = V::multiplyAdd(V::convert(sums[r][v]), scale, totals[r][v]);
            }
        }
    }
    for (int r = 0; r < kRows; ++r) {
        for (int v = 0; v < kVectors; ++v) {
            V::store(to + r * p.sumStride + v * V::kLanes, totals[r][v]);
        }
    }
}

template <class V, int kVectors>
inline void multiplyByteColumns(const ByteProduct& p, std::int64_t column) {
    for (std::int64_t row = 0; row < p.rows.count; row += kRows) {
        multiplyByteBlock<V, kVectors>(p, row, column);
    }
}

// All columns, two vectors at a time: with sixteen registers no more sums stay in them.
template <class V>
void multiplyInPairs(const ByteProduct& product) {
    for (std::int64_t column = 0; column < product.columns; column += 2 * V::kLanes) {
        multiplyByteColumns<V, 2>(product, column);
    }
}

} // namespace
} // namespace kernels
