// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which experts a token goes to. Many blocks read the gate, and a warp chooses for each token, each
// lane with every 32nd expert: of few tokens all in one kernel, in which every block norms them and
// the last one chooses; of many in three.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"
#include "kernels/cuda/norm.cuh"

#include <algorithm>
#include <limits>

namespace kernels {

namespace {

constexpr int kThreads = kFewRowsThreads;
constexpr int kWarps = kFewRowsWarps;
constexpr float kChosen = -std::numeric_limits<float>::infinity();

struct RoutingCall {
    Matrix<float> logits; // (T, E)
    Matrix<std::int32_t> ids;
    Matrix<float> weights;
    Scoring scoring;
    AnyFloats bias;
    int groups;
    int chosenGroups;
    bool isNormalised;
    float scale;

    __host__ __device__ int experts() const { return static_cast<int>(logits.columns); }

    // Shared memory for so many warps that choose.
    std::size_t sharedBytes(int warps) const {
        return static_cast<std::size_t>(warps * (2 * experts() + groups)) * sizeof(float);
    }
};

// A warp's, in shared memory: E scores, E scores to choose by, a score for each group.
struct RoutingMemory {
    float* scores;
    float* biased;
    float* groupScores;
};

__device__ float warpMaximum(float value) {
    for (int step = kWarpSize / 2; step > 0; step /= 2) {
        value = fmaxf(value, __shfl_xor_sync(kAllLanes, value, step));
    }
    return value;
}

// Each lane touches the scores of its own experts only.
__device__ void score(float* logits, int experts, Scoring scoring) {
    if (scoring == Scoring::Sigmoid) {
        for (int e = laneIndex(); e < experts; e += kWarpSize) {
            logits[e] = 1.0F / (1.0F + expf(-logits[e]));
        }
        return;
    }
    float largest = kChosen;
    for (int e = laneIndex(); e < experts; e += kWarpSize) {
        largest = fmaxf(largest, logits[e]);
    }
    largest = warpMaximum(largest);
    float sum = 0.0F;
    for (int e = laneIndex(); e < experts; e += kWarpSize) {
        logits[e] = expf(logits[e] - largest);
        sum += logits[e];
    }
    sum = warpSum(sum);
    for (int e = laneIndex(); e < experts; e += kWarpSize) {
        logits[e] /= sum;
    }
}

// The sum of the two largest.
__device__ float groupScore(const float* members, int count) {
    float best = kChosen;
    float second = kChosen;
    for (int i = 0; i < count; ++i) {
        second = fmaxf(second, fminf(best, members[i]));
        best = fmaxf(best, members[i]);
    }
    return count > 1 ? best + second : best;
}

// The place of the largest, the first of equals; the same in all lanes.
__device__ int bestOf(const float* values, int count) {
    Candidate best{kChosen, count};
    for (int i = laneIndex(); i < count; i += kWarpSize) {
        best = better({values[i], i}, best);
    }
    return min(bestOfWarp(best).index, count - 1); // only NaN is never the best
}

// Scores of experts outside the best groups become 0, as published, rather than unreachable.
__device__ void maskGroups(const RoutingMemory& memory, const RoutingCall& call) {
    const int size = call.experts() / call.groups;
    for (int g = laneIndex(); g < call.groups; g += kWarpSize) {
        memory.groupScores[g] = groupScore(memory.biased + g * size, size);
    }
    __syncwarp();
    for (int i = 0; i < call.chosenGroups; ++i) {
        const int best = bestOf(memory.groupScores, call.groups);
        __syncwarp();
        if (laneIndex() == 0) {
            memory.groupScores[best] = kChosen;
        }
        __syncwarp();
    }
    for (int e = laneIndex(); e < call.experts(); e += kWarpSize) {
        if (memory.groupScores[e / size] != kChosen) {
            memory.biased[e] = 0.0F;
        }
    }
    __syncwarp();
}

__device__ void takeBest(const RoutingMemory& memory, const RoutingCall& call, std::int64_t token) {
    float divisor = call.isNormalised ? 1e-20F : 1.0F;
    for (std::int64_t i = 0; i < call.ids.columns; ++i) {
        const int best = bestOf(memory.biased, call.experts());
        const float weight = memory.scores[best];
        divisor += call.isNormalised ? weight : 0.0F;
        __syncwarp();
        if (laneIndex() == 0) {
            memory.biased[best] = kChosen;
            call.ids.at(token, i) = best;
            call.weights.at(token, i) = weight;
        }
        __syncwarp();
    }
    for (std::int64_t i = laneIndex(); i < call.ids.columns; i += kWarpSize) {
        float& weight = call.weights.at(token, i);
        weight = weight / divisor * call.scale;
    }
}

// A token's experts, by a warp. modeling_deepseek.py: MoEGate.forward, from its scores on
__device__ void choose(const RoutingCall& call, std::int64_t token) {
    const int experts = call.experts();
    float* scores = sharedMemory<float>() + warpIndex() * (2 * experts + call.groups);
    const RoutingMemory memory{scores, scores + experts, scores + 2 * experts};
    for (int e = laneIndex(); e < experts; e += kWarpSize) {
        memory.scores[e] = call.logits.at(token, e);
    }
    score(memory.scores, experts, call.scoring);
    for (int e = laneIndex(); e < experts; e += kWarpSize) {
        memory.biased[e] = memory.scores[e] + (call.bias.data == nullptr ? 0.0F : call.bias[e]);
    }
    __syncwarp();
    if (call.chosenGroups < call.groups) {
        maskGroups(memory, call);
    }
    takeBest(memory, call, token);
}

__global__ void chooseKernel(RoutingCall call) {
    const std::int64_t token = std::int64_t{blockIdx.x} * warpCount() + warpIndex();
    if (token < call.logits.rows) {
        choose(call, token);
    }
}

// A block for some experts, with all tokens, of which there are few.
template <class T, class Weight>
__global__ void routeFewKernel(RoutingCall call, Matrix<T> normed, RowsToNorm<T> tokens,
                               Matrix<const Weight> gate, unsigned* arrivals) {
    const Matrix<const T> in = tokens.normed();
    if (blockIdx.x == 0) {
        for (std::int64_t i = threadIdx.x; i < in.rows * in.columns; i += kThreads) {
            normed.at(i / in.columns, i % in.columns) = in.at(i / in.columns, i % in.columns);
        }
    }
    const std::int64_t expert = outputOfWarp();
    forFewSums(in, gate, expert, [&](float sum, int row) { call.logits.at(row, expert) = sum; });
    if (!isLastOf(gridDim.x, arrivals)) {
        return;
    }
    for (std::int64_t token = warpIndex(); token < in.rows; token += warpCount()) {
        choose(call, token);
        __syncwarp();
    }
}

} // namespace

void CudaBackend::routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                               const NormedRows& in, const Tensor& gate,
                               const RoutingParams& params) {
    checkRouteExperts(ids, weights, normed, in, gate, params);
    check(normed.dtype == in.rows.dtype, "routeExperts: normed and in are of one type on the GPU");
    const std::int64_t tokens = in.rows.size(0);
    const std::int64_t experts = gate.size(0);
    if (tokens == 0) {
        return;
    }
    const Tensor logits(m_scratch.take<float>(static_cast<std::size_t>(tokens * experts)),
                        DType::F32, {tokens, experts});
    const RoutingCall call{matrixOf<float>(logits),
                           matrixOf<std::int32_t>(ids),
                           matrixOf<float>(weights),
                           params.scoring,
                           anyFloats(params.bias),
                           params.groups,
                           params.chosenGroups,
                           params.normalise,
                           params.scale};
    const std::size_t choosing = call.sharedBytes(kWarps);
    if (!isNormedByBlocks(in.rows)) {
        rmsNorm(normed, in.rows, in.weight, in.eps);
        linear(logits, normed, gate, {});
        return launch(stream(), Grid{{blocksFor(tokens, kWarps)}, kThreads, choosing}, chooseKernel,
                      call);
    }
    withActivationType(in.rows.dtype, [&](auto zero) {
        withFloatType(gate.dtype, [&](auto weightZero) {
            using T = decltype(zero);
            using Weight = decltype(weightZero);
            const RowsToNorm<T> rows = rowsToNorm<T>(in);
            const Grid grid{
                {blocksFor(experts, kWarps)}, kThreads, std::max(rows.sharedBytes(), choosing)};
            launch(stream(), grid, routeFewKernel<T, Weight>, call, matrixOf<T>(normed), rows,
                   matrixOf<const Weight>(gate), arrivals());
        });
    });
}

} // namespace kernels
