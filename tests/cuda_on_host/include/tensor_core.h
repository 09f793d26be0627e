// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for kernels/cuda/instructions/tensor_core.h: the instruction as its manual describes
// it.
#pragma once

#include "cuda_runtime.h"

#include <bit>
#include <cstdint>

namespace cuda_on_host {

// The two BF16 of a register.
UNCHECKED_ACCESSES inline void widenPair(float* to, std::uint64_t pair) {
    const auto both = static_cast<unsigned>(pair);
    to[0] = std::bit_cast<float>(both << 16);
    to[1] = std::bit_cast<float>(both & 0xffff0000U);
}

// What the four lanes from `first` on have in their lower and in their upper register, as eight
// inputs each.
UNCHECKED_ACCESSES inline void widenOfFour(float* lower, float* upper, const std::uint64_t* lanes,
                                           int first) {
    for (int pair = 0; pair < 4; ++pair) {
        widenPair(lower + 2 * pair, lanes[first + pair]);
        widenPair(upper + 2 * pair, lanes[first + pair] >> 32);
    }
}

UNCHECKED_ACCESSES inline const std::uint64_t* exchangePair(unsigned lower, unsigned upper,
                                                            Place place) {
    return exchange(~0U, std::uint64_t{upper} << 32 | lower, place);
}

} // namespace cuda_on_host

namespace kernels {

UNCHECKED_ACCESSES inline void
tensorMultiplyAdd(float (&sums)[4], const unsigned (&rows)[4], const unsigned (&weights)[2],
                  cuda_on_host::Place place = cuda_on_host::Place::current()) {
    using cuda_on_host::exchangePair;
    using cuda_on_host::widenOfFour;
    constexpr int kInputs = 16;
    const int lane = cuda_on_host::lane();
    float ofRows[2][kInputs]; // lane / 4, and that + 8
    float ofWeights[2][kInputs];
    const int first = lane / 4 * 4;
    widenOfFour(ofRows[0], ofRows[1], exchangePair(rows[0], rows[1], place), first);
    widenOfFour(ofRows[0] + 8, ofRows[1] + 8, exchangePair(rows[2], rows[3], place), first);
    const std::uint64_t* lanes = exchangePair(weights[0], weights[1], place);
    for (int weight = 0; weight < 2; ++weight) {
        widenOfFour(ofWeights[weight], ofWeights[weight] + 8, lanes, (lane % 4 * 2 + weight) * 4);
    }
    for (int sum = 0; sum < 4; ++sum) {
        for (int k = 0; k < kInputs; ++k) {
            sums[sum] += ofRows[sum / 2][k] * ofWeights[sum % 2][k];
        }
    }
}

} // namespace kernels
