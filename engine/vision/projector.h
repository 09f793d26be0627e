// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The adaptor from vision features to the language model's width: 2×2 unfold and an MLP.
// Functions over weights; one session's thread.
#pragma once

#include "engine/pass.h"
#include "engine/weights.h"

#include <vector>

namespace engine {

// out (B, m², D) from features (B, patches, W), m = tokens per side.
// modeling_deepseek_vl_v2.py: MlpProjector.forward, "downsample_mlp_gelu"
void project(Pass& pass, const std::vector<ProjectorLayer>& layers, const kernels::Tensor& features,
             const kernels::Tensor& out);

} // namespace engine
