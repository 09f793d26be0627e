// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Vector powers of two for softmax. Included inside a file that is compiled once per instruction
// set; without an include guard for that reason.
#include <hwy/highway.h>

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

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
