// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Elements of any stored float type as vectors of fp32, and one by one. Included inside a file that
// is compiled once per instruction set; without an include guard for that reason.
#include "kernels/bfloat16.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

inline float toFloat(float value) {
    return value;
}

using kernels::toFloat;

// As many floats as D has lanes, from any address that suits the element.
template <class D>
HWY_INLINE hn::Vec<D> load(D d, const float* from) {
    return hn::LoadU(d, from);
}

template <class D>
HWY_INLINE hn::Vec<D> load(D d, const BFloat16* from) {
    const hn::Rebind<std::uint16_t, D> halves;
    const hn::RebindToUnsigned<D> words;
    const auto bits = hn::LoadU(halves, reinterpret_cast<const std::uint16_t*>(from));
    return hn::BitCast(d, hn::ShiftLeft<16>(hn::PromoteTo(words, bits)));
}

template <class D>
HWY_INLINE hn::Vec<D> load(D d, const Float16* from) {
    const hn::Rebind<hwy::float16_t, D> halves;
    return hn::PromoteTo(d, hn::LoadU(halves, reinterpret_cast<const hwy::float16_t*>(from)));
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
