// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/siglip.h"

#include <cmath>
#include <string>

namespace engine {

using kernels::Activation;
using kernels::Tensor;

namespace {

constexpr float kNormEps = 1e-6F;

// siglip_vit.py: PatchEmbed.forward and the position embedding
void embedPatches(Pass& pass, const ModelConfig& config, const VisionWeights& weights,
                  const Tensor& tiles, const Tensor& out) {
    const Workspace::Scope scope(pass.workspace);
    const std::int64_t count = tiles.size(0);
    const std::int64_t patches = config.vision.patches();
    const Tensor patchPixels = pass.workspace.take({count * patches, weights.patchWeight.size(1)});
    pass.backend.patchify(patchPixels, tiles, config.imageMean, config.imageStd);
    const Tensor positions = pass.workspace.take({patches, config.vision.width});
    pass.backend.copy(positions, weights.posEmbed);
    for (std::int64_t tile = 0; tile < count; ++tile) {
        const Tensor rows = out.slice(0, tile, 1).reshaped({patches, config.vision.width});
        pass.backend.linear(rows, patchPixels.slice(0, tile * patches, patches),
                            weights.patchWeight,
                            {.bias = &weights.patchBias, .residual = &positions});
    }
}

// x (B·patches, W) += attention of each tile over itself. siglip_vit.py: Attention.forward
void attend(Pass& pass, const VisionConfig& config, const VisionBlockWeights& block,
            const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const std::int64_t rows = x.size(0);
    const std::int64_t tiles = rows / config.patches();
    const Tensor normed = pass.workspace.take({rows, config.width});
    pass.backend.layerNorm(normed, x, block.norm1Weight, block.norm1Bias, kNormEps);
    const Tensor qkv = pass.workspace.take({rows, std::int64_t{3} * config.width});
    pass.backend.linear(qkv, normed, block.qkvWeight, {.bias = &block.qkvBias});

    const Tensor perTile = qkv.reshaped({tiles, config.patches(), std::int64_t{3} * config.width});
    const auto part = [&](int index) {
        return perTile.slice(2, std::int64_t{index} * config.width, config.width)
            .split(2, config.headSize());
    };
    const Tensor mixed =
        normed.reshaped({tiles, config.patches(), config.heads, config.headSize()});
    pass.backend.attention(mixed, part(0), part(1), part(2),
                           {.scale = 1.0F / std::sqrt(static_cast<float>(config.headSize()))});
    pass.backend.linear(x, normed, block.projWeight, {.bias = &block.projBias, .residual = &x});
}

// x += fc2(gelu(fc1(norm(x)))). siglip_vit.py: Block.forward
void transform(Pass& pass, const VisionConfig& config, const VisionBlockWeights& block,
               const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor normed = pass.workspace.take({x.size(0), config.width});
    pass.backend.layerNorm(normed, x, block.norm2Weight, block.norm2Bias, kNormEps);
    const Tensor wide = pass.workspace.take({x.size(0), config.mlpWidth});
    pass.backend.linear(wide, normed, block.fc1Weight,
                        {.bias = &block.fc1Bias, .activation = Activation::GeluTanh});
    pass.backend.linear(x, wide, block.fc2Weight, {.bias = &block.fc2Bias, .residual = &x});
}

} // namespace

bool encodeTiles(Pass& pass, const ModelConfig& config, const VisionWeights& weights,
                 const Tensor& tiles, const Tensor& out) {
    embedPatches(pass, config, weights, tiles, out);
    pass.show("vision.patch_embed", out);
    const Tensor x =
        out.reshaped({tiles.size(0) * config.vision.patches(), std::int64_t{config.vision.width}});
    for (std::size_t i = 0; i < weights.blocks.size(); ++i) {
        if (pass.stopped()) {
            return false;
        }
        attend(pass, config.vision, weights.blocks[i], x);
        transform(pass, config.vision, weights.blocks[i], x);
        pass.show("vision.blocks." + std::to_string(i), out);
    }
    pass.backend.layerNorm(x, x, weights.normWeight, weights.normBias, kNormEps);
    pass.show("vision.norm", out);
    return true;
}

} // namespace engine
