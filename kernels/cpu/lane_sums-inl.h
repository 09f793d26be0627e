// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sums of the lanes of several vectors at once, which takes a third of the steps that one after
// the other takes. Included inside a file that is compiled once per instruction set; without an
// include guard for that reason.
#include <hwy/highway.h>

#include <algorithm>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// The largest power of two that is not above.
constexpr int powerOfTwoUpTo(int count) {
    return count < 2 ? count : 2 * powerOfTwoUpTo(count / 2);
}

// to[i] = Σ lanes of vectors[i]. The vectors are lost.
template <int kCount>
HWY_INLINE void sumLanes(hn::Vec<hn::ScalableTag<float>>* HWY_RESTRICT vectors,
                         float* HWY_RESTRICT to) {
    const hn::ScalableTag<float> d;
    constexpr int kTogether = powerOfTwoUpTo(kCount);
    // Neighbours are added until each vector has one lane left; two that have halved share one.
    int left = kTogether;
    for (std::size_t width = hn::Lanes(d); width > 1; width /= 2) {
        const int pairs = std::max(left / 2, 1);
        for (int i = 0; i < pairs; ++i) {
            const auto low = vectors[left > 1 ? 2 * i : 0];
            const auto high = vectors[left > 1 ? 2 * i + 1 : 0];
            vectors[i] = hn::Add(hn::ConcatEven(d, high, low), hn::ConcatOdd(d, high, low));
        }
        left = pairs;
    }
    HWY_ALIGN float sums[kTogether + HWY_MAX_BYTES / sizeof(float)];
    for (int i = 0; i < left; ++i) {
        hn::StoreU(vectors[i], d, sums + static_cast<std::size_t>(i) * hn::Lanes(d));
    }
    std::copy(sums, sums + kTogether, to);
    if constexpr (kCount > kTogether) {
        sumLanes<kCount - kTogether>(vectors + kTogether, to + kTogether);
    }
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
