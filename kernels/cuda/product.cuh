// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two ways in which a block multiplies rows by rows of a weight. Few rows: a warp for each row
// of the weight, which is read once, as in decoding (few_rows.cuh). Many rows: a tile of 64 × 64
// sums, whose inputs wait in shared memory (tile.cuh). Sums are in fp32, and in a fixed order.
#pragma once

#include "kernels/backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/few_rows.cuh"
#include "kernels/cuda/tile.cuh"

namespace kernels {

// What becomes of a sum: activation(sum + bias) + residual.
struct DeviceEpilogue {
    AnyFloats bias;
    Activation activation = Activation::None;
    AnyFloats residual;
    std::int64_t residualStride = 0;

    // Not inlined: it would be repeated for each of a thread's sums.
    __device__ __noinline__ float operator()(float sum, std::int64_t row,
                                             std::int64_t column) const;
};

__device__ inline float silu(float x) {
    return x / (1.0F + expf(-x));
}

__device__ inline float gelu(float x, Activation kind) {
    switch (kind) {
    case Activation::GeluTanh:
        return 0.5F * x * (1.0F + tanhf(0.7978845608F * (x + 0.044715F * x * x * x)));
    case Activation::GeluErf:
        return 0.5F * x * (1.0F + erff(x * 0.7071067812F));
    default:
        return x;
    }
}

__device__ __noinline__ inline float DeviceEpilogue::operator()(float sum, std::int64_t row,
                                                                std::int64_t column) const {
    const float value = gelu(bias.data == nullptr ? sum : sum + bias[column], activation);
    return residual.data == nullptr ? value : value + residual[row * residualStride + column];
}

} // namespace kernels
