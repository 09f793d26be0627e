// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The language model: decoder layers over embedded rows, and the logits of chosen rows. Rows of
// several timelines may share a pass. Functions over weights; one session's thread.
#pragma once

#include "engine/language/attention.h"
#include "engine/model_config.h"
#include "engine/pass.h"
#include "engine/weights.h"

#include <span>

namespace engine {

// Runs x (T, D), embedded rows of the runs in order, through all layers in place; afterwards x is
// the last layer's output before the final norm and every cache has grown by its run. Looks at the
// stop token before each layer: false when stopped, and then no cache has grown.
// modeling_deepseek.py: DeepseekV2Model.forward
bool decode(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            std::span<const Run> runs, const kernels::Tensor& x);

// logits (T, V) F32 of hidden (T, D). modeling_deepseek.py: DeepseekV2ForCausalLM.forward
void logits(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            const kernels::Tensor& hidden, const kernels::Tensor& out);

} // namespace engine
