// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/language/attention.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace engine {

using kernels::AttentionMask;
using kernels::AttentionParams;
using kernels::KeptRows;
using kernels::NormedRows;
using kernels::RopePairs;
using kernels::Tensor;
using kernels::TurnedHeads;

namespace {

// The latent norm's epsilon is its class default, whatever the config says.
constexpr float kLatentNormEps = 1e-6F;

// One layer's attention in one pass: what every part of it needs.
struct Layer {
    Pass& pass;
    const LanguageConfig& config;
    const AttentionWeights& weights;
    int number;
    const Rows& rows;

    kernels::Backend& backend() const { return pass.backend; }

    Tensor take(std::initializer_list<std::int64_t> shape) const {
        return pass.workspace.take(shape);
    }

    void show(const char* what, const Tensor& output) const {
        pass.show("language.model.layers." + std::to_string(number) + ".self_attn." + what, output);
    }

    AttentionParams causal() const {
        return {AttentionMask::Causal, 1.0F / std::sqrt(static_cast<float>(config.qkHeadDim()))};
    }

    // Of a pass that has one run only: its cache, and the rows in there once the pass is.
    const KvCache& onlyCache() const { return *rows.runs.front().cache; }

    std::int64_t cachedAfter() const { return onlyCache().length() + rows.runs.front().tokens; }
};

// Shape (T, D) seen as one group of keys: (T, 1, D).
Tensor asSingleHead(const Tensor& t) {
    return t.split(1, t.size(1));
}

// Turns queries and keys, and puts what attention keeps of each row into the caches.
void remember(const Layer& layer, const KeptRows& kept, const TurnedHeads& queries,
              RopePairs pairs) {
    std::vector<Tensor> caches;
    for (const Run& run : layer.rows.runs) {
        caches.push_back(run.cache->rows(layer.number, run.cache->capacity()));
    }
    layer.backend().keepRows(caches, kept, queries, layer.rows.positions,
                             {pairs, layer.config.ropeTheta});
}

// out (T, H, Cv) of q (T, H, C): every row against its own timeline, of whose first `count` rows
// lookUp(cache, count) gives keys and values.
template <typename LookUp>
void attendCached(const Layer& layer, const Tensor& q, const Tensor& out, const LookUp& lookUp) {
    const AttentionParams params = layer.causal();
    if (!layer.rows.isStep()) {
        const kernels::Timeline all = lookUp(layer.onlyCache(), layer.cachedAfter());
        return layer.backend().attention(out.asBatch(), q.asBatch(), all.k.asBatch(),
                                         all.v.asBatch(), params);
    }
    std::vector<kernels::Timeline> timelines;
    for (const Run& run : layer.rows.runs) {
        timelines.push_back(lookUp(*run.cache, run.cache->capacity()));
        timelines.back().common = run.common;
    }
    layer.backend().attentionOfTimelines(out, q, timelines, layer.rows.positions, params.scale);
}

void multiHead(const Layer& layer, const NormedRows& in, const Tensor& mixed) {
    const AttentionWeights& weights = layer.weights;
    const std::int64_t count = in.rows.size(0);
    const std::int64_t keyWidth = weights.kProj.size(0);
    const std::int64_t valueWidth = weights.vProj.size(0);
    const std::int64_t headDim = layer.config.qkHeadDim();
    const Tensor q = layer.take({count, weights.qProj.size(0)});
    const Tensor kept = layer.take({count, keyWidth + valueWidth});
    const Tensor k = kept.slice(1, 0, keyWidth);
    const Tensor v = kept.slice(1, keyWidth, valueWidth);
    layer.backend().project(std::array{q, k, v}, in,
                            std::array{weights.qProj, weights.kProj, weights.vProj});
    const Tensor queries = q.split(1, headDim);
    remember(layer, {.rows = kept, .keyHeads = keyWidth / headDim}, {queries, queries},
             RopePairs::HalfSplit);
    layer.show("k_cache", k.split(1, headDim));
    layer.show("v_cache", v.split(1, headDim));

    attendCached(layer, queries, mixed, [&](const KvCache& cache, std::int64_t cached) {
        return kernels::Timeline{cache.keys(layer.number, cached),
                                 cache.values(layer.number, cached)};
    });
}

// kv_b_proj of each head: rows [0, nope) are W_UK, the rest W_UV.
Tensor expansionOfHeads(const Layer& layer) {
    const std::int64_t width = layer.config.qkNopeHeadDim + layer.config.vHeadDim;
    const Tensor& kvB = layer.weights.kvBProj;
    return kvB.reshaped({kvB.size(0) / width, width, layer.config.kvLoraRank});
}

// Queries against the latent cache itself: q·W_UK in latent space, W_UV after the softmax. Cheapest
// for few rows, since the cache is never expanded. unturned (T, H, nope); queries (T, H, R + P), of
// which the last P columns are there.
void absorbed(const Layer& layer, const Tensor& unturned, const Tensor& queries,
              const Tensor& mixed) {
    const std::int64_t rank = layer.config.kvLoraRank;
    const std::int64_t nope = layer.config.qkNopeHeadDim;
    Tensor keyUp = expansionOfHeads(layer).slice(1, 0, nope); // transposed: (H, R, nope)
    std::swap(keyUp.shape[1], keyUp.shape[2]);
    std::swap(keyUp.strides[1], keyUp.strides[2]);
    const Tensor valueUp = expansionOfHeads(layer).slice(1, nope, layer.config.vHeadDim);

    layer.backend().linearPerHead(queries.slice(2, 0, rank), unturned, keyUp);
    const Tensor latentMix = layer.take({queries.size(0), queries.size(1), rank});
    attendCached(layer, queries, latentMix, [&](const KvCache& cache, std::int64_t cached) {
        const Tensor latents = cache.latents(layer.number, cached);
        return kernels::Timeline{asSingleHead(latents), asSingleHead(latents.slice(1, 0, rank))};
    });
    layer.backend().linearPerHead(mixed, latentMix, valueUp);
}

// Keys and values of all cached rows of one timeline expanded per head. Cheapest for many rows,
// since heads are then narrow. queries (T, H, nope + P).
void expanded(const Layer& layer, const Tensor& queries, const Tensor& mixed) {
    const Workspace::Scope scope(layer.pass.workspace);
    const std::int64_t heads = queries.size(1);
    const std::int64_t nope = layer.config.qkNopeHeadDim;
    const std::int64_t ropeDim = layer.config.qkRopeHeadDim;
    const std::int64_t rank = layer.config.kvLoraRank;
    const std::int64_t cached = layer.cachedAfter();
    const Tensor latents = layer.onlyCache().latents(layer.number, cached);
    const Tensor kv = layer.take({cached, layer.weights.kvBProj.size(0)});
    layer.backend().linear(kv, latents.slice(1, 0, rank), layer.weights.kvBProj, {});
    const Tensor perHead = kv.split(1, nope + layer.config.vHeadDim);

    const Tensor keys = layer.take({cached, heads, nope + ropeDim});
    layer.backend().copy(keys.slice(2, 0, nope), perHead.slice(2, 0, nope));
    Tensor sharedKey = asSingleHead(latents.slice(1, rank, ropeDim));
    sharedKey.shape[1] = heads; // the one rotary key serves every head
    sharedKey.strides[1] = 0;
    layer.backend().copy(keys.slice(2, nope, ropeDim), sharedKey);
    layer.backend().attention(mixed.asBatch(), queries.asBatch(), keys.asBatch(),
                              perHead.slice(2, nope, layer.config.vHeadDim).asBatch(),
                              layer.causal());
}

// Always for a step, of which every row has a timeline of its own.
bool isAbsorbedCheaper(const Layer& layer) {
    const LanguageConfig& config = layer.config;
    const double rank = config.kvLoraRank;
    const double up = config.qkNopeHeadDim + config.vHeadDim; // width that kv_b expands to
    const double rope = config.qkRopeHeadDim;
    const auto asking = static_cast<double>(layer.rows.runs.front().tokens);
    const auto keys = static_cast<double>(layer.cachedAfter());
    const double absorbedCost = asking * keys * (2 * rank + rope) + asking * rank * up;
    const double expandedCost = asking * keys * (up + rope) + keys * rank * up;
    return layer.rows.isStep() || absorbedCost < expandedCost;
}

void latent(const Layer& layer, const NormedRows& in, const Tensor& mixed) {
    const AttentionWeights& weights = layer.weights;
    const std::int64_t count = in.rows.size(0);
    const std::int64_t rank = layer.config.kvLoraRank;
    const std::int64_t nope = layer.config.qkNopeHeadDim;
    const std::int64_t ropeDim = layer.config.qkRopeHeadDim;
    const Tensor q = layer.take({count, weights.qProj.size(0)});
    const Tensor compressed = layer.take({count, rank + ropeDim});
    layer.backend().project(std::array{q, compressed}, in,
                            std::array{weights.qProj, weights.kvAProj});
    const Tensor queries = q.split(1, layer.config.qkHeadDim());
    const Tensor positional = queries.slice(2, nope, ropeDim);
    const bool isAbsorbed = isAbsorbedCheaper(layer);
    const Tensor wide = layer.take({isAbsorbed ? count : 0, queries.size(1), rank + ropeDim});
    remember(layer,
             {.rows = compressed,
              .latentNorm = &weights.kvANorm,
              .latentEps = kLatentNormEps,
              .keyHeads = 1},
             {isAbsorbed ? wide.slice(2, rank, ropeDim) : positional, positional},
             RopePairs::Interleaved);
    layer.show("kv_cache", compressed);

    if (isAbsorbed) {
        absorbed(layer, queries.slice(2, 0, nope), wide, mixed);
    } else {
        expanded(layer, queries, mixed);
    }
}

} // namespace

void attend(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
            const Rows& rows, const NormedRows& in) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor joined = pass.workspace.take({in.rows.size(0), weights.oProj.size(1)});
    const auto form = config.useMla ? latent : multiHead;
    form({pass, config, weights, layer, rows}, in, joined.split(1, config.valueHeadDim()));
    pass.backend.linear(in.rows, joined, weights.oProj, {.residual = &in.rows});
}

} // namespace engine
