// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sums over a row of floats. Included inside a file that is compiled once per instruction set;
// without an include guard for that reason.
#include <hwy/highway.h>

#include <cstddef>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Σ term(x[i]), in four independent sums so that additions do not wait for each other. term takes
// and gives vectors of any length.
template <class Term>
HWY_INLINE float sumOf(const float* x, std::size_t count, const Term& term) {
    const hn::ScalableTag<float> d;
    const std::size_t lanes = hn::Lanes(d);
    hn::Vec<decltype(d)> sums[4] = {hn::Zero(d), hn::Zero(d), hn::Zero(d), hn::Zero(d)};
    std::size_t i = 0;
    for (; i + 4 * lanes <= count; i += 4 * lanes) {
        for (std::size_t j = 0; j < 4; ++j) {
            sums[j] = hn::Add(sums[j], term(hn::LoadU(d, x + i + j * lanes)));
        }
    }
    for (; i + lanes <= count; i += lanes) {
        sums[0] = hn::Add(sums[0], term(hn::LoadU(d, x + i)));
    }
    const auto sum = hn::Add(hn::Add(sums[0], sums[1]), hn::Add(sums[2], sums[3]));
    float total = hn::GetLane(hn::SumOfLanes(d, sum));
    const hn::CappedTag<float, 1> one;
    for (; i < count; ++i) {
        total += hn::GetLane(term(hn::LoadU(one, x + i)));
    }
    return total;
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
