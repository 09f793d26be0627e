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
    static constexpr int kSide = kTile / kStep;

public:
    struct Memory {
        float in[kDepth][kTile + 1];
        float weight[kDepth][kTile + 1];
    };

    float sums[kSide][kSide] = {};

    // The sums of rows [firstRow, + 64) of in with rows [firstOutput, + 64) of weight.
    __device__ void add(const Rows<In>& in, std::int64_t firstRow, const Rows<Weight>& weight,
                        std::int64_t firstOutput, Memory& memory) {
        const int row = static_cast<int>(threadIdx.x) / kStep;
        const int output = static_cast<int>(threadIdx.x) % kStep;
        for (std::int64_t first = 0; first < in.matrix.columns; first += kDepth) {
            load(memory.in, in, firstRow, first);
            load(memory.weight, weight, firstOutput, first);
            __syncthreads();
            for (int k = 0; k < kDepth; ++k) {
#pragma unroll
                for (int i = 0; i < kSide; ++i) {
#pragma unroll
                    for (int j = 0; j < kSide; ++j) {
                        sums[i][j] +=
                            memory.in[k][row + i * kStep] * memory.weight[k][output + j * kStep];
                    }
                }
            }
            __syncthreads();
        }
    }

    // visit(row, output, i, j) for those of the thread's sums that lie inside (rows, outputs).
    template <class Visit>
    static __device__ void forEach(std::int64_t firstRow, std::int64_t rows,
                                   std::int64_t firstOutput, std::int64_t outputs,
                                   const Visit& visit) {
#pragma unroll
        for (int i = 0; i < kSide; ++i) {
#pragma unroll
            for (int j = 0; j < kSide; ++j) {
                const std::int64_t row = firstRow + threadIdx.x / kStep + i * kStep;
                const std::int64_t output = firstOutput + threadIdx.x % kStep + j * kStep;
                if (row < rows && output < outputs) {
                    visit(row, output, i, j);
                }
            }
        }
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
