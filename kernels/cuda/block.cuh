// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the threads of a block do together: shared memory, and sums over a warp or a block; and how
// the last block of several knows that it is.
#pragma once

#include <cuda_runtime.h>

#include <cstddef>
#include <cstdint>

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

struct Candidate {
    float value;
    std::int32_t index;
};

// The larger value, the first of equals.
__device__ inline Candidate better(const Candidate& a, const Candidate& b) {
    const bool isFirst = a.value > b.value || (a.value == b.value && a.index < b.index);
    return isFirst ? a : b;
}

// All lanes get the best of the warp's.
__device__ inline Candidate bestOfWarp(Candidate own) {
    for (int step = kWarpSize / 2; step > 0; step /= 2) {
        own = better(own, {__shfl_xor_sync(kAllLanes, own.value, step),
                           __shfl_xor_sync(kAllLanes, own.index, step)});
    }
    return own;
}

// Counters of isLastOf that a backend has. All are 0 between kernels.
constexpr std::size_t kMostArrivals = 256;

// Whether the calling block is the last of so many to come here. It then sees what all of them
// wrote before, and arrivals, which counts them, is 0 again. All threads call it and get the same.
__device__ inline bool isLastOf(unsigned blocks, unsigned* arrivals) {
    __syncthreads();
    int isLast = 0;
    if (threadIdx.x == 0) {
        __threadfence();
        isLast = atomicAdd(arrivals, 1U) == blocks - 1 ? 1 : 0;
        __threadfence();
        if (isLast != 0) {
            *arrivals = 0;
        }
    }
    return __syncthreads_or(isLast) != 0;
}

} // namespace kernels
