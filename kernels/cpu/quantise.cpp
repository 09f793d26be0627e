// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/quantise.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/bfloat16.h"
#include "kernels/quantise.h"

#include <hwy/highway.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using kernels::toFloat;

float toFloat(float value) {
    return value;
}

// Four lanes on every target, and no fused multiply-add, so that all find the same scales.
using Four = hn::FixedTag<float, 4>;
using FourInts = hn::FixedTag<std::int32_t, 4>;

// One group's weights and values.
struct Group {
    alignas(16) float weights[kGroupInputs];
    alignas(16) std::int32_t values[kGroupInputs];
};

struct Range {
    int least;
    int most;
};

float sumOf(hn::Vec<Four> vector) {
    alignas(16) float lanes[4];
    hn::Store(vector, Four(), lanes);
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

HWY_INLINE hn::Vec<Four> rounded(hn::Vec<Four> weights, hn::Vec<Four> inverse, Range range) {
    const Four d;
    const auto value = hn::Round(hn::Mul(weights, inverse));
    return hn::Min(hn::Max(value, hn::Set(d, static_cast<float>(range.least))),
                   hn::Set(d, static_cast<float>(range.most)));
}

// Σ (weight − scale · value)²; scale is not 0.
float errorOf(const Group& group, float scale, Range range) {
    const Four d;
    const auto factor = hn::Set(d, scale);
    const auto inverse = hn::Set(d, 1.0F / scale);
    auto sum = hn::Zero(d);
    for (std::int64_t i = 0; i < kGroupInputs; i += 4) {
        const auto weights = hn::Load(d, group.weights + i);
        const auto rest = hn::Sub(weights, hn::Mul(factor, rounded(weights, inverse, range)));
        sum = hn::Add(sum, hn::Mul(rest, rest));
    }
    return sumOf(sum);
}

void setValues(Group& group, float scale, Range range) {
    const Four d;
    const auto inverse = hn::Set(d, 1.0F / scale);
    for (std::int64_t i = 0; i < kGroupInputs; i += 4) {
        const auto value = rounded(hn::Load(d, group.weights + i), inverse, range);
        hn::Store(hn::ConvertTo(FourInts(), value), FourInts(), group.values + i);
    }
}

float nearestScale(float scale) {
    return toFloat(toBFloat16(scale));
}

// A scale too small to divide by makes zeros.
bool isUsable(float scale) {
    return std::isfinite(1.0F / scale) && std::isfinite(scale);
}

// The weight of the largest magnitude.
float largestOf(const Group& group) {
    float largest = 0.0F;
    for (const float weight : group.weights) {
        largest = std::abs(weight) > std::abs(largest) ? weight : largest;
    }
    return largest;
}

// Of what remains with these values, the least squares' scale.
float fittedScale(const Group& group) {
    float products = 0.0F;
    float squares = 0.0F;
    for (std::int64_t i = 0; i < kGroupInputs; ++i) {
        const auto value = static_cast<float>(group.values[i]);
        products += group.weights[i] * value;
        squares += value * value;
    }
    return products / squares;
}

// Sets the values; returns the scale.
float quantise8(Group& group) {
    constexpr Range kRange{-127, 127};
    const float scale = nearestScale(std::abs(largestOf(group)) / 127.0F);
    if (!isUsable(scale)) {
        return 0.0F;
    }
    setValues(group, scale, kRange);
    return scale;
}

float quantise4(Group& group) {
    constexpr Range kRange{-8, 7};
    // Where the largest weight comes to lie. Beyond the range: it is cut, and the others gain.
    constexpr float kPlaces[] = {-8.0F, -7.0F, 7.0F, -7.4F, -7.7F, -8.3F, -8.6F, -9.0F};
    const float largest = largestOf(group);
    float best = 0.0F;
    float least = HUGE_VALF;
    for (const float place : kPlaces) {
        const float scale = nearestScale(largest / place);
        const float error = isUsable(scale) ? errorOf(group, scale, kRange) : HUGE_VALF;
        if (error < least) {
            least = error;
            best = scale;
        }
    }
    if (least == HUGE_VALF) {
        return 0.0F;
    }
    setValues(group, best, kRange);
    const float fitted = nearestScale(fittedScale(group));
    return isUsable(fitted) ? fitted : best;
}

void storeValues(std::uint8_t* to, const Group& group, DType type) {
    if (type == DType::Q8) {
        for (std::int64_t i = 0; i < kGroupInputs; ++i) {
            to[i] = static_cast<std::uint8_t>(group.values[i]);
        }
        return;
    }
    constexpr std::int64_t kHalf = kPairedInputs / 2;
    for (std::int64_t first = 0; first < kGroupInputs; first += kPairedInputs) {
        const std::int32_t* values = group.values + first;
        for (std::int64_t i = 0; i < kHalf; ++i) {
            const auto lower = static_cast<std::uint32_t>(values[i]) & 15U;
            const auto upper = static_cast<std::uint32_t>(values[i + kHalf]) & 15U;
            *to++ = static_cast<std::uint8_t>(lower | (upper << 4));
        }
    }
}

template <class Element>
void quantiseRow(std::uint8_t* to, DType type, const Element* from, std::int64_t inputs) {
    auto* scales = reinterpret_cast<std::uint16_t*>(to);
    std::uint8_t* values = to + quantisedScaleBytes(inputs);
    const std::int64_t groupBytes = kGroupInputs / (type == DType::Q8 ? 1 : 2);
    std::fill(to, values, std::uint8_t{0});
    for (std::int64_t first = 0; first < quantisedInputs(inputs); first += kGroupInputs) {
        Group group{};
        const std::int64_t count = std::clamp<std::int64_t>(inputs - first, 0, kGroupInputs);
        for (std::int64_t i = 0; i < count; ++i) {
            group.weights[i] = toFloat(from[first + i]);
        }
        const float scale = type == DType::Q8 ? quantise8(group) : quantise4(group);
        *scales++ = toBFloat16(scale).bits;
        storeValues(values, group, type);
        values += groupBytes;
    }
}

template <class Element>
void quantiseRows(const Tensor& to, const Tensor& from) {
    for (std::int64_t row = 0; row < to.size(0); ++row) {
        quantiseRow(to.as<std::uint8_t>() + row * to.stride(0), to.dtype,
                    from.as<const Element>() + row * from.stride(0), to.size(1));
    }
}

void quantise(const Tensor& to, const Tensor& from) {
    switch (from.dtype) {
    case DType::F32:
        return quantiseRows<float>(to, from);
    case DType::BF16:
        return quantiseRows<BFloat16>(to, from);
    default:
        return quantiseRows<Float16>(to, from);
    }
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {

HWY_EXPORT(quantise);

void quantise(const Tensor& to, const Tensor& from) {
    const bool isFloat =
        from.dtype == DType::F32 || from.dtype == DType::BF16 || from.dtype == DType::F16;
    check(isQuantised(to.dtype) && isFloat && to.rank == 2 && from.rank == 2 &&
              to.shape == from.shape && (from.size(1) <= 1 || from.stride(1) == 1),
          "quantise: to (N, K) of 8 or 4 bits, from (N, K) floats with dense rows");
    HWY_DYNAMIC_DISPATCH(quantise)(to, from);
}

} // namespace kernels
#endif // HWY_ONCE
