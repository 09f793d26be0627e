// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which experts a token goes to. The logits are an ordinary fp32 product; the choice is plain code,
// since a few dozen scores per token are nothing beside the experts themselves.
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"

#include <cmath>
#include <functional>
#include <limits>
#include <span>

namespace kernels {

namespace {

constexpr float kChosen = -std::numeric_limits<float>::infinity();
// What scoring and choosing cost per expert, in element-wise steps.
constexpr std::int64_t kElementsPerScore = 32;

void score(std::span<float> logits, Scoring scoring) {
    if (scoring == Scoring::Sigmoid) {
        for (float& value : logits) {
            value = 1.0F / (1.0F + std::exp(-value));
        }
        return;
    }
    const float highest = *std::max_element(logits.begin(), logits.end());
    float sum = 0.0F;
    for (float& value : logits) {
        value = std::exp(value - highest);
        sum += value;
    }
    for (float& value : logits) {
        value /= sum;
    }
}

// Position of the largest value, the first of equals.
std::size_t bestOf(std::span<const float> values) {
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) -
                                    values.begin());
}

// The sum of the two largest scores.
float groupScore(std::span<const float> members) {
    float best = kChosen;
    float second = kChosen;
    for (const float value : members) {
        second = std::max(second, std::min(best, value));
        best = std::max(best, value);
    }
    return members.size() > 1 ? best + second : best;
}

// Scores of experts outside the best groups become 0, as published, rather than unreachable.
void maskGroups(std::span<float> scores, std::span<float> groupScores, int chosenGroups) {
    const std::size_t size = scores.size() / groupScores.size();
    for (std::size_t g = 0; g < groupScores.size(); ++g) {
        groupScores[g] = groupScore(scores.subspan(g * size, size));
    }
    for (int i = 0; i < chosenGroups; ++i) {
        groupScores[bestOf(groupScores)] = kChosen;
    }
    for (std::size_t e = 0; e < scores.size(); ++e) {
        if (groupScores[e / size] != kChosen) {
            scores[e] = 0.0F;
        }
    }
}

void choose(std::span<std::int32_t> ids, std::span<float> weights, std::span<float> biased,
            std::span<const float> scores) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::size_t best = bestOf(biased);
        biased[best] = kChosen;
        ids[i] = static_cast<std::int32_t>(best);
        weights[i] = scores[best];
    }
}

void scaleWeights(std::span<float> weights, const RoutingParams& params) {
    float divisor = 1.0F;
    if (params.normalise) {
        divisor = 1e-20F;
        for (const float weight : weights) {
            divisor += weight;
        }
    }
    for (float& weight : weights) {
        weight = weight / divisor * params.scale;
    }
}

} // namespace

// modeling_deepseek.py: MoEGate.forward
void CpuBackend::routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                              const NormedRows& in, const Tensor& gate,
                              const RoutingParams& params) {
    checkRouteExperts(ids, weights, normed, in, gate, params);
    check(normed.dtype == DType::F32 && in.rows.dtype == DType::F32,
          "routeExperts: the CPU works in fp32");
    rmsNorm(normed, in.rows, in.weight, in.eps);
    const std::int64_t tokens = normed.size(0);
    const auto experts = static_cast<std::size_t>(gate.size(0));
    const auto groups = static_cast<std::size_t>(params.groups);
    const auto chosen = static_cast<std::size_t>(ids.size(1));
    const Tensor logits(m_between.take<float>(static_cast<std::size_t>(tokens) * experts),
                        DType::F32, {tokens, gate.size(0)});
    linear(logits, normed, gate, {});
    const Tensor bias(m_scratch.take<float>(experts), DType::F32, {gate.size(0)});
    if (params.bias != nullptr) {
        copy(bias, *params.bias);
    } else {
        std::fill_n(bias.as<float>(), experts, 0.0F);
    }
    const auto route = [&](std::int64_t t, float* scratch) {
        const std::span scores(logits.as<float>() + t * logits.stride(0), experts);
        const std::span biased(scratch, experts);
        const std::span groupScores(scratch + experts, groups);
        score(scores, params.scoring);
        std::transform(scores.begin(), scores.end(), bias.as<float>(), biased.begin(),
                       std::plus<>());
        if (params.chosenGroups < params.groups) {
            maskGroups(biased, groupScores, params.chosenGroups);
        }
        const std::span rowWeights(weights.as<float>() + t * weights.stride(0), chosen);
        choose({ids.as<std::int32_t>() + t * ids.stride(0), chosen}, rowWeights, biased, scores);
        scaleWeights(rowWeights, params);
    };
    forRanges(m_pool, tokens, kElementsPerScore * gate.size(0),
              [&](std::int64_t first, std::int64_t count, int thread) {
                  auto* scratch = scratchOf(thread).take<float>(experts + groups);
                  for (std::int64_t t = first; t < first + count; ++t) {
                      route(t, scratch);
                  }
              });
}

} // namespace kernels
