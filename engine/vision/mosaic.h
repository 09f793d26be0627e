// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From one picture to the rows that stand for it in the prompt: tiles through tower and adaptor,
// then laid out line by line with the learned line ends and the separator between the views.
// Functions over weights; one session's thread.
#pragma once

#include "engine/model_config.h"
#include "engine/pass.h"
#include "engine/vision/tiling.h"
#include "engine/weights.h"

namespace engine {

// vectors (B, m², D) of tiles (B, edge, edge, 3) U8. Runs as many tiles at once as so many bytes of
// scratch memory hold, one at least. False when stopped.
bool embedTiles(Pass& pass, const ModelConfig& config, const Weights& weights,
                std::int64_t scratchBytes, const kernels::Tensor& tiles,
                const kernels::Tensor& vectors);

// rows (plan.tokens, D) of one picture from the vectors (distinctTiles, m², D) of its tiles.
// modeling_deepseek_vl_v2.py: prepare_inputs_embeds, tile_tag "2D"
void layOutMosaic(Pass& pass, const ModelConfig& config, const Weights& weights,
                  const ImagePlan& plan, const kernels::Tensor& vectors,
                  const kernels::Tensor& rows);

} // namespace engine
