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

// The next rows of these timelines.
Rows nextRows(Pass& pass, std::span<const Run> runs);

// Runs x (T, D), embedded rows, through all layers in place; afterwards x is the last layer's
// output before the final norm. The caches must have room, and are advanced by the caller. Looks at
// the stop token before each layer: false when stopped. modeling_deepseek.py:
// DeepseekV2Model.forward
bool decode(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            const Rows& rows, const kernels::Tensor& x);

// logits (T, V) F32 of hidden (looks · T, D), the sums over all looks. modeling_deepseek.py:
// DeepseekV2ForCausalLM.forward
void logits(Pass& pass, const LanguageConfig& config, const LanguageWeights& weights,
            const kernels::Tensor& hidden, const kernels::Tensor& out);

} // namespace engine
