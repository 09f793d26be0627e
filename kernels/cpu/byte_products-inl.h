// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one body of byte_products.h over a vector type V of an instruction set. Only in files that
// are compiled for that set, and with nothing of the standard library, whose functions other files
// would then share.
#include "kernels/cpu/byte_products.h"
#include "kernels/quantised_row.h"

namespace kernels {
namespace {

constexpr std::int64_t kColumns = 48; // of a panel
constexpr std::int64_t kQuadsInGroup = kGroupInputs / 4;
constexpr int kRows = 4; // of a block: with three vectors of columns, its sums stay in registers

template <class T>
inline const T* ofRow(const T* first, std::int64_t rowBytes, std::int64_t row) {
    return reinterpret_cast<const T*>(reinterpret_cast<const char*>(first) + row * rowBytes);
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
            const auto start = V::set(ofRow(p.starts, p.rowBytes, row + r)[group]);
            for (int v = 0; v < kVectors; ++v) {
                sums[r][v] = start;
            }
        }
        const std::uint8_t* weights = p.weights + 4 * (group * kQuadsInGroup * kColumns + column);
        const std::int8_t* values = ofRow(p.rows, p.rowBytes, row) + group * 4 * kQuadsInGroup;
        for (std::int64_t quad = 0; quad < kQuadsInGroup; ++quad) {
            typename V::Ints weight[kVectors];
            for (int v = 0; v < kVectors; ++v) {
                weight[v] = V::load(weights + 4 * (quad * kColumns + v * V::kLanes));
            }
            for (int r = 0; r < kRows; ++r) {
                std::int32_t four;
                __builtin_memcpy(&four, values + r * p.rowBytes + 4 * quad, sizeof four);
                const auto value = V::set(four);
                for (int v = 0; v < kVectors; ++v) {
                    sums[r][v] = V::addDots(sums[r][v], weight[v], value);
                }
            }
        }
        const float* scales = p.weightScales + group * kColumns + column;
        for (int r = 0; r < kRows; ++r) {
            const auto rowScale = V::set(ofRow(p.rowScales, p.rowBytes, row + r)[group]);
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
    for (std::int64_t row = 0; row < p.rowCount; row += kRows) {
        multiplyByteBlock<V, kVectors>(p, row, column);
    }
}

} // namespace
} // namespace kernels
