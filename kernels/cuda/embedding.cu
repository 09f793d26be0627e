// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tokens in and out: rows of the embedding table, and the best of the logits with its probability.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

#include <limits>

namespace kernels {

namespace {

constexpr int kRowThreads = 128;
constexpr int kVocabularyThreads = 1024; // few rows, each very long

template <class Out, class Weight>
__global__ void embedKernel(Matrix<Out> out, Matrix<const Weight> table, const std::int32_t* ids) {
    const std::int32_t id = ids[blockIdx.x];
    const bool isRow = id >= 0 && id < table.rows;
    for (std::int64_t i = threadIdx.x; i < out.columns; i += blockDim.x) {
        store(out.at(blockIdx.x, i),
              isRow ? widen(table.at(id, i)) : std::numeric_limits<float>::quiet_NaN());
    }
}

struct Candidate {
    float value;
    std::int32_t index;
};

// The larger value, the first of equals.
__device__ Candidate better(Candidate a, Candidate b) {
    const bool isFirst = a.value > b.value || (a.value == b.value && a.index < b.index);
    return isFirst ? a : b;
}

// All threads get the best of all. candidates: one a warp, in shared memory.
__device__ Candidate bestOfBlock(Candidate own, Candidate* candidates) {
    for (int step = kWarpSize / 2; step > 0; step /= 2) {
        own = better(own, {__shfl_xor_sync(kAllLanes, own.value, step),
                           __shfl_xor_sync(kAllLanes, own.index, step)});
    }
    if (laneIndex() == 0) {
        candidates[warpIndex()] = own;
    }
    __syncthreads();
    for (int warp = 0; warp < warpCount(); ++warp) {
        own = better(own, candidates[warp]);
    }
    __syncthreads();
    return own;
}

template <class T>
__global__ void __launch_bounds__(kVocabularyThreads)
    argmaxKernel(std::int32_t* ids, float* probabilities, Matrix<const T> in) {
    // A row of NaN has no largest value; the first is as good as any then.
    Candidate best{-std::numeric_limits<float>::infinity(), 0};
    const T* row = &in.at(blockIdx.x, 0);
    for (auto i = static_cast<std::int32_t>(threadIdx.x); i < in.columns; i += kVocabularyThreads) {
        best = better({widen(row[i]), i}, best);
    }
    best = bestOfBlock(best, sharedMemory<Candidate>());
    float sum = 0.0F;
    for (std::int64_t i = threadIdx.x; i < in.columns; i += kVocabularyThreads) {
        sum += expf(widen(row[i]) - best.value);
    }
    sum = blockSum(sum, sharedMemory<float>());
    if (threadIdx.x == 0) {
        ids[blockIdx.x] = best.index;
        probabilities[blockIdx.x] = 1.0F / sum;
    }
}

} // namespace

void CudaBackend::embed(const Tensor& out, const Tensor& table, const Tensor& ids) {
    checkEmbed(out, table, ids);
    if (out.elements() == 0) {
        return;
    }
    const Grid grid{{static_cast<unsigned>(out.size(0))}, kRowThreads};
    withActivationType(out.dtype, [&](auto outZero) {
        withFloatType(table.dtype, [&](auto weightZero) {
            using Out = decltype(outZero);
            using Weight = decltype(weightZero);
            launch(stream(), grid, embedKernel<Out, Weight>, matrixOf<Out>(out),
                   matrixOf<const Weight>(table), ids.as<std::int32_t>());
        });
    });
}

void CudaBackend::argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) {
    checkArgmax(ids, probabilities, in);
    if (in.size(0) == 0) {
        return;
    }
    const Grid grid{{static_cast<unsigned>(in.size(0))},
                    kVocabularyThreads,
                    kVocabularyThreads / kWarpSize * sizeof(Candidate)};
    withActivationType(in.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), grid, argmaxKernel<T>, ids.as<std::int32_t>(), probabilities.as<float>(),
               matrixOf<const T>(in));
    });
}

} // namespace kernels
