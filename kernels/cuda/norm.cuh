// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// RMSNorm inside other kernels: of a row by one warp, and of few rows by every block for itself,
// which costs less than the kernel that it saves.
#pragma once

#include "kernels/backend.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/few_rows.cuh"

namespace kernels {

// out may be in. By a warp.
template <class T>
__device__ void normRow(T* out, const T* in, int width, const AnyFloats& weight, float eps) {
    constexpr int kEach = Packet<T>::kElements;
    float squares = 0.0F;
    for (int first = laneIndex() * kEach; first < width; first += kWarpSize * kEach) {
        const Packet<T> packet = packetOf(in, first, width, true);
#pragma unroll
        for (int i = 0; i < kEach; ++i) { // past the last they are zero
            squares += widen(packet.elements[i]) * widen(packet.elements[i]);
        }
    }
    const float factor = rsqrtf(warpSum(squares) / static_cast<float>(width) + eps);
    for (int first = laneIndex() * kEach; first < width; first += kWarpSize * kEach) {
        const Packet<T> packet = packetOf(in, first, width, true);
#pragma unroll
        for (int i = 0; i < kEach; ++i) {
            if (first + i < width) {
                store(out[first + i], widen(packet.elements[i]) * factor * weight[first + i]);
            }
        }
    }
}

// A few NormedRows as a kernel gets them.
template <class T>
struct RowsToNorm {
    Matrix<const T> rows;
    AnyFloats weight;
    float eps;

    std::size_t sharedBytes() const {
        return static_cast<std::size_t>(rows.rows * rows.columns) * sizeof(T);
    }

    // In the first sharedBytes() of shared memory. All threads of a block call it.
    __device__ Matrix<const T> normed() const {
        T* memory = sharedMemory<T>();
        for (std::int64_t row = warpIndex(); row < rows.rows; row += warpCount()) {
            normRow(memory + row * rows.columns, &rows.at(row, 0), static_cast<int>(rows.columns),
                    weight, eps);
        }
        __syncthreads();
        return {memory, rows.rows, rows.columns, rows.columns, 1};
    }
};

template <class T>
RowsToNorm<T> rowsToNorm(const NormedRows& in) {
    return {matrixOf<const T>(in.rows), anyFloats(&in.weight), in.eps};
}

// Whether blocks are to do so: few rows, which fit into what every GPU gives a block.
inline bool isNormedByBlocks(const Tensor& rows) {
    constexpr std::int64_t kMostBytes = 32 * 1024;
    return rows.size(0) <= kFewRows &&
           rows.size(0) * rows.size(1) * static_cast<std::int64_t>(sizeOf(rows.dtype)) <=
               kMostBytes;
}

} // namespace kernels
