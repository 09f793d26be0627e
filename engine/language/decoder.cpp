// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/language/decoder.h"

#include "engine/language/moe.h"

#include <string>
#include <vector>

namespace engine {

using kernels::DType;
using kernels::Tensor;

namespace {

// modeling_deepseek.py: DeepseekV2DecoderLayer.forward
void runLayer(Pass& pass, const LanguageConfig& config, const LayerWeights& weights, int layer,
              const Rows& rows, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const std::string module = "language.model.layers." + std::to_string(layer);
    const auto eps = static_cast<float>(config.rmsNormEps);
    attend(pass, config, weights.attention, layer, rows, {x, weights.inputNorm, eps});
    pass.show(module + ".self_attn", x);

    if (config.isMoeLayer(layer)) {
        mixtureOfExperts(pass, config, weights.moe, module + ".mlp",
                         {x, weights.postAttentionNorm, eps});
    } else {
        const Tensor normed = pass.workspace.take({x.size(0), x.size(1)});
        pass.backend.rmsNorm(normed, x, weights.postAttentionNorm, eps);
        gatedMlp(pass, weights.mlp, normed, x);
    }
    pass.show(module, x);
}

} // namespace

Rows nextRows(Pass& pass, std::span<const Run> runs) {
    std::vector<std::int32_t> host;
    for (const Run& run : runs) {
        for (std::int64_t t = 0; t < run.tokens; ++t) {
            host.push_back(static_cast<std::int32_t>(run.cache->length() + t));
        }
    }
    const Tensor positions =
        pass.workspace.take(DType::I32, {static_cast<std::int64_t>(host.size())});
    pass.backend.upload(positions, host.data());
    return {runs, positions};
}

bool decode(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            const Rows& rows, const Tensor& x) {
    for (int layer = 0; layer < config.numHiddenLayers; ++layer) {
        if (pass.stopped()) {
            return false;
        }
        runLayer(pass, config, weights.layers[static_cast<std::size_t>(layer)], layer, rows, x);
    }
    return true;
}

void logits(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            const Tensor& hidden, const Tensor& out) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor normed = pass.workspace.take({hidden.size(0), hidden.size(1)});
    pass.backend.rmsNorm(normed, hidden, weights.norm, static_cast<float>(config.rmsNormEps));
    pass.show("language.model.norm", normed);
    // Logits of several looks add up, as the logarithms of what independent witnesses find likely.
    for (std::int64_t first = 0; first < normed.size(0); first += out.size(0)) {
        pass.backend.linear(out, normed.slice(0, first, out.size(0)), weights.lmHead,
                            {.residual = first == 0 ? nullptr : &out});
    }
    pass.show("language.lm_head", out);
}

} // namespace engine
