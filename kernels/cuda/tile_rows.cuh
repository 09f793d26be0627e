// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a tile of sums (tile.cuh) multiplies: 64 rows of a matrix at a time.
#pragma once

#include "kernels/cuda/elements.cuh"

namespace kernels {

constexpr int kTile = 64;
constexpr int kTileThreads = 256;
constexpr int kSumsPerSide = 4; // of a thread

// Rows of a matrix in the order of an index, or as they lie.
template <class T>
struct Rows {
    Matrix<const T> matrix;
    const std::int32_t* index = nullptr;

    __device__ const T* row(std::int64_t number) const {
        return &matrix.at(index == nullptr ? number : index[number], 0);
    }

    // Zero past the last row and column.
    __device__ float value(std::int64_t number, std::int64_t column) const {
        if (number >= matrix.rows || column >= matrix.columns) {
            return 0.0F;
        }
        if constexpr (kIsQuantised<T>) {
            return weightAt(row(number), matrix.columns, column);
        } else {
            return widen(row(number)[column * matrix.columnStride]);
        }
    }
};

} // namespace kernels
