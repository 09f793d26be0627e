// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which experts a token goes to. The logits are an ordinary product, so that many blocks read the
// gate; then a warp chooses for each token, each lane with every 32nd expert.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

#include <limits>

namespace kernels {

namespace {

constexpr int kThreads = 128;
constexpr float kChosen = -std::numeric_limits<float>::infinity();

struct RoutingCall {
    Matrix<const float> logits; // (T, E)
    Matrix<std::int32_t> ids;
    Matrix<float> weights;
    Scoring scoring;
    AnyFloats bias;
    int groups;
    int chosenGroups;
    bool isNormalised;
    float scale;

    __host__ __device__ int experts() const { return static_cast<int>(logits.columns); }
};

// A warp's, in shared memory: E scores, E scores to choose by, a score for each group.
struct RoutingMemory {
    float* scores;
    float* biased;
    float* groupScores;
};

// So many floats.
__host__ __device__ int sizeOfMemory(int experts, int groups) {
    return 2 * experts + groups;
}

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
    float best = kChosen;
    int place = count;
    for (int i = laneIndex(); i < count; i += kWarpSize) {
        if (values[i] > best) {
            best = values[i];
            place = i;
        }
    }
    for (int step = kWarpSize / 2; step > 0; step /= 2) {
        const float other = __shfl_xor_sync(kAllLanes, best, step);
        const int otherPlace = __shfl_xor_sync(kAllLanes, place, step);
        if (other > best || (other == best && otherPlace < place)) {
            best = other;
            place = otherPlace;
        }
    }
    return min(place, count - 1); // only NaN is never the best
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

__device__ void choose(const RoutingMemory& memory, const RoutingCall& call, std::int64_t token) {
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

// modeling_deepseek.py: MoEGate.forward, from its scores on
__global__ void routingKernel(RoutingCall call) {
    const std::int64_t token = std::int64_t{blockIdx.x} * warpCount() + warpIndex();
    if (token >= call.logits.rows) {
        return;
    }
    const int experts = call.experts();
    float* scores = sharedMemory<float>() + warpIndex() * sizeOfMemory(experts, call.groups);
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
    choose(memory, call, token);
}

} // namespace

void CudaBackend::routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& in,
                               const Tensor& gate, const RoutingParams& params) {
    checkRouteExperts(ids, weights, in, gate, params);
    if (in.size(0) == 0) {
        return;
    }
    const std::int64_t tokens = in.size(0);
    const std::int64_t experts = gate.size(0);
    const Tensor logits(m_scratch.take<float>(static_cast<std::size_t>(tokens * experts)),
                        DType::F32, {tokens, experts});
    linear(logits, in, gate, {});
    const RoutingCall call{matrixOf<const float>(logits),
                           matrixOf<std::int32_t>(ids),
                           matrixOf<float>(weights),
                           params.scoring,
                           anyFloats(params.bias),
                           params.groups,
                           params.chosenGroups,
                           params.normalise,
                           params.scale};
    constexpr int kWarps = kThreads / kWarpSize;
    const auto floats = static_cast<std::size_t>(sizeOfMemory(call.experts(), params.groups));
    const Grid grid{{blocksFor(tokens, kWarps)}, kThreads, kWarps * floats * sizeof(float)};
    launch(stream(), grid, routingKernel, call);
}

} // namespace kernels
