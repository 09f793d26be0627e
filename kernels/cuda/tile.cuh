// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A block's tile of 64 × 64 sums of many rows with many rows of a weight, of which each of 256
// threads has sixteen: Tile<In, Weight> is the fastest that there is for the types.
#pragma once

#include "kernels/cuda/float_tile.cuh"
#include "kernels/cuda/tensor_tile.cuh"

#include <type_traits>

namespace kernels {

template <class In, class Weight>
constexpr bool kFitsTensorCores = std::is_same_v<In, __nv_bfloat16> &&
                                  (std::is_same_v<Weight, __nv_bfloat16> || kIsQuantised<Weight>);

template <class In, class Weight>
using Tile =
    std::conditional_t<kFitsTensorCores<In, Weight>, TensorTile<In, Weight>, FloatTile<In, Weight>>;

// visit(row, output, i, j) for those of the thread's sums that lie inside (rows, outputs), of a
// tile that begins at the first ones.
template <class Products, class Visit>
__device__ void forEachSum(std::int64_t firstRow, std::int64_t rows, std::int64_t firstOutput,
                           std::int64_t outputs, const Visit& visit) {
#pragma unroll
    for (int i = 0; i < kSumsPerSide; ++i) {
#pragma unroll
        for (int j = 0; j < kSumsPerSide; ++j) {
            const std::int64_t row = firstRow + Products::rowOf(i, j);
            const std::int64_t output = firstOutput + Products::outputOf(i, j);
            if (row < rows && output < outputs) {
                visit(row, output, i, j);
            }
        }
    }
}

} // namespace kernels
