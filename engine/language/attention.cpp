// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/language/attention.h"

#include <algorithm>
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

// Calls body(run, first row of the run, cached rows once the run is in) for every run.
template <typename Body>
void forEachRun(std::span<const Run> runs, Body body) {
    std::int64_t first = 0;
    for (const Run& run : runs) {
        body(run, first, run.cache->length() + run.tokens);
        first += run.tokens;
    }
}

// Timelines that begin alike with fewer rows than this gain nothing from being read together.
constexpr std::int64_t kLeastCommon = 64;

// The first runs whose timelines begin alike; at least one.
struct Company {
    std::size_t count = 1;
    std::int64_t common = 0;
};

Company companyOf(std::span<const Run> runs) {
    Company company;
    for (; company.count < runs.size(); ++company.count) {
        const std::int64_t known = runs[company.count].common;
        const std::int64_t common = company.count > 1 ? std::min(company.common, known) : known;
        if (common < kLeastCommon) {
            break;
        }
        company.common = common;
    }
    return company;
}

// out (T, H, Cv) of q (T, H, C): every row against its own timeline, of which lookUp(run, cached)
// gives keys and values.
template <typename LookUp>
void attendCached(Pass& pass, const LanguageConfig& config, std::span<const Run> runs,
                  const Tensor& q, const Tensor& out, const LookUp& lookUp) {
    const AttentionParams params = causal(config);
    const bool isStep =
        std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.tokens == 1; });
    if (!isStep || runs.size() == 1) {
        forEachRun(runs, [&](const Run& run, std::int64_t first, std::int64_t cached) {
            const auto [k, v] = lookUp(run, cached);
            pass.backend.attention(out.slice(0, first, run.tokens).asBatch(),
                                   q.slice(0, first, run.tokens).asBatch(), k.asBatch(),
                                   v.asBatch(), params);
        });
        return;
    }
    std::int64_t row = 0;
    while (!runs.empty()) {
        const Company company = companyOf(runs);
        std::vector<kernels::KeysAndValues> timelines;
        for (const Run& run : runs.first(company.count)) {
            timelines.push_back(lookUp(run, run.cache->length() + 1));
        }
        const auto count = static_cast<std::int64_t>(company.count);
        pass.backend.attentionOfTimelines(out.slice(0, row, count), q.slice(0, row, count),
                                          timelines, company.common, params.scale);
        runs = runs.subspan(company.count);
        row += count;
    }
}

void multiHead(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
               std::span<const Run> runs, const Tensor& positions, const Tensor& normed,
               const Tensor& mixed) {
    const std::int64_t rows = normed.size(0);
    const std::int64_t headDim = config.qkHeadDim();
    const Tensor q = pass.workspace.take({rows, weights.qProj.size(0)});
    const Tensor k = pass.workspace.take({rows, weights.kProj.size(0)});
    const Tensor v = pass.workspace.take({rows, weights.vProj.size(0)});
    pass.backend.linear(q, normed, weights.qProj, {});
    pass.backend.linear(k, normed, weights.kProj, {});
    pass.backend.linear(v, normed, weights.vProj, {});
    const Tensor queries = q.split(1, headDim);
    const Tensor keys = k.split(1, headDim);
    const Tensor values = v.split(1, headDim);
    pass.backend.rope(queries, positions, {RopePairs::HalfSplit, config.ropeTheta});
    pass.backend.rope(keys, positions, {RopePairs::HalfSplit, config.ropeTheta});

    pass.show(moduleName(layer) + "k_cache", keys);
    pass.show(moduleName(layer) + "v_cache", values);

    forEachRun(runs, [&](const Run& run, std::int64_t first, std::int64_t cached) {
        const Tensor allKeys = run.cache->keys(layer, cached);
        const Tensor allValues = run.cache->values(layer, cached);
        pass.backend.copy(allKeys.slice(0, cached - run.tokens, run.tokens),
                          keys.slice(0, first, run.tokens));
        pass.backend.copy(allValues.slice(0, cached - run.tokens, run.tokens),
                          values.slice(0, first, run.tokens));
    });
    attendCached(pass, config, runs, queries, mixed, [&](const Run& run, std::int64_t cached) {
        return kernels::KeysAndValues{run.cache->keys(layer, cached),
                                      run.cache->values(layer, cached)};
    });
}

// Queries against the latent cache itself: q·W_UK in latent space, W_UV after the softmax. Cheapest
// for few rows, since the cache is never expanded.
void absorbed(Pass& pass, const LanguageConfig& config, const Tensor& kvB, int layer,
              std::span<const Run> runs, const Tensor& queries, const Tensor& mixed) {
    const std::int64_t rank = config.kvLoraRank;
    const std::int64_t nope = config.qkNopeHeadDim;
    const std::int64_t ropeDim = config.qkRopeHeadDim;
    const std::int64_t rows = queries.size(0);
    const std::int64_t heads = queries.size(1);
    // kv_b_proj per head: rows [0, nope) are W_UK, the rest W_UV.
    const Tensor perHead = kvB.reshaped({heads, nope + config.vHeadDim, rank});
    Tensor keyUp = perHead.slice(1, 0, nope); // (H, nope, R), used transposed: (H, R, nope)
    std::swap(keyUp.shape[1], keyUp.shape[2]);
    std::swap(keyUp.strides[1], keyUp.strides[2]);
    const Tensor valueUp = perHead.slice(1, nope, config.vHeadDim);

    const Tensor wideQueries = pass.workspace.take({rows, heads, rank + ropeDim});
    pass.backend.linearPerHead(wideQueries.slice(2, 0, rank), queries.slice(2, 0, nope), keyUp);
    pass.backend.copy(wideQueries.slice(2, rank, ropeDim), queries.slice(2, nope, ropeDim));
    const Tensor latentMix = pass.workspace.take({rows, heads, rank});
    attendCached(pass, config, runs, wideQueries, latentMix,
                 [&](const Run& run, std::int64_t cached) {
                     const Tensor latents = run.cache->latents(layer, cached);
                     return kernels::KeysAndValues{asSingleHead(latents),
                                                   asSingleHead(latents.slice(1, 0, rank))};
                 });
    pass.backend.linearPerHead(mixed, latentMix, valueUp);
}

