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

// What a tensor of the pass's backend holds, in memory of the CPU; floats as F32.
class OnHost {
public:
    OnHost(Pass& pass, const Tensor& from)
        : m_tensor(nullptr, from.dtype == DType::I32 ? DType::I32 : DType::F32,
                   {from.size(0), from.size(1)})
        , m_memory(pass.expertBackend.allocate(m_tensor.denseBytes())) {
        m_tensor.data = m_memory.data();
        const Workspace::Scope scope(pass.workspace);
        Tensor converted = from;
        if (from.dtype != m_tensor.dtype) {
            converted = pass.workspace.take(m_tensor.dtype, {from.size(0), from.size(1)});
            pass.backend.copy(converted, from);
        }
        pass.backend.download(m_tensor.data, converted);
    }

    const Tensor& tensor() const { return m_tensor; }

    void putBack(Pass& pass, const Tensor& to) const {
        const Workspace::Scope scope(pass.workspace);
        const Tensor converted = pass.workspace.take(m_tensor.dtype, {to.size(0), to.size(1)});
        pass.backend.upload(converted, m_tensor.data);
        pass.backend.copy(to, converted);
    }

private:
    Tensor m_tensor;
    kernels::Buffer m_memory;
};

// The experts, with the shared network where that is of their type and on their backend.
kernels::ExpertWeights expertsOf(const Pass& pass, const LanguageConfig& config,
                                 const MoeWeights& weights) {
    kernels::ExpertWeights experts{weights.expertGate.data(), weights.expertUp.data(),
                                   weights.expertDown.data(), config.nRoutedExperts};
    const GatedMlpWeights& shared = weights.shared;
    const DType type = weights.expertGate.front().dtype;
    if (&pass.backend == &pass.expertBackend && shared.gate.rank > 0 && shared.gate.dtype == type &&
        shared.up.dtype == type && shared.down.dtype == type) {
        experts.shared = &shared;
    }
    return experts;
}

// Rows go to the experts where those run on the CPU and nothing else does, and come back.
void runExperts(Pass& pass, const Tensor& x, const Tensor& normed, const Tensor& ids,
                const Tensor& chosen, const kernels::ExpertWeights& experts) {
    if (&pass.expertBackend == &pass.backend) {
        return pass.backend.expertFfn(x, normed, ids, chosen, experts);
    }
    const OnHost out(pass, x);
    pass.expertBackend.expertFfn(out.tensor(), OnHost(pass, normed).tensor(),
                                 OnHost(pass, ids).tensor(), OnHost(pass, chosen).tensor(),
                                 experts);
    out.putBack(pass, x);
}

} // namespace

void gatedMlp(Pass& pass, const GatedMlpWeights& weights, const Tensor& normed, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor wide = pass.workspace.take({normed.size(0), weights.gate.size(0)});
    pass.backend.swiGlu(wide, normed, weights.gate, weights.up);
    pass.backend.linear(x, wide, weights.down, {.residual = &x});
}

void mixtureOfExperts(Pass& pass, const LanguageConfig& config, const MoeWeights& weights,
                      const std::string& module, const kernels::NormedRows& in) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor& x = in.rows;
    const std::int64_t rows = x.size(0);
    const Tensor normed = pass.workspace.take({rows, x.size(1)});
    const Tensor ids = pass.workspace.take(DType::I32, {rows, config.numExpertsPerTok});
    const Tensor chosen = pass.workspace.take(DType::F32, {rows, config.numExpertsPerTok});
    pass.backend.routeExperts(ids, chosen, normed, in, weights.gate, routing(config, weights));
    pass.show(module + ".gate.ids", ids);
    pass.show(module + ".gate.weights", chosen);
    const kernels::ExpertWeights experts = expertsOf(pass, config, weights);
    runExperts(pass, x, normed, ids, chosen, experts);
    if (weights.shared.gate.rank > 0 && experts.shared == nullptr) {
        gatedMlp(pass, weights.shared, normed, x);
    }
}

} // namespace engine
