// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/language/moe.h"

namespace engine {

using kernels::DType;
using kernels::RoutingParams;
using kernels::Tensor;

namespace {

RoutingParams routing(const LanguageConfig& config, const MoeWeights& weights) {
    RoutingParams params;
    params.scoring = config.scoringFunc == ScoringFunc::Sigmoid ? kernels::Scoring::Sigmoid
                                                                : kernels::Scoring::Softmax;
    params.normalise = config.normTopkProb;
    params.scale = static_cast<float>(config.routedScalingFactor);
    if (config.topkMethod == TopkMethod::NoauxTc) {
        params.bias = &weights.correctionBias;
        params.groups = config.nGroup;
        params.chosenGroups = config.topkGroup;
    }
    return params;
}

} // namespace

void gatedMlp(Pass& pass, const GatedMlpWeights& weights, const Tensor& normed, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor wide = pass.workspace.take({normed.size(0), weights.gate.size(0)});
    pass.backend.swiGlu(wide, normed, weights.gate, weights.up);
    pass.backend.linear(x, wide, weights.down, {.residual = &x});
}

void mixtureOfExperts(Pass& pass, const LanguageConfig& config, const MoeWeights& weights,
                      const std::string& module, const Tensor& normed, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const std::int64_t rows = normed.size(0);
    const Tensor ids = pass.workspace.take(DType::I32, {rows, config.numExpertsPerTok});
    const Tensor chosen = pass.workspace.take(DType::F32, {rows, config.numExpertsPerTok});
    pass.backend.routeExperts(ids, chosen, normed, weights.gate, routing(config, weights));
    pass.show(module + ".gate.ids", ids);
    pass.show(module + ".gate.weights", chosen);
    pass.backend.expertFfn(x, normed, ids, chosen,
                           {weights.expertGate.data(), weights.expertUp.data(),
                            weights.expertDown.data(), config.nRoutedExperts});
    if (weights.shared.gate.rank > 0) {
        gatedMlp(pass, weights.shared, normed, x);
    }
}

} // namespace engine
