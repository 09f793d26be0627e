// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"

#include <cmath>
#include <limits>

namespace kernels {

void CpuBackend::attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionParams& params) {
    checkAttention(out, q, k, v, params);
    check(out.dtype == DType::F32 && q.dtype == DType::F32 && k.dtype == DType::F32 &&
              v.dtype == DType::F32,
          "attention: the CPU works in fp32");
    const std::int64_t queries = q.size(1);
    const std::int64_t heads = q.size(2);
    const std::int64_t cached = k.size(1);
    const std::int64_t headsPerGroup = heads / k.size(2);
    const bool isCausal = params.mask == AttentionMask::Causal;
    m_pool.parallelFor(q.size(0) * queries * heads, [&](std::int64_t row, int thread) {
        const std::int64_t h = row % heads;
        const std::int64_t t = row / heads % queries;
        const std::int64_t b = row / heads / queries;
        const std::int64_t seen = isCausal ? cached - queries + t + 1 : cached;
        auto* scores = scratchOf(thread).take<float>(static_cast<std::size_t>(seen));
        const float* query = q.as<float>() + b * q.stride(0) + t * q.stride(1) + h * q.stride(2);
        const float* keys = k.as<float>() + b * k.stride(0) + h / headsPerGroup * k.stride(2);
        const float* values = v.as<float>() + b * v.stride(0) + h / headsPerGroup * v.stride(2);
        float* result = out.as<float>() + b * out.stride(0) + t * out.stride(1) + h * out.stride(2);
        float largest = -std::numeric_limits<float>::infinity();
        for (std::int64_t s = 0; s < seen; ++s) {
            float sum = 0.0F;
            for (std::int64_t c = 0; c < q.size(3); ++c) {
                sum += query[c] * keys[s * k.stride(1) + c];
            }
            scores[s] = sum * params.scale;
            largest = std::max(largest, scores[s]);
        }
        float total = 0.0F;
        for (std::int64_t s = 0; s < seen; ++s) {
            scores[s] = std::exp(scores[s] - largest);
            total += scores[s];
        }
        std::fill_n(result, v.size(3), 0.0F);
        for (std::int64_t s = 0; s < seen; ++s) {
            for (std::int64_t c = 0; c < v.size(3); ++c) {
                result[c] += scores[s] / total * values[s * v.stride(1) + c];
            }
        }
    });
}

} // namespace kernels
