// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The vision tower: SigLIP SO400M/14 on 384-pixel tiles, all blocks, final norm applied.
// Functions over weights; one session's thread.
#pragma once

#include "engine/model_config.h"
#include "engine/pass.h"
#include "engine/weights.h"

namespace engine {

// out (B, patches, W) = features of tiles (B, edge, edge, 3) U8. False when stopped; the outputs
// are then undefined. siglip_vit.py: VisionTransformer.forward_features
bool encodeTiles(Pass& pass, const ModelConfig& config, const VisionWeights& weights,
                 const kernels::Tensor& tiles, const kernels::Tensor& out);

} // namespace engine
