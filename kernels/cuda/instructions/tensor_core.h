// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one instruction of tensor cores that kernels use: PTX ISA, mma.sync.aligned.m16n8k16. A
// header of this name in tests/cuda_on_host/include stands in for it where no GPU is.
#pragma once

#include <nv/target>

namespace kernels {

// The lower or the upper of two BF16.
__device__ inline float ofPair(unsigned pair, int which) {
    return __uint_as_float(which == 0 ? pair << 16 : pair & 0xffff0000U);
}

// tensorMultiplyAdd from what the other lanes have, by multiply-adds.
__device__ inline void multiplyAddOfLanes(float (&sums)[4], const unsigned (&rows)[4],
                                          const unsigned (&weights)[2]) {
    constexpr unsigned kAll = 0xffffffffU;
    const int lane = static_cast<int>(threadIdx.x) % 32;
    for (int half = 0; half < 2; ++half) {
        for (int pair = 0; pair < 4; ++pair) {
            const int row = lane / 4 * 4 + pair;
            const int weight = lane % 4 * 8 + pair;
            const unsigned ofRows[2] = {__shfl_sync(kAll, rows[2 * half], row),
                                        __shfl_sync(kAll, rows[2 * half + 1], row)};
            const unsigned ofWeights[2] = {__shfl_sync(kAll, weights[half], weight),
                                           __shfl_sync(kAll, weights[half], weight + 4)};
            for (int sum = 0; sum < 4; ++sum) {
                for (int which = 0; which < 2; ++which) {
                    sums[sum] += ofPair(ofRows[sum / 2], which) * ofPair(ofWeights[sum % 2], which);
                }
            }
        }
    }
}

// A warp's sums (16, 8) += rows (16, 16) · weights (8, 16)ᵀ, BF16 with sums in fp32. Lane l has the
// sums of rows l / 4 and l / 4 + 8 with weights 2 · (l % 4) and the next; and, as pairs of
// neighbours, the inputs 2 · (l % 4) and then those 8 further: of the two rows one after the other,
// and of weight l / 4. Turing has no such cores for BF16.
__device__ inline void tensorMultiplyAdd(float (&sums)[4], const unsigned (&rows)[4],
                                         const unsigned (&weights)[2]) {
    NV_IF_ELSE_TARGET(NV_PROVIDES_SM_80,
                      (asm("mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 "
                           "{%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                           : "+f"(sums[0]), "+f"(sums[1]), "+f"(sums[2]), "+f"(sums[3])
                           : "r"(rows[0]), "r"(rows[1]), "r"(rows[2]), "r"(rows[3]),
                             "r"(weights[0]), "r"(weights[1]));),
                      (multiplyAddOfLanes(sums, rows, weights);))
}

} // namespace kernels
