// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The feed-forward half of a decoder layer: one gated MLP, or routed experts beside shared ones.
// Functions over weights; one session's thread.
#pragma once

#include "engine/model_config.h"
#include "engine/pass.h"
#include "engine/weights.h"

#include <string>

namespace engine {

// x (T, D) += down(silu(gate(normed)) ⊙ up(normed)). modeling_deepseek.py: DeepseekV2MLP.forward
void gatedMlp(Pass& pass, const GatedMlpWeights& weights, const kernels::Tensor& normed,
              const kernels::Tensor& x);

// in.rows (T, D) += (shared + Σ chosen experts)(norm of in).
// modeling_deepseek.py: DeepseekV2MoE.forward
void mixtureOfExperts(Pass& pass, const LanguageConfig& config, const MoeWeights& weights,
                      const std::string& module, const kernels::NormedRows& in);

} // namespace engine
