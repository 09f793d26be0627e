// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FloatTile: a tile of sums by multiply-adds of fp32, for all types.
#pragma once

#include "kernels/cuda/tile_rows.cuh"

namespace kernels {

template <class In, class Weight>
class FloatTile {
    static constexpr int kDepth = 16;
    static constexpr int kStep = 16; // a thread's sums are apart by that, in rows and in columns

public:
    struct Memory {
        float in[kDepth][kTile + 1];
        float weight[kDepth][kTile + 1];
    };

    float sums[kSumsPerSide][kSumsPerSide] = {};

    // The sums of rows [firstRow, + 64) of in with rows [firstOutput, + 64) of weight.
    __device__ void add(const Rows<In>& in, std::int64_t firstRow, const Rows<Weight>& weight,
                        std::int64_t firstOutput, Memory& memory) {
        for (std::int64_t first = 0; first < in.matrix.columns; first += kDepth) {
            load(memory.in, in, firstRow, first);
            load(memory.weight, weight, firstOutput, first);
            __syncthreads();
            for (int k = 0; k < kDepth; ++k) {
#pragma unroll
                for (int i = 0; i < kSumsPerSide; ++i) {
#pragma unroll
                    for (int j = 0; j < kSumsPerSide; ++j) {
                        sums[i][j] += memory.in[k][rowOf(i, j)] * memory.weight[k][outputOf(i, j)];
                    }
                }
            }
            __syncthreads();
        }
    }

    // Of the tile, where the thread's sum (i, j) stands.
    static __device__ int rowOf(int i, int /*j*/) {
        return static_cast<int>(threadIdx.x) / kStep + i * kStep;
    }

    static __device__ int outputOf(int /*i*/, int j) {
        return static_cast<int>(threadIdx.x) % kStep + j * kStep;
    }

private:
    template <class T>
    static __device__ void load(float (&to)[kDepth][kTile + 1], const Rows<T>& from,
                                std::int64_t firstRow, std::int64_t firstColumn) {
        for (int i = static_cast<int>(threadIdx.x); i < kTile * kDepth; i += kTileThreads) {
            const int row = i / kDepth;
            const int column = i % kDepth;
            to[column][row] = from.value(firstRow + row, firstColumn + column);
        }
    }
};

} // namespace kernels
