// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Softmax in powers of two: vectors of them, and the step of a softmax whose scores come in blocks.
// Included inside a file that is compiled once per instruction set; without an include guard for
// that reason.
#include <hwy/highway.h>

#include <algorithm>
#include <cstdint>
#include <limits>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// 2^x for x ≤ 0, within 1e-7 of it; exactly 1 at 0, exactly 0 below 2^-126, NaN for NaN.
template <class D>
HWY_INLINE hn::Vec<D> exp2OfNegative(D d, hn::Vec<D> x) {
    const hn::RebindToSigned<D> integers;
    const auto least = hn::Set(d, -126.0F);
    const auto whole = hn::Round(hn::Max(x, least));
    const auto rest = hn::Sub(x, whole); // −½ … ½
    // The polynomial of least relative error over that range.
    auto power = hn::Set(d, 1.534581242594868e-4F);
    power = hn::MulAdd(power, rest, hn::Set(d, 1.3399930903688073e-3F));
    power = hn::MulAdd(power, rest, hn::Set(d, 9.618489071726799e-3F));
    power = hn::MulAdd(power, rest, hn::Set(d, 5.550328642129898e-2F));
    power = hn::MulAdd(power, rest, hn::Set(d, 2.4022646248340607e-1F));
    power = hn::MulAdd(power, rest, hn::Set(d, 6.931471824645996e-1F));
    power = hn::MulAdd(power, rest, hn::Set(d, 1.0F));
    const auto exponent = hn::ShiftLeft<23>(hn::ConvertTo(integers, whole));
    const auto result = hn::BitCast(d, hn::Add(hn::BitCast(integers, power), exponent));
    return hn::IfThenZeroElse(hn::Lt(x, least), result);
}

// Turns a block of scores of a row, of which `seen` count, into powers relative to the largest
// score so far and the rest, up to `width`, into zeros. Updates the largest and the total of the
// powers, and returns the factor that makes earlier sums relative to the same. scores is aligned
// and width a whole number of vectors.
HWY_INLINE float exponentiate(float* scores, std::int64_t seen, std::int64_t width, float& largest,
                              float& total) {
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    if (seen <= 0) {
        std::fill(scores, scores + width, 0.0F);
        return 1.0F;
    }
    std::fill(scores + seen, scores + width, -std::numeric_limits<float>::infinity());
    auto most = hn::Set(d, largest);
    for (std::int64_t j = 0; j < width; j += lanes) {
        most = hn::Max(most, hn::Load(d, scores + j));
    }
    most = hn::MaxOfLanes(d, most);
    auto sum = hn::Zero(d);
    for (std::int64_t j = 0; j < width; j += lanes) {
        const auto power = exp2OfNegative(d, hn::Sub(hn::Load(d, scores + j), most));
        sum = hn::Add(sum, power);
        hn::Store(power, d, scores + j);
    }
    const float factor = hn::GetLane(exp2OfNegative(d, hn::Sub(hn::Set(d, largest), most)));
    largest = hn::GetLane(most);
    total = total * factor + hn::GetLane(hn::SumOfLanes(d, sum));
    return factor;
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
