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

} // namespace kernels
