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

// (T, I32): each row's place in its own timeline.
Tensor positionsOf(Pass& pass, std::span<const Run> runs, std::int64_t rows) {
    std::vector<std::int32_t> host;
    host.reserve(static_cast<std::size_t>(rows));
    for (const Run& run : runs) {
        for (std::int64_t t = 0; t < run.tokens; ++t) {
            host.push_back(static_cast<std::int32_t>(run.cache->length() + t));
        }
    }
    const Tensor positions = pass.workspace.take(DType::I32, {rows});
    pass.backend.upload(positions, host.data());
    return positions;
}

// modeling_deepseek.py: DeepseekV2DecoderLayer.forward
void runLayer(Pass& pass, const LanguageConfig& config, const LayerWeights& weights, int layer,
              std::span<const Run> runs, const Tensor& positions, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const std::string module = "language.model.layers." + std::to_string(layer);
    const auto eps = static_cast<float>(config.rmsNormEps);
    const Tensor normed = pass.workspace.take({x.size(0), x.size(1)});
    pass.backend.rmsNorm(normed, x, weights.inputNorm, eps);
    attend(pass, config, weights.attention, layer, runs, positions, normed, x);
    pass.show(module + ".self_attn", x);

    pass.backend.rmsNorm(normed, x, weights.postAttentionNorm, eps);
    if (config.isMoeLayer(layer)) {
        mixtureOfExperts(pass, config, weights.moe, module + ".mlp", normed, x);
    } else {
        gatedMlp(pass, weights.mlp, normed, x);
    }
    pass.show(module, x);
}

} // namespace

bool decode(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            std::span<const Run> runs, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor positions = positionsOf(pass, runs, x.size(0));
    for (const Run& run : runs) {
        run.cache->reserve(run.cache->length() + run.tokens);
    }
    for (int layer = 0; layer < config.numHiddenLayers; ++layer) {
        if (pass.stopped()) {
            return false;
        }
        runLayer(pass, config, weights.layers[static_cast<std::size_t>(layer)], layer, runs,
                 positions, x);
    }
    for (const Run& run : runs) {
        run.cache->advance(run.tokens);
    }
    return true;
}

void logits(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            const Tensor& hidden, const Tensor& out) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor normed = pass.workspace.take({hidden.size(0), hidden.size(1)});
    pass.backend.rmsNorm(normed, hidden, weights.norm, static_cast<float>(config.rmsNormEps));
    pass.show("language.model.norm", normed);
    pass.backend.linear(out, normed, weights.lmHead, {});
    pass.show("language.lm_head", out);
}

} // namespace engine
