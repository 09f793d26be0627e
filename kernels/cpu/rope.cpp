// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rotary positions. The angles of a row are the same for all its heads, so each sine is computed
// once per row and pair; rows are rotated one at a time with their sines in the first cache.
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"

#include <cmath>

namespace kernels {

namespace {

// A sine costs about as much as this many element-wise steps.
constexpr std::int64_t kElementsPerSine = 32;

struct Turn {
    float cosine;
    float sine;
};

// frequencies[i] = theta^(−2i / P). A product per step is exact to about i · 1e-16.
void fillFrequencies(double* frequencies, std::int64_t pairs, double theta) {
    const double step = std::pow(theta, -1.0 / static_cast<double>(pairs));
    double frequency = 1.0;
    for (std::int64_t i = 0; i < pairs; ++i) {
        frequencies[i] = frequency;
        frequency *= step;
    }
}

void fillTurns(Turn* turns, const double* frequencies, std::int64_t pairs, std::int32_t position) {
    for (std::int64_t i = 0; i < pairs; ++i) {
        const double angle = position * frequencies[i];
        turns[i] = {static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))};
    }
}

// out may be in.
void turnPair(float* out, const float* in, std::int64_t first, std::int64_t second,
              const Turn& turn) {
    const float a = in[first];
    const float b = in[second];
    out[first] = a * turn.cosine - b * turn.sine;
    out[second] = a * turn.sine + b * turn.cosine;
}

void turnHead(float* out, const float* in, const Turn* turns, std::int64_t pairs, RopePairs kind) {
    if (kind == RopePairs::HalfSplit) {
        for (std::int64_t i = 0; i < pairs; ++i) {
            turnPair(out, in, i, i + pairs, turns[i]);
        }
    } else {
        for (std::int64_t i = 0; i < pairs; ++i) {
            turnPair(out, in, 2 * i, 2 * i + 1, turns[i]);
        }
    }
}

} // namespace

void CpuBackend::keepRows(std::span<const Tensor> caches, const KeptRows& kept,
                          const TurnedHeads& queries, const Tensor& positions,
                          const RopeParams& params) {
    checkKeepRows(caches, kept, queries, positions);
    check(kept.rows.dtype == DType::F32 && queries.in.dtype == DType::F32 &&
              queries.out.dtype == DType::F32,
          "keepRows: the CPU works in fp32");
    const std::int64_t latents = kept.latents();
    if (latents > 0) {
        const Tensor part = kept.rows.slice(1, 0, latents);
        rmsNorm(part, part, *kept.latentNorm, kept.latentEps);
    }
    turn(queries, positions, params);
    const Tensor keys = kept.keys(queries.in.size(2));
    turn({keys, keys}, positions, params);
    writeRows(caches, kept.rows, positions);
}

void CpuBackend::turn(const TurnedHeads& turned, const Tensor& positions,
                      const RopeParams& params) {
    const auto& [out, in] = turned;
    const std::int64_t heads = in.size(1);
    const std::int64_t pairs = in.size(2) / 2;
    const std::int64_t cost = pairs * (2 * heads + kElementsPerSine);
    auto* frequencies = m_scratch.take<double>(static_cast<std::size_t>(pairs));
    fillFrequencies(frequencies, pairs, params.theta);
    forRanges(m_pool, in.size(0), cost, [&](std::int64_t first, std::int64_t count, int thread) {
        Turn* turns = scratchOf(thread).take<Turn>(static_cast<std::size_t>(pairs));
        for (std::int64_t t = first; t < first + count; ++t) {
            fillTurns(turns, frequencies, pairs, positions.as<std::int32_t>()[t]);
            for (std::int64_t h = 0; h < heads; ++h) {
                turnHead(out.as<float>() + t * out.stride(0) + h * out.stride(1),
                         in.as<float>() + t * in.stride(0) + h * in.stride(1), turns, pairs,
                         params.pairs);
            }
        }
    });
}

} // namespace kernels
