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
using kernels::RopePairs;
using kernels::Tensor;

namespace {

// The latent norm's epsilon is its class default, whatever the config says.
constexpr float kLatentNormEps = 1e-6F;

AttentionParams causal(const LanguageConfig& config) {
    return {AttentionMask::Causal, 1.0F / std::sqrt(static_cast<float>(config.qkHeadDim()))};
}

// Shape (T, D) seen as one group of keys: (T, 1, D).
Tensor asSingleHead(const Tensor& t) {
    return t.split(1, t.size(1));
}

std::string moduleName(int layer) {
    return "language.model.layers." + std::to_string(layer) + ".self_attn.";
}

// Rows of the only run's cache once the pass is in it.
std::int64_t cachedAfter(const Rows& rows) {
    return rows.runs.front().cache->length() + rows.runs.front().tokens;
}

// Puts what attention keeps of each row (T, W) into the caches.
void remember(Pass& pass, int layer, const Rows& rows, const Tensor& kept) {
    std::vector<Tensor> caches;
    for (const Run& run : rows.runs) {
        caches.push_back(run.cache->rows(layer, run.cache->capacity()));
    }
    pass.backend.writeRows(caches, kept, rows.positions);
}

// out (T, H, Cv) of q (T, H, C): every row against its own timeline, of whose first `count` rows
// lookUp(cache, count) gives keys and values.
template <typename LookUp>
void attendCached(Pass& pass, const LanguageConfig& config, const Rows& rows, const Tensor& q,
                  const Tensor& out, const LookUp& lookUp) {
    const AttentionParams params = causal(config);
    if (!rows.isStep()) {
        const kernels::Timeline all = lookUp(*rows.runs.front().cache, cachedAfter(rows));
        return pass.backend.attention(out.asBatch(), q.asBatch(), all.k.asBatch(), all.v.asBatch(),
                                      params);
    }
    std::vector<kernels::Timeline> timelines;
    for (const Run& run : rows.runs) {
        timelines.push_back(lookUp(*run.cache, run.cache->capacity()));
        timelines.back().common = run.common;
    }
    pass.backend.attentionOfTimelines(out, q, timelines, rows.positions, params.scale);
}

void multiHead(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
               const Rows& rows, const Tensor& normed, const Tensor& mixed) {
    const std::int64_t queryWidth = weights.qProj.size(0);
    const std::int64_t keyWidth = weights.kProj.size(0);
    const std::int64_t valueWidth = weights.vProj.size(0);
    const std::int64_t headDim = config.qkHeadDim();
    // Beside each other, so that one call turns queries and keys, and one keeps keys and values.
    const Tensor joined = pass.workspace.take({normed.size(0), queryWidth + keyWidth + valueWidth});
    const Tensor q = joined.slice(1, 0, queryWidth);
    const Tensor k = joined.slice(1, queryWidth, keyWidth);
    const Tensor v = joined.slice(1, queryWidth + keyWidth, valueWidth);
    pass.backend.project(std::array{q, k, v}, normed,
                         std::array{weights.qProj, weights.kProj, weights.vProj});
    pass.backend.rope(joined.slice(1, 0, queryWidth + keyWidth).split(1, headDim), rows.positions,
                      {RopePairs::HalfSplit, config.ropeTheta});

    pass.show(moduleName(layer) + "k_cache", k.split(1, headDim));
    pass.show(moduleName(layer) + "v_cache", v.split(1, headDim));

    remember(pass, layer, rows, joined.slice(1, queryWidth, keyWidth + valueWidth));
    attendCached(pass, config, rows, q.split(1, headDim), mixed,
                 [&](const KvCache& cache, std::int64_t count) {
                     return kernels::Timeline{cache.keys(layer, count), cache.values(layer, count)};
                 });
}

// Queries against the latent cache itself: q·W_UK in latent space, W_UV after the softmax. Cheapest
// for few rows, since the cache is never expanded.
void absorbed(Pass& pass, const LanguageConfig& config, const Tensor& kvB, int layer,
              const Rows& rows, const Tensor& queries, const Tensor& mixed) {
    const std::int64_t rank = config.kvLoraRank;
    const std::int64_t nope = config.qkNopeHeadDim;
    const std::int64_t ropeDim = config.qkRopeHeadDim;
    const std::int64_t count = queries.size(0);
    const std::int64_t heads = queries.size(1);
    // kv_b_proj per head: rows [0, nope) are W_UK, the rest W_UV.
    const Tensor perHead = kvB.reshaped({heads, nope + config.vHeadDim, rank});
    Tensor keyUp = perHead.slice(1, 0, nope); // (H, nope, R), used transposed: (H, R, nope)
    std::swap(keyUp.shape[1], keyUp.shape[2]);
    std::swap(keyUp.strides[1], keyUp.strides[2]);
    const Tensor valueUp = perHead.slice(1, nope, config.vHeadDim);

    const Tensor wideQueries = pass.workspace.take({count, heads, rank + ropeDim});
    pass.backend.linearPerHead(wideQueries.slice(2, 0, rank), queries.slice(2, 0, nope), keyUp);
    pass.backend.copy(wideQueries.slice(2, rank, ropeDim), queries.slice(2, nope, ropeDim));
    const Tensor latentMix = pass.workspace.take({count, heads, rank});
    attendCached(pass, config, rows, wideQueries, latentMix,
                 [&](const KvCache& cache, std::int64_t cached) {
                     const Tensor latents = cache.latents(layer, cached);
                     return kernels::Timeline{asSingleHead(latents),
                                              asSingleHead(latents.slice(1, 0, rank))};
                 });
    pass.backend.linearPerHead(mixed, latentMix, valueUp);
}

// Keys and values of all cached rows of one timeline expanded per head. Cheapest for many rows,
// since heads are then narrow.
void expanded(Pass& pass, const LanguageConfig& config, const Tensor& kvB, int layer,
              const Rows& rows, const Tensor& queries, const Tensor& mixed) {
    const Workspace::Scope scope(pass.workspace);
    const std::int64_t heads = queries.size(1);
    const std::int64_t nope = config.qkNopeHeadDim;
    const std::int64_t ropeDim = config.qkRopeHeadDim;
    const std::int64_t cached = cachedAfter(rows);
    const Tensor latents = rows.runs.front().cache->latents(layer, cached);
    const Tensor kv = pass.workspace.take({cached, kvB.size(0)});
    pass.backend.linear(kv, latents.slice(1, 0, config.kvLoraRank), kvB, {});
    const Tensor perHead = kv.split(1, nope + config.vHeadDim);

    const Tensor keys = pass.workspace.take({cached, heads, nope + ropeDim});
    pass.backend.copy(keys.slice(2, 0, nope), perHead.slice(2, 0, nope));
    Tensor sharedKey = asSingleHead(latents.slice(1, config.kvLoraRank, ropeDim));
    sharedKey.shape[1] = heads; // the one rotary key serves every head
    sharedKey.strides[1] = 0;
    pass.backend.copy(keys.slice(2, nope, ropeDim), sharedKey);
    pass.backend.attention(mixed.asBatch(), queries.asBatch(), keys.asBatch(),
                           perHead.slice(2, nope, config.vHeadDim).asBatch(), causal(config));
}

// Always for a step, of which every row has a timeline of its own.
bool isAbsorbedCheaper(const LanguageConfig& config, const Rows& rows) {
    const double rank = config.kvLoraRank;
    const double up = config.qkNopeHeadDim + config.vHeadDim; // width that kv_b expands to
    const double rope = config.qkRopeHeadDim;
    const auto asking = static_cast<double>(rows.runs.front().tokens);
    const auto keys = static_cast<double>(cachedAfter(rows));
    const double absorbedCost = asking * keys * (2 * rank + rope) + asking * rank * up;
    const double expandedCost = asking * keys * (up + rope) + keys * rank * up;
    return rows.isStep() || absorbedCost < expandedCost;
}

void latent(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
            const Rows& rows, const Tensor& normed, const Tensor& mixed) {
    const std::int64_t count = normed.size(0);
    const std::int64_t rank = config.kvLoraRank;
    const std::int64_t ropeDim = config.qkRopeHeadDim;
    const Tensor q = pass.workspace.take({count, weights.qProj.size(0)});
    const Tensor compressed = pass.workspace.take({count, rank + ropeDim});
    pass.backend.project(std::array{q, compressed}, normed,
                         std::array{weights.qProj, weights.kvAProj});
    const Tensor queries = q.split(1, config.qkHeadDim());
    const Tensor latents = compressed.slice(1, 0, rank);
    pass.backend.rmsNorm(latents, latents, weights.kvANorm, kLatentNormEps);
    pass.backend.rope(queries.slice(2, config.qkNopeHeadDim, ropeDim), rows.positions,
                      {RopePairs::Interleaved, config.ropeTheta});
    pass.backend.rope(asSingleHead(compressed.slice(1, rank, ropeDim)), rows.positions,
                      {RopePairs::Interleaved, config.ropeTheta});

    pass.show(moduleName(layer) + "kv_cache", compressed);

    remember(pass, layer, rows, compressed);
    const auto form = isAbsorbedCheaper(config, rows) ? absorbed : expanded;
    form(pass, config, weights.kvBProj, layer, rows, queries, mixed);
}

} // namespace

void attend(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
            const Rows& rows, const Tensor& normed, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor joined = pass.workspace.take({normed.size(0), weights.oProj.size(1)});
    const Tensor mixed = joined.split(1, config.valueHeadDim());
    const auto form = config.useMla ? latent : multiHead;
    form(pass, config, weights, layer, rows, normed, mixed);
    pass.backend.linear(x, joined, weights.oProj, {.residual = &x});
}

} // namespace engine
