// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tokens in and out: rows of the embedding table, and the best of the logits with its probability.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

#include <algorithm>
#include <limits>

namespace kernels {

namespace {

constexpr int kRowThreads = 128;
constexpr int kVocabularyThreads = 256;
constexpr int kColumnsOfPart = 2048; // few rows, each very long: many blocks for each
constexpr float kNothing = -std::numeric_limits<float>::infinity();

template <class Out, class Weight>
__global__ void embedKernel(Matrix<Out> out, Matrix<const Weight> table, const std::int32_t* ids) {
    const std::int32_t id = ids[blockIdx.x];
    const bool isRow = id >= 0 && id < table.rows;
    for (std::int64_t i = threadIdx.x; i < out.columns; i += blockDim.x) {
        store(out.at(blockIdx.x, i),
              isRow ? widen(table.at(id, i)) : std::numeric_limits<float>::quiet_NaN());
    }
}

// All threads get the best of all. candidates: one a warp, in shared memory.
__device__ Candidate bestOfBlock(Candidate own, Candidate* candidates) {
    own = bestOfWarp(own);
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

// What a block knows of its columns.
struct PartOfRow {
    Candidate best;
    float sum; // Σ exp(value − best)
};

// What becomes of the parts of a row, by a warp.
__device__ void chooseBest(std::int32_t& id, float& probability, const PartOfRow* parts,
                           int count) {
    Candidate best{kNothing, std::numeric_limits<std::int32_t>::max()};
    for (int part = laneIndex(); part < count; part += kWarpSize) {
        best = better(parts[part].best, best);
    }
    best = bestOfWarp(best);
    float sum = 0.0F;
    for (int part = laneIndex(); part < count; part += kWarpSize) {
        sum += expf(parts[part].best.value - best.value) * parts[part].sum;
    }
    sum = warpSum(sum);
    if (laneIndex() == 0) {
        id = best.index;
        probability = 1.0F / sum;
    }
}

// Blocks for the parts of each row, of which the last one brings them together. A row of NaN has no
// largest value; the first is as good as any then.
template <class T>
__global__ void __launch_bounds__(kVocabularyThreads)
    argmaxKernel(std::int32_t* ids, float* probabilities, Matrix<const T> in, PartOfRow* parts,
                 unsigned* arrivals) {
    parts += std::int64_t{blockIdx.y} * gridDim.x;
    const auto first = static_cast<std::int32_t>(blockIdx.x) * kColumnsOfPart;
    const auto end =
        static_cast<std::int32_t>(min(std::int64_t{first} + kColumnsOfPart, in.columns));
    const T* row = &in.at(blockIdx.y, 0);
    const auto start = first + static_cast<std::int32_t>(threadIdx.x);
    Candidate best{kNothing, first};
    for (std::int32_t i = start; i < end; i += kVocabularyThreads) {
        best = better({widen(row[i]), i}, best);
    }
    best = bestOfBlock(best, sharedMemory<Candidate>());
    const float base = best.value == kNothing ? 0.0F : best.value;
    float sum = 0.0F;
    for (std::int32_t i = start; i < end; i += kVocabularyThreads) {
        sum += expf(widen(row[i]) - base);
    }
    sum = blockSum(sum, sharedMemory<float>());
    if (threadIdx.x == 0) {
        parts[blockIdx.x] = {best, sum};
    }
    if (isLastOf(gridDim.x, arrivals + blockIdx.y) && warpIndex() == 0) {
        chooseBest(ids[blockIdx.y], probabilities[blockIdx.y], parts, static_cast<int>(gridDim.x));
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
    const unsigned partsOfRow = blocksFor(in.size(1), kColumnsOfPart);
    constexpr auto kMostRows = static_cast<std::int64_t>(kMostArrivals);
    auto* parts = m_scratch.take<PartOfRow>(std::size_t{kMostArrivals} * partsOfRow);
    for (std::int64_t first = 0; first < in.size(0); first += kMostRows) {
        const std::int64_t rows = std::min(kMostRows, in.size(0) - first);
        const Grid grid{{partsOfRow, static_cast<unsigned>(rows)},
                        kVocabularyThreads,
                        kVocabularyThreads / kWarpSize * sizeof(Candidate)};
        withActivationType(in.dtype, [&](auto zero) {
            using T = decltype(zero);
            launch(stream(), grid, argmaxKernel<T>, ids.as<std::int32_t>() + first,
                   probabilities.as<float>() + first, matrixOf<const T>(in.slice(0, first, rows)),
                   parts, arrivals());
        });
    }
}

} // namespace kernels