// Keys and values of all cached rows expanded per head. Cheapest for many rows, since heads are
// then narrow.
void expanded(Pass& pass, const LanguageConfig& config, const Tensor& kvB, int layer,
              std::span<const Run> runs, const Tensor& queries, const Tensor& mixed) {
    const std::int64_t heads = queries.size(1);
    const std::int64_t nope = config.qkNopeHeadDim;
    const std::int64_t ropeDim = config.qkRopeHeadDim;
    forEachRun(runs, [&](const Run& run, std::int64_t first, std::int64_t cached) {
        const Workspace::Scope scope(pass.workspace);
        const Tensor latents = run.cache->latents(layer, cached);
        const Tensor kv = pass.workspace.take({cached, kvB.size(0)});
        pass.backend.linear(kv, latents.slice(1, 0, config.kvLoraRank), kvB, {});
        const Tensor perHead = kv.split(1, nope + config.vHeadDim);

        const Tensor keys = pass.workspace.take({cached, heads, nope + ropeDim});
        pass.backend.copy(keys.slice(2, 0, nope), perHead.slice(2, 0, nope));
        Tensor sharedKey = asSingleHead(latents.slice(1, config.kvLoraRank, ropeDim));
        sharedKey.shape[1] = heads; // the one rotary key serves every head
        sharedKey.strides[1] = 0;
        pass.backend.copy(keys.slice(2, nope, ropeDim), sharedKey);
        pass.backend.attention(mixed.slice(0, first, run.tokens).asBatch(),
                               queries.slice(0, first, run.tokens).asBatch(), keys.asBatch(),
                               perHead.slice(2, nope, config.vHeadDim).asBatch(), causal(config));
    });
}

// One form serves all runs: together they are either a prefill or a step of decoding.
bool isAbsorbedCheaper(const LanguageConfig& config, std::span<const Run> runs) {
    const double rank = config.kvLoraRank;
    const double up = config.qkNopeHeadDim + config.vHeadDim; // width that kv_b expands to
    const double rope = config.qkRopeHeadDim;
    double absorbedCost = 0;
    double expandedCost = 0;
    forEachRun(runs, [&](const Run& run, std::int64_t, std::int64_t cached) {
        const auto rows = static_cast<double>(run.tokens);
        const auto keys = static_cast<double>(cached);
        absorbedCost += rows * keys * (2 * rank + rope) + rows * rank * up;
        expandedCost += rows * keys * (up + rope) + keys * rank * up;
    });
    return absorbedCost < expandedCost;
}

void latent(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
            std::span<const Run> runs, const Tensor& positions, const Tensor& normed,
            const Tensor& mixed) {
    const std::int64_t rows = normed.size(0);
    const std::int64_t rank = config.kvLoraRank;
    const std::int64_t ropeDim = config.qkRopeHeadDim;
    const Tensor q = pass.workspace.take({rows, weights.qProj.size(0)});
    const Tensor compressed = pass.workspace.take({rows, rank + ropeDim});
    pass.backend.linear(q, normed, weights.qProj, {});
    pass.backend.linear(compressed, normed, weights.kvAProj, {});
    const Tensor queries = q.split(1, config.qkHeadDim());
    const Tensor latents = compressed.slice(1, 0, rank);
    pass.backend.rmsNorm(latents, latents, weights.kvANorm, kLatentNormEps);
    pass.backend.rope(queries.slice(2, config.qkNopeHeadDim, ropeDim), positions,
                      {RopePairs::Interleaved, config.ropeTheta});
    pass.backend.rope(asSingleHead(compressed.slice(1, rank, ropeDim)), positions,
                      {RopePairs::Interleaved, config.ropeTheta});

    pass.show(moduleName(layer) + "kv_cache", compressed);

    forEachRun(runs, [&](const Run& run, std::int64_t first, std::int64_t cached) {
        pass.backend.copy(
            run.cache->latents(layer, cached).slice(0, cached - run.tokens, run.tokens),
            compressed.slice(0, first, run.tokens));
    });
    const auto form = isAbsorbedCheaper(config, runs) ? absorbed : expanded;
    form(pass, config, weights.kvBProj, layer, runs, queries, mixed);
}

} // namespace

void attend(Pass& pass, const LanguageConfig& config, const AttentionWeights& weights, int layer,
            std::span<const Run> runs, const Tensor& positions, const Tensor& normed,
            const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor joined = pass.workspace.take({normed.size(0), weights.oProj.size(1)});
    const Tensor mixed = joined.split(1, config.valueHeadDim());
    const auto form = config.useMla ? latent : multiHead;
    form(pass, config, weights, layer, runs, positions, normed, mixed);
    pass.backend.linear(x, joined, weights.oProj, {.residual = &x});
}

} // namespace engine
