// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two ways in which a block multiplies rows by rows of a weight. Few rows: a warp for each row
// of the weight, which is read once, as in decoding. Many rows: a tile of 64 × 64 sums, whose
// inputs wait in shared memory. Sums are in fp32, and in a fixed order.
#pragma once

#include "kernels/backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/few_rows.cuh"

namespace kernels {

// What becomes of a sum: activation(sum + bias) + residual.
struct DeviceEpilogue {
    AnyFloats bias;
    Activation activation = Activation::None;
    AnyFloats residual;
    std::int64_t residualStride = 0;

    // Not inlined: it would be repeated for each of a thread's sums.
    __device__ __noinline__ float operator()(float sum, std::int64_t row,
                                             std::int64_t column) const;
};

__device__ inline float silu(float x) {
    return x / (1.0F + expf(-x));
}

__device__ inline float gelu(float x, Activation kind) {
    switch (kind) {
    case Activation::GeluTanh:
        return 0.5F * x * (1.0F + tanhf(0.7978845608F * (x + 0.044715F * x * x * x)));
    case Activation::GeluErf:
        return 0.5F * x * (1.0F + erff(x * 0.7071067812F));
    default:
        return x;
    }
}

__device__ __noinline__ inline float DeviceEpilogue::operator()(float sum, std::int64_t row,
                                                                std::int64_t column) const {
    const float value = gelu(bias.data == nullptr ? sum : sum + bias[column], activation);
    return residual.data == nullptr ? value : value + residual[row * residualStride + column];
}

// --- many rows ---

constexpr int kTile = 64;
constexpr int kTileDepth = 16;
constexpr int kTileThreads = 256;
constexpr int kTileStep = 16; // a thread's sums are apart by that, in rows and in columns
constexpr int kSumsPerSide = kTile / kTileStep;

using TileSums = float[kSumsPerSide][kSumsPerSide];

struct TileMemory {
    float in[kTileDepth][kTile + 1];
    float weight[kTileDepth][kTile + 1];
};

// Rows of a matrix in the order of an index, or as they lie.
template <class T>
struct Rows {
    Matrix<const T> matrix;
    const std::int32_t* index = nullptr;

    // Zero past the last row and column.
    __device__ float value(std::int64_t row, std::int64_t column) const {
        if (row >= matrix.rows || column >= matrix.columns) {
            return 0.0F;
        }
        const std::int64_t at = index == nullptr ? row : index[row];
        if constexpr (kIsQuantised<T>) {
            return weightAt(&matrix.at(at, 0), matrix.columns, column);
        } else {
            return widen(matrix.at(at, column));
        }
    }
};

template <class T>
__device__ void loadTile(float (&to)[kTileDepth][kTile + 1], const Rows<T>& from,
                         std::int64_t firstRow, std::int64_t firstColumn) {
    for (int i = static_cast<int>(threadIdx.x); i < kTile * kTileDepth; i += kTileThreads) {
        const int row = i / kTileDepth;
        const int column = i % kTileDepth;
        to[column][row] = from.value(firstRow + row, firstColumn + column);
    }
}

// Adds the sums of rows [firstRow, + 64) of in with rows [firstOutput, + 64) of weight.
template <class In, class Weight>
__device__ void addTileSums(TileSums& sums, const Rows<In>& in, std::int64_t firstRow,
                            const Rows<Weight>& weight, std::int64_t firstOutput,
                            TileMemory& memory) {
    const int row = static_cast<int>(threadIdx.x) / kTileStep;
    const int output = static_cast<int>(threadIdx.x) % kTileStep;
    for (std::int64_t first = 0; first < in.matrix.columns; first += kTileDepth) {
        loadTile(memory.in, in, firstRow, first);
        loadTile(memory.weight, weight, firstOutput, first);
        __syncthreads();
        for (int k = 0; k < kTileDepth; ++k) {
#pragma unroll
            for (int i = 0; i < kSumsPerSide; ++i) {
#pragma unroll
                for (int j = 0; j < kSumsPerSide; ++j) {
                    sums[i][j] += memory.in[k][row + i * kTileStep] *
                                  memory.weight[k][output + j * kTileStep];
                }
            }
        }
        __syncthreads();
    }
}

// visit(row, output, i, j) for the thread's sums that lie inside (rows, outputs).
template <class Visit>
__device__ void forEachSum(std::int64_t firstRow, std::int64_t rows, std::int64_t firstOutput,
                           std::int64_t outputs, const Visit& visit) {
#pragma unroll
    for (int i = 0; i < kSumsPerSide; ++i) {
#pragma unroll
        for (int j = 0; j < kSumsPerSide; ++j) {
            const std::int64_t row = firstRow + threadIdx.x / kTileStep + i * kTileStep;
            const std::int64_t output = firstOutput + threadIdx.x % kTileStep + j * kTileStep;
            if (row < rows && output < outputs) {
                visit(row, output, i, j);
            }
        }
    }
}

} // namespace kernels
