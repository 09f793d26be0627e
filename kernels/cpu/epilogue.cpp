// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/epilogue.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/cpu/epilogue.h"
#include "kernels/cpu/product.h"

#include <hwy/contrib/math/math-inl.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

// Calls step(tag, i) for whole vectors and then for single elements.
template <class Step>
HWY_INLINE void forEach(std::int64_t count, const Step& step) {
    const hn::ScalableTag<float> d;
    const auto width = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t i = 0;
    for (; i + width <= count; i += width) {
        step(d, i);
    }
    for (; i < count; ++i) {
        step(hn::CappedTag<float, 1>(), i);
    }
}

// 1 + e^-x. From -88 down e^-x would overflow, where x / (1 + e^-x) is as good as zero anyway.
template <class D, class V>
HWY_INLINE V onePlusExpOfMinus(D d, V x) {
    return hn::Add(hn::Set(d, 1.0F), hn::Exp(d, hn::Min(hn::Neg(x), hn::Set(d, 88.0F))));
}

template <class D, class V>
HWY_INLINE V silu(D d, V x) {
    return hn::Div(x, onePlusExpOfMinus(d, x));
}

// x/2 · (1 + tanh u) is x · sigmoid(2u), which keeps its relative accuracy for negative x.
template <class D, class V>
HWY_INLINE V geluTanh(D d, V x) {
    const V cubic = hn::MulAdd(hn::Mul(x, x), hn::Set(d, 0.044715F), hn::Set(d, 1.0F));
    const V twoU = hn::Mul(hn::Mul(x, cubic), hn::Set(d, 1.5957691216F)); // 2 · sqrt(2 / pi)
    return hn::Div(x, onePlusExpOfMinus(d, twoU));
}

// x · Phi(x). The tail Phi(-|x|) is e^(-x²/2) · t · p(t) with t = 1 / (1 + 0.32 |x|): p is the
// polynomial through erfc's values at the Chebyshev nodes of t, off by 6e-8 of them at most.
template <class D, class V>
HWY_INLINE V geluErf(D d, V x) {
    constexpr float kTail[] = {-0.0216231328F, 0.0979352146F, -0.151607692F, 0.0704682618F,
                               -0.012533999F,  0.0597993247F, 0.0875935331F, 0.114647031F,
                               0.127659917F,   0.127661541F};
    const V one = hn::Set(d, 1.0F);
    const V t = hn::Div(one, hn::MulAdd(hn::Set(d, 0.32F), hn::Abs(x), one));
    V p = hn::Set(d, kTail[0]);
    for (std::size_t i = 1; i < std::size(kTail); ++i) {
        p = hn::MulAdd(p, t, hn::Set(d, kTail[i]));
    }
    const V decay = hn::Exp(d, hn::Mul(hn::Mul(x, x), hn::Set(d, -0.5F)));
    const V tail = hn::Mul(hn::Mul(p, t), decay);
    return hn::Mul(x, hn::IfThenElse(hn::Lt(x, hn::Zero(d)), tail, hn::Sub(one, tail)));
}

template <class Function>
HWY_INLINE void storeWith(const Tensor& out, const float* sums, const BlockEpilogue& epilogue,
                          const Function& activation) {
    const std::int64_t columns = out.size(1);
    for (std::int64_t r = 0; r < out.size(0); ++r, sums += sumStride(columns)) {
        float* to = out.as<float>() + r * out.stride(0);
        const float* residual =
            epilogue.residual == nullptr
                ? nullptr
                : epilogue.residual->as<const float>() + r * epilogue.residual->stride(0);
        forEach(columns, [&](auto d, std::int64_t i) HWY_ATTR {
            auto x = hn::LoadU(d, sums + i);
            if (epilogue.bias != nullptr) {
                x = hn::Add(x, hn::LoadU(d, epilogue.bias + i));
            }
            x = activation(d, x);
            if (residual != nullptr) {
                x = hn::Add(x, hn::LoadU(d, residual + i));
            }
            hn::StoreU(x, d, to + i);
        });
    }
}

void storeSums(const Tensor& out, const float* sums, const BlockEpilogue& epilogue) {
    switch (epilogue.activation) {
    case Activation::None:
        return storeWith(out, sums, epilogue, [](auto, auto x) HWY_ATTR { return x; });
    case Activation::GeluTanh:
        return storeWith(out, sums, epilogue,
                         [](auto d, auto x) HWY_ATTR { return geluTanh(d, x); });
    case Activation::GeluErf:
        return storeWith(out, sums, epilogue,
                         [](auto d, auto x) HWY_ATTR { return geluErf(d, x); });
    }
}

void storeSwiGlu(const Tensor& out, const float* gate, const float* up) {
    const std::int64_t stride = sumStride(out.size(1));
    for (std::int64_t r = 0; r < out.size(0); ++r, gate += stride, up += stride) {
        float* to = out.as<float>() + r * out.stride(0);
        forEach(out.size(1), [&](auto d, std::int64_t i) HWY_ATTR {
            const auto opened = silu(d, hn::LoadU(d, gate + i));
            hn::StoreU(hn::Mul(opened, hn::LoadU(d, up + i)), d, to + i);
        });
    }
}

void addWeighted(const Tensor& out, const float* sums, std::span<const std::int32_t> rows,
                 const float* weights) {
    for (std::size_t r = 0; r < rows.size(); ++r, sums += sumStride(out.size(1))) {
        float* to = out.as<float>() + rows[r] * out.stride(0);
        forEach(out.size(1), [&](auto d, std::int64_t i) HWY_ATTR {
            const auto weight = hn::Set(d, weights[r]);
            hn::StoreU(hn::MulAdd(weight, hn::LoadU(d, sums + i), hn::LoadU(d, to + i)), d, to + i);
        });
    }
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {
namespace {

HWY_EXPORT(storeSums);
HWY_EXPORT(storeSwiGlu);
HWY_EXPORT(addWeighted);

} // namespace

void storeSums(const Tensor& out, const float* sums, const BlockEpilogue& epilogue) {
    HWY_DYNAMIC_DISPATCH(storeSums)(out, sums, epilogue);
}

void storeSwiGlu(const Tensor& out, const float* gate, const float* up) {
    HWY_DYNAMIC_DISPATCH(storeSwiGlu)(out, gate, up);
}

void addWeighted(const Tensor& out, const float* sums, std::span<const std::int32_t> rows,
                 const float* weights) {
    HWY_DYNAMIC_DISPATCH(addWeighted)(out, sums, rows, weights);
}

} // namespace kernels
#endif // HWY_ONCE
