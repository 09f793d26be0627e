// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attention of one decoder layer: plain multi-head (Tiny) and multi-head latent (Small, Base,
// Nano). Functions over weights; one session's thread.
#pragma once

#include "engine/language/kv_cache.h"
#include "engine/model_config.h"
#include "engine/pass.h"
#include "engine/weights.h"

#include <span>

namespace engine {

// Rows of a pass that belong to one timeline: `tokens` of them, appended to its cache.
struct Run {
    KvCache* cache = nullptr;
    std::int64_t tokens = 0;
    std::int64_t common = 0; // so many first rows of the cache equal those of the run before
};

// x (T, D) += o_proj(attention(normed (T, D))). The rows belong to the runs in order; positions
// (T, I32) are those of the rows in their timelines. Writes the layer's part of the caches, which
// must have room; their lengths are advanced by the caller after the last layer.
// modeling_deepseek.py: DeepseekV2Attention.forward, LlamaAttention
void attend(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
            std::span<const Run> runs, const kernels::Tensor& positions,
            const kernels::Tensor& normed, const kernels::Tensor& x);

} // namespace engine
