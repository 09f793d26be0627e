// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for kernels/cuda/instructions/tensor_core.h: the instruction as its manual describes
// it.
#pragma once

#include "cuda_runtime.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace cuda_on_host {

// What every lane has in one of its pairs of registers.
using OfLanes = std::array<std::uint64_t, kWarp>;

UNCHECKED_ACCESSES inline OfLanes ofLanes(unsigned lower, unsigned upper, Place place) {
    const std::uint64_t* all =
        exchange(~0U, std::uint64_t{upper} << 32 | lower, place); // gone two exchanges later
    OfLanes copy;
    std::copy(all, all + kWarp, copy.begin());
    return copy;
}

// The BF16 of a register that stands for input k.
UNCHECKED_ACCESSES inline float inputOf(std::uint64_t pair, int k) {
    const auto both = static_cast<unsigned>(pair);
    return std::bit_cast<float>(k % 2 == 0 ? both << 16 : both & 0xffff0000U);
}

} // namespace cuda_on_host

namespace kernels {

UNCHECKED_ACCESSES inline void
tensorMultiplyAdd(float (&sums)[4], const unsigned (&rows)[4], const unsigned (&weights)[2],
                  cuda_on_host::Place place = cuda_on_host::Place::current()) {
    const cuda_on_host::OfLanes lower = cuda_on_host::ofLanes(rows[0], rows[1], place);
    const cuda_on_host::OfLanes upper = cuda_on_host::ofLanes(rows[2], rows[3], place);
    const cuda_on_host::OfLanes both = cuda_on_host::ofLanes(weights[0], weights[1], place);
    const int lane = cuda_on_host::lane();
    for (int sum = 0; sum < 4; ++sum) {
        const int row = lane / 4 + 8 * (sum / 2);
        const int output = lane % 4 * 2 + sum % 2;
        for (int k = 0; k < 16; ++k) {
            const int lanesPair = k % 8 / 2;
            const auto rowLane = static_cast<std::size_t>(row % 8 * 4 + lanesPair);
            const auto outputLane = static_cast<std::size_t>(output * 4 + lanesPair);
            const std::uint64_t ofRow = (k < 8 ? lower : upper)[rowLane] >> (row < 8 ? 0 : 32);
            const std::uint64_t ofWeight = both[outputLane] >> (k < 8 ? 0 : 32);
            sums[sum] += cuda_on_host::inputOf(ofRow, k) * cuda_on_host::inputOf(ofWeight, k);
        }
    }
}

} // namespace kernels
