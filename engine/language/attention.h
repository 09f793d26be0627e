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

// A timeline that a pass continues.
struct Run {
    KvCache* cache = nullptr;
    std::int64_t tokens = 0; // of the pass
    std::int64_t common = 0; // so many first rows of the cache equal those of the run before
};

// The rows of a pass: the next ones of one timeline, or the next one of each of several.
struct Rows {
    std::span<const Run> runs;
    kernels::Tensor positions; // (T, I32): where each stands in its timeline

    // Of a step, nothing is looked at but what lies in tensors, so that it can be repeated.
    bool isStep() const { return runs.size() > 1 || runs.front().tokens == 1; }
};

// in.rows (T, D) += o_proj(attention(norm of in)). Writes the layer's part of the caches, which
// must have room; their lengths are advanced by the caller after the last layer.
// modeling_deepseek.py: DeepseekV2Attention.forward, LlamaAttention
void attend(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
            const Rows& rows, const kernels::NormedRows& in);

} // namespace engine
