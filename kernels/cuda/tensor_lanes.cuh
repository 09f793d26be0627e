// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the lanes of a warp share what tensor cores multiply at a time (tensor_core.h), for all that
// keeps its weights in shared memory.
#pragma once

#include "kernels/cuda/block.cuh"

#include <cuda_bf16.h>
#include <tensor_core.h>

namespace kernels {

constexpr int kTensorRows = 16;
constexpr int kTensorOutputs = 8;
constexpr int kTensorDepth = 16;
constexpr int kTensorSums = 4; // of each lane

// Elements after a row in shared memory, so that the lanes read from different banks.
constexpr int kTensorPad = 8;

// Where one of the calling lane's sums stands.
__device__ inline int tensorRow(int sum) {
    return laneIndex() / 4 + sum / 2 * 8;
}

__device__ inline int tensorOutput(int sum) {
    return laneIndex() % 4 * 2 + sum % 2;
}

// Which of eight weights the lane has inputs of, and the first of those inputs.
__device__ inline int tensorWeight() {
    return laneIndex() / 4;
}

__device__ inline int tensorInput() {
    return laneIndex() % 4 * 2;
}

// Two neighbours, as the instruction takes them.
__device__ inline unsigned tensorPair(const __nv_bfloat16* elements) {
    return *reinterpret_cast<const unsigned*>(elements);
}

// weight: the sixteen inputs of the lane's weight.
__device__ inline void multiplyAddOnTensorCore(float (&sums)[kTensorSums],
                                               const unsigned (&rows)[4],
                                               const __nv_bfloat16* weight) {
    const __nv_bfloat16* own = weight + tensorInput();
    const unsigned pairs[2] = {tensorPair(own), tensorPair(own + 8)};
    tensorMultiplyAdd(sums, rows, pairs);
}

} // namespace kernels
