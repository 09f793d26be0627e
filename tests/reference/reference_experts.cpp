// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/contract.h"
#include "tests/reference/reference_backend.h"
#include "tests/reference/values.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reference {

namespace {

// Positions of the `count` largest, best first, the lower position first among equals.
std::vector<std::size_t> largest(const Values& values, std::size_t count) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    order.resize(count);
    return order;
}

Values scored(Values logits, kernels::Scoring scoring) {
    if (scoring == kernels::Scoring::Sigmoid) {
        for (double& value : logits) {
            value = 1.0 / (1.0 + std::exp(-value));
        }
        return logits;
    }
    const double highest = *std::max_element(logits.begin(), logits.end());
    double total = 0.0;
    for (double& value : logits) {
        value = std::exp(value - highest);
        total += value;
    }
    for (double& value : logits) {
        value /= total;
    }
    return logits;
}

// The scores by which experts are chosen: those of groups that are not among the best become 0.
// A group is as good as the sum of its two best.
Values withinBestGroups(Values scores, const kernels::RoutingParams& params) {
    const auto groups = static_cast<std::size_t>(params.groups);
    const std::size_t size = scores.size() / groups;
    Values groupScores(groups);
    for (std::size_t g = 0; g < groups; ++g) {
        const auto first = scores.begin() + static_cast<std::ptrdiff_t>(g * size);
        const Values members(first, first + static_cast<std::ptrdiff_t>(size));
        for (const std::size_t best : largest(members, std::min<std::size_t>(2, size))) {
            groupScores[g] += members[best];
        }
    }
    const auto chosen = largest(groupScores, static_cast<std::size_t>(params.chosenGroups));
    for (std::size_t e = 0; e < scores.size(); ++e) {
        if (std::find(chosen.begin(), chosen.end(), e / size) == chosen.end()) {
            scores[e] = 0.0;
        }
    }
    return scores;
}

} // namespace

// modeling_deepseek.py: MoEGate.forward
void ReferenceBackend::routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& in,
                                    const Tensor& gate, const kernels::RoutingParams& params) {
    kernels::checkRouteExperts(ids, weights, in, gate, params);
    const std::size_t experts = extent(gate, 0);
    const std::size_t width = extent(in, 1);
    const std::size_t count = extent(ids, 1);
    const Values x = valuesOf(in);
    const Values w = valuesOf(gate);
    const Values bias = params.bias ? valuesOf(*params.bias) : Values(experts, 0.0);
    Values chosenIds;
    Values chosenWeights;
    for (std::size_t t = 0; t < extent(in, 0); ++t) {
        Values logits(experts, 0.0);
        for (std::size_t e = 0; e < experts; ++e) {
            for (std::size_t i = 0; i < width; ++i) {
                logits[e] += x[t * width + i] * w[e * width + i];
            }
        }
        const Values scores = scored(logits, params.scoring);
        Values biased = scores;
        for (std::size_t e = 0; e < experts; ++e) {
            biased[e] += bias[e];
        }
        const auto chosen = largest(withinBestGroups(biased, params), count);
        double sum = 0.0;
        for (const std::size_t e : chosen) {
            sum += scores[e];
        }
        const double divisor = params.normalise ? sum + 1e-20 : 1.0;
        for (const std::size_t e : chosen) {
            chosenIds.push_back(static_cast<double>(e));
            chosenWeights.push_back(scores[e] / divisor * static_cast<double>(params.scale));
        }
    }
    store(ids, chosenIds);
    store(weights, chosenWeights);
}

void ReferenceBackend::expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids,
                                 const Tensor& weights, const kernels::ExpertWeights& experts) {
    kernels::checkExpertFfn(out, in, ids, weights, experts);
    const std::size_t width = extent(in, 1);
    const std::size_t inner = extent(experts.gate[0], 0);
    const std::size_t count = extent(ids, 1);
    const Values x = valuesOf(in);
    const Values chosen = valuesOf(ids);
    const Values share = valuesOf(weights);
    for (const double id : chosen) {
        kernels::check(id >= 0 && id < experts.count, "expertFfn: no such expert");
    }
    Values y = valuesOf(out);
    Values hidden(inner);
    for (int e = 0; e < experts.count; ++e) {
        if (std::find(chosen.begin(), chosen.end(), e) == chosen.end()) {
            continue;
        }
        const Values gate = valuesOf(experts.gate[e]);
        const Values up = valuesOf(experts.up[e]);
        const Values down = valuesOf(experts.down[e]);
        for (std::size_t choice = 0; choice < chosen.size(); ++choice) { // (t, j)
            if (chosen[choice] != e) {
                continue;
            }
            const std::size_t t = choice / count;
            for (std::size_t j = 0; j < inner; ++j) {
                double gateSum = 0.0;
                double upSum = 0.0;
                for (std::size_t i = 0; i < width; ++i) {
                    gateSum += x[t * width + i] * gate[j * width + i];
                    upSum += x[t * width + i] * up[j * width + i];
                }
                hidden[j] = gateSum / (1.0 + std::exp(-gateSum)) * upSum;
            }
            for (std::size_t i = 0; i < width; ++i) {
                double sum = 0.0;
                for (std::size_t j = 0; j < inner; ++j) {
                    sum += hidden[j] * down[i * inner + j];
                }
                y[t * width + i] += share[choice] * sum;
            }
        }
    }
    store(out, y);
}

} // namespace reference
