// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tokens in and out: rows of the embedding table, and the best of the logits with its probability.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/embedding.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"
#include "kernels/cpu/row_sum-inl.h"
#include "kernels/cpu/softmax-inl.h"

#include <algorithm>
#include <numbers>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace {

// Softmax of the largest of a row of scores: a vocabulary has a hundred thousand of them.
float shareOf(const float* scores, std::size_t count, float largest) {
    const float powers = sumOf(scores, count, [largest](auto x) HWY_ATTR {
        const hn::DFromV<decltype(x)> d;
        const auto below = hn::Sub(x, hn::Set(d, largest));
        return exp2OfNegative(d, hn::Mul(below, hn::Set(d, std::numbers::log2e_v<float>)));
    });
    return 1.0F / powers;
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {

HWY_EXPORT(shareOf);

namespace {

// Independent maxima, so that the compiler can keep them in vectors.
constexpr std::int64_t kMaxima = 32;

float largestOf(const float* values, std::int64_t count) {
    float best[kMaxima];
    std::fill(best, best + kMaxima, values[0]);
    std::int64_t i = 0;
    for (; i + kMaxima <= count; i += kMaxima) {
        for (std::int64_t j = 0; j < kMaxima; ++j) {
            best[j] = values[i + j] > best[j] ? values[i + j] : best[j];
        }
    }
    for (; i < count; ++i) {
        best[0] = std::max(best[0], values[i]);
    }
    return *std::max_element(best, best + kMaxima);
}

} // namespace

void CpuBackend::embed(const Tensor& out, const Tensor& table, const Tensor& ids) {
    checkEmbed(out, table, ids);
    const auto* id = ids.as<std::int32_t>();
    for (std::int64_t t = 0; t < ids.size(0); ++t) {
        check(id[t] >= 0 && id[t] < table.size(0), "embed: an id is not a row of the table");
        copy(out.slice(0, t, 1), table.slice(0, id[t], 1));
    }
}

void CpuBackend::argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) {
    checkArgmax(ids, probabilities, in);
    check(in.dtype == DType::F32, "argmax: the CPU works in fp32");
    const std::int64_t width = in.size(1);
    forRanges(m_pool, in.size(0), width, [&](std::int64_t first, std::int64_t count, int) {
        for (std::int64_t t = first; t < first + count; ++t) {
            const float* row = in.as<float>() + t * in.stride(0);
            const float* best = std::find(row, row + width, largestOf(row, width));
            // Only a row of NaN has no largest value; any index is as good then.
            const auto index = best == row + width ? 0 : best - row;
            ids.as<std::int32_t>()[t] = static_cast<std::int32_t>(index);
            probabilities.as<float>()[t] =
                HWY_DYNAMIC_DISPATCH(shareOf)(row, static_cast<std::size_t>(width), row[index]);
        }
    });
}

} // namespace kernels
#endif
