// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which experts a token goes to. A block for each token: its warps share the products with the
// gate, then the first warp chooses, each lane with every 32nd expert.
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
    Matrix<std::int32_t> ids;
    Matrix<float> weights;
    int experts;
    Scoring scoring;
    AnyFloats bias;
    int groups;
    int chosenGroups;
    bool isNormalised;
    float scale;
};

// In shared memory: E scores, E scores to choose by, a score for each group.
struct RoutingMemory {
    float* scores;
    float* biased;
    float* groupScores;
};

template <class In, class Weight>
__device__ void computeLogits(float* logits, const Matrix<const In>& in,
                              const Matrix<const Weight>& gate) {
    for (int expert = warpIndex(); expert < gate.rows; expert += warpCount()) {
        float sum = 0.0F;
        for (std::int64_t k = laneIndex(); k < in.columns; k += kWarpSize) {
            sum += widen(in.at(blockIdx.x, k)) * widen(gate.at(expert, k));
        }
        sum = warpSum(sum);
        if (laneIndex() == 0) {
            logits[expert] = sum;
        }
    }
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
    const int size = call.experts / call.groups;
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
    for (int e = laneIndex(); e < call.experts; e += kWarpSize) {
        if (memory.groupScores[e / size] != kChosen) {
            memory.biased[e] = 0.0F;
        }
    }
    __syncwarp();
}

__device__ void choose(const RoutingMemory& memory, const RoutingCall& call) {
    float divisor = call.isNormalised ? 1e-20F : 1.0F;
    for (std::int64_t i = 0; i < call.ids.columns; ++i) {
        const int best = bestOf(memory.biased, call.experts);
        const float weight = memory.scores[best];
        divisor += call.isNormalised ? weight : 0.0F;
        __syncwarp();
        if (laneIndex() == 0) {
            memory.biased[best] = kChosen;
            call.ids.at(blockIdx.x, i) = best;
            call.weights.at(blockIdx.x, i) = weight;
        }
        __syncwarp();
    }
    for (std::int64_t i = laneIndex(); i < call.ids.columns; i += kWarpSize) {
        float& weight = call.weights.at(blockIdx.x, i);
        weight = weight / divisor * call.scale;
    }
}

// modeling_deepseek.py: MoEGate.forward
template <class In, class Weight>
__global__ void routingKernel(Matrix<const In> in, Matrix<const Weight> gate, RoutingCall call) {
    auto* scores = sharedMemory<float>();
    const RoutingMemory memory{scores, scores + call.experts, scores + 2 * call.experts};
    computeLogits(memory.scores, in, gate);
    __syncthreads();
    if (warpIndex() != 0) {
        return;
    }
    score(memory.scores, call.experts, call.scoring);
    for (int e = laneIndex(); e < call.experts; e += kWarpSize) {
        memory.biased[e] = memory.scores[e] + (call.bias.data == nullptr ? 0.0F : call.bias[e]);
    }
    __syncwarp();
    if (call.chosenGroups < call.groups) {
        maskGroups(memory, call);
    }
    choose(memory, call);
}

} // namespace

void CudaBackend::routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& in,
                               const Tensor& gate, const RoutingParams& params) {
    checkRouteExperts(ids, weights, in, gate, params);
    if (in.size(0) == 0) {
        return;
    }
    const auto experts = static_cast<int>(gate.size(0));
    const Grid grid{{static_cast<unsigned>(in.size(0))},
                    kThreads,
                    static_cast<std::size_t>(2 * experts + params.groups) * sizeof(float)};
    const RoutingCall call{matrixOf<std::int32_t>(ids),
                           matrixOf<float>(weights),
                           experts,
                           params.scoring,
                           anyFloats(params.bias),
                           params.groups,
                           params.chosenGroups,
                           params.normalise,
                           params.scale};
    withActivationType(in.dtype, [&](auto inZero) {
        withFloatType(gate.dtype, [&](auto weightZero) {
            using In = decltype(inZero);
            using Weight = decltype(weightZero);
            launch(stream(), grid, routingKernel<In, Weight>, matrixOf<const In>(in),
                   matrixOf<const Weight>(gate), call);
        });
    });
}

} // namespace kernels
