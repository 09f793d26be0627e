// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/epilogue.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/cpu/epilogue.h"

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
HWY_INLINE void finishWith(float* out, const float* sums, std::int64_t count,
                           const RowEpilogue& epilogue, const Function& activation) {
    forEach(count, [&](auto d, std::int64_t i) HWY_ATTR {
        auto x = hn::LoadU(d, sums + i);
        if (epilogue.bias != nullptr) {
            x = hn::Add(x, hn::LoadU(d, epilogue.bias + i));
        }
        x = activation(d, x);
        if (epilogue.residual != nullptr) {
            x = hn::Add(x, hn::LoadU(d, epilogue.residual + i));
        }
        hn::StoreU(x, d, out + i);
    });
}

void finishRow(float* out, const float* sums, std::int64_t count, const RowEpilogue& epilogue) {
    switch (epilogue.activation) {
    case Activation::None:
        return finishWith(out, sums, count, epilogue, [](auto, auto x) HWY_ATTR { return x; });
    case Activation::GeluTanh:
        return finishWith(out, sums, count, epilogue,
                          [](auto d, auto x) HWY_ATTR { return geluTanh(d, x); });
    case Activation::GeluErf:
        return finishWith(out, sums, count, epilogue,
                          [](auto d, auto x) HWY_ATTR { return geluErf(d, x); });
    }
}

void finishSwiGluRow(float* out, const float* gate, const float* up, std::int64_t count) {
    forEach(count, [&](auto d, std::int64_t i) HWY_ATTR {
        hn::StoreU(hn::Mul(silu(d, hn::LoadU(d, gate + i)), hn::LoadU(d, up + i)), d, out + i);
    });
}

void addScaledRow(float* out, const float* sums, float factor, std::int64_t count) {
    forEach(count, [&](auto d, std::int64_t i) HWY_ATTR {
        const auto scale = hn::Set(d, factor);
        hn::StoreU(hn::MulAdd(scale, hn::LoadU(d, sums + i), hn::LoadU(d, out + i)), d, out + i);
    });
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {
namespace {

HWY_EXPORT(finishRow);
HWY_EXPORT(finishSwiGluRow);
HWY_EXPORT(addScaledRow);

} // namespace

void finishRow(float* out, const float* sums, std::int64_t count, const RowEpilogue& epilogue) {
    HWY_DYNAMIC_DISPATCH(finishRow)(out, sums, count, epilogue);
}

void finishSwiGluRow(float* out, const float* gate, const float* up, std::int64_t count) {
    HWY_DYNAMIC_DISPATCH(finishSwiGluRow)(out, gate, up, count);
}

void addScaledRow(float* out, const float* sums, float factor, std::int64_t count) {
    HWY_DYNAMIC_DISPATCH(addScaledRow)(out, sums, factor, count);
}

} // namespace kernels
#endif // HWY_ONCE
