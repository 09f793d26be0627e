// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// RMSNorm and LayerNorm: one row at a time, which stays in the first cache between the passes over
// it. Written with Highway and compiled once per instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/norm.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"
#include "kernels/cpu/row_sum-inl.h"

#include <cmath>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace {

using Floats = hn::ScalableTag<float>;

// Calls step(tag, i) for whole vectors and then for single elements.
template <class Step>
HWY_INLINE void forEach(std::size_t count, const Step& step) {
    const Floats d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        step(d, i);
    }
    for (; i < count; ++i) {
        step(hn::CappedTag<float, 1>(), i);
    }
}

void rmsNormRow(float* out, const float* in, const float* weight, std::size_t width, float eps) {
    const float squares = sumOf(in, width, [](auto x) HWY_ATTR { return hn::Mul(x, x); });
    const float factor = 1.0F / std::sqrt(squares / static_cast<float>(width) + eps);
    forEach(width, [&](auto d, std::size_t i) HWY_ATTR {
        const auto normed = hn::Mul(hn::LoadU(d, in + i), hn::Set(d, factor));
        hn::StoreU(hn::Mul(normed, hn::LoadU(d, weight + i)), d, out + i);
    });
}

void layerNormRow(float* out, const float* in, const float* weight, const float* bias,
                  std::size_t width, float eps) {
    const float mean =
        sumOf(in, width, [](auto x) HWY_ATTR { return x; }) / static_cast<float>(width);
    const float squares = sumOf(in, width, [mean](auto x) HWY_ATTR {
        const hn::DFromV<decltype(x)> d;
        const auto centred = hn::Sub(x, hn::Set(d, mean));
        return hn::Mul(centred, centred);
    });
    const float factor = 1.0F / std::sqrt(squares / static_cast<float>(width) + eps);
    forEach(width, [&](auto d, std::size_t i) HWY_ATTR {
        const auto centred = hn::Sub(hn::LoadU(d, in + i), hn::Set(d, mean));
        const auto normed = hn::Mul(centred, hn::Set(d, factor));
        hn::StoreU(hn::MulAdd(normed, hn::LoadU(d, weight + i), hn::LoadU(d, bias + i)), d,
                   out + i);
    });
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {

HWY_EXPORT(rmsNormRow);
HWY_EXPORT(layerNormRow);

void CpuBackend::rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) {
    checkRmsNorm(out, in, weight);
    check(out.dtype == DType::F32 && in.dtype == DType::F32, "rmsNorm: the CPU works in fp32");
    const auto width = static_cast<std::size_t>(in.size(1));
    const Tensor scale(m_scratch.take<float>(width), DType::F32, {in.size(1)});
    copy(scale, weight);
    const auto normRow = HWY_DYNAMIC_DISPATCH(rmsNormRow);
    forRanges(m_pool, in.size(0), in.size(1), [&](std::int64_t first, std::int64_t count, int) {
        for (std::int64_t t = first; t < first + count; ++t) {
            normRow(out.as<float>() + t * out.stride(0), in.as<float>() + t * in.stride(0),
                    scale.as<float>(), width, eps);
        }
    });
}

void CpuBackend::layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight,
                           const Tensor& bias, float eps) {
    checkLayerNorm(out, in, weight, bias);
    check(out.dtype == DType::F32 && in.dtype == DType::F32, "layerNorm: the CPU works in fp32");
    const auto width = static_cast<std::size_t>(in.size(1));
    auto* scratch = m_scratch.take<float>(2 * width);
    const Tensor scale(scratch, DType::F32, {in.size(1)});
    const Tensor shift(scratch + width, DType::F32, {in.size(1)});
    copy(scale, weight);
    copy(shift, bias);
    const auto normRow = HWY_DYNAMIC_DISPATCH(layerNormRow);
    forRanges(m_pool, in.size(0), in.size(1), [&](std::int64_t first, std::int64_t count, int) {
        for (std::int64_t t = first; t < first + count; ++t) {
            normRow(out.as<float>() + t * out.stride(0), in.as<float>() + t * in.stride(0),
                    scale.as<float>(), shift.as<float>(), width, eps);
        }
    });
}

} // namespace kernels
#endif
