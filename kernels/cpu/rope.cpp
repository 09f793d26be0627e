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

void turnPair(float& first, float& second, const Turn& turn) {
    const float turned = first * turn.cosine - second * turn.sine;
    second = first * turn.sine + second * turn.cosine;
    first = turned;
}

void turnHead(float* head, const Turn* turns, std::int64_t pairs, RopePairs kind) {
    if (kind == RopePairs::HalfSplit) {
        for (std::int64_t i = 0; i < pairs; ++i) {
            turnPair(head[i], head[i + pairs], turns[i]);
        }
    } else {
        for (std::int64_t i = 0; i < pairs; ++i) {
            turnPair(head[2 * i], head[2 * i + 1], turns[i]);
        }
    }
}

} // namespace

void CpuBackend::rope(const Tensor& x, const Tensor& positions, const RopeParams& params) {
    checkRope(x, positions);
    check(x.dtype == DType::F32, "rope: the CPU works in fp32");
    const std::int64_t heads = x.size(1);
    const std::int64_t pairs = x.size(2) / 2;
    const std::int64_t cost = pairs * (2 * heads + kElementsPerSine);
    auto* frequencies = m_scratch.take<double>(static_cast<std::size_t>(pairs));
    fillFrequencies(frequencies, pairs, params.theta);
    forRanges(m_pool, x.size(0), cost, [&](std::int64_t first, std::int64_t count, int thread) {
        Turn* turns = scratchOf(thread).take<Turn>(static_cast<std::size_t>(pairs));
        for (std::int64_t t = first; t < first + count; ++t) {
            fillTurns(turns, frequencies, pairs, positions.as<std::int32_t>()[t]);
            for (std::int64_t h = 0; h < heads; ++h) {
                turnHead(x.as<float>() + t * x.stride(0) + h * x.stride(1), turns, pairs,
                         params.pairs);
            }
        }
    });
}

} // namespace kernels
