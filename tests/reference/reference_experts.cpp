// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/contract.h"
#include "tests/reference/reference_backend.h"
#include "tests/reference/values.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reference {

using kernels::Tensor;

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

// down · (silu(gate · x) ⊙ (up · x)), the matrices row by row.
class GatedMlp {
public:
    explicit GatedMlp(const kernels::GatedMlpWeights& weights)
        : m_width(extent(weights.gate, 1))
        , m_inner(extent(weights.gate, 0))
        , m_gate(valuesOf(weights.gate))
        , m_up(valuesOf(weights.up))
        , m_down(valuesOf(weights.down)) {}

    // to (D) += share · what comes of x (D).
    void add(double* to, const double* x, double share) const {
        Values hidden(m_inner);
        for (std::size_t j = 0; j < m_inner; ++j) {
            const double gate = dot(&m_gate[j * m_width], x, m_width);
            hidden[j] = gate / (1.0 + std::exp(-gate)) * dot(&m_up[j * m_width], x, m_width);
        }
        for (std::size_t i = 0; i < m_width; ++i) {
            to[i] += share * dot(&m_down[i * m_inner], hidden.data(), m_inner);
        }
    }

private:
    static double dot(const double* a, const double* b, std::size_t count) {
        return std::inner_product(a, a + count, b, 0.0);
    }

    std::size_t m_width;
    std::size_t m_inner;
    Values m_gate;
    Values m_up;
    Values m_down;
};

} // namespace

// modeling_deepseek.py: MoEGate.forward
void ReferenceBackend::routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                                    const kernels::NormedRows& in, const Tensor& gate,
                                    const kernels::RoutingParams& params) {
    kernels::checkRouteExperts(ids, weights, normed, in, gate, params);
    rmsNorm(normed, in.rows, in.weight, in.eps);
    const std::size_t experts = extent(gate, 0);
    const std::size_t width = extent(normed, 1);
    const std::size_t count = extent(ids, 1);
    const Values x = valuesOf(normed);
    const Values w = valuesOf(gate);
    const Values bias = params.bias ? valuesOf(*params.bias) : Values(experts, 0.0);
    Values chosenIds;
    Values chosenWeights;
    for (std::size_t t = 0; t < extent(normed, 0); ++t) {
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
    const std::size_t count = extent(ids, 1);
    const Values x = valuesOf(in);
    const Values chosen = valuesOf(ids);
    const Values share = valuesOf(weights);
    for (const double id : chosen) {
        kernels::check(id >= 0 && id < experts.count, "expertFfn: no such expert");
    }
    Values y = valuesOf(out);
    for (int e = 0; e < experts.count; ++e) {
        if (std::find(chosen.begin(), chosen.end(), e) == chosen.end()) {
            continue;
        }
        const GatedMlp expert({experts.gate[e], experts.up[e], experts.down[e]});
        for (std::size_t choice = 0; choice < chosen.size(); ++choice) { // (t, j)
            if (chosen[choice] == e) {
                const std::size_t row = choice / count * width;
                expert.add(&y[row], &x[row], share[choice]);
            }
        }
    }
    if (experts.shared != nullptr) {
        const GatedMlp shared(*experts.shared);
        for (std::size_t row = 0; row < x.size(); row += width) {
            shared.add(&y[row], &x[row], 1.0);
        }
    }
    store(out, y);
}

} // namespace reference
