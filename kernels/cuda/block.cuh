// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the threads of a block do together: shared memory, and sums over a warp or a block.
#pragma once

#include <cuda_runtime.h>

namespace kernels {

constexpr int kWarpSize = 32;
constexpr unsigned kAllLanes = 0xffffffffU;

// The block's shared memory, as large as the launch asked for. All of it is dynamic, so that what a
// kernel takes stands at its launch.
template <class T>
__device__ T* sharedMemory() {
    extern __shared__ __align__(16) unsigned char sharedBytes[];
    return reinterpret_cast<T*>(sharedBytes);
}

__device__ inline int laneIndex() {
    return static_cast<int>(threadIdx.x) % kWarpSize;
}

__device__ inline int warpIndex() {
    return static_cast<int>(threadIdx.x) / kWarpSize;
}

__device__ inline int warpCount() {
    return static_cast<int>(blockDim.x) / kWarpSize;
}

// All lanes get the sum.
__device__ inline float warpSum(float value) {
    for (int step = kWarpSize / 2; step > 0; step /= 2) {
        value += __shfl_xor_sync(kAllLanes, value, step);
    }
    return value;
}

// All threads get the sum. warpSums: one float a warp, in shared memory, free for reuse afterwards.
__device__ inline float blockSum(float value, float* warpSums) {
    value = warpSum(value);
    if (laneIndex() == 0) {
        warpSums[warpIndex()] = value;
    }
    __syncthreads();
    float sum = 0.0F;
    for (int warp = 0; warp < warpCount(); ++warp) {
        sum += warpSums[warp];
    }
    __syncthreads();
    return sum;
}

} // namespace kernels
