// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TensorTile: a tile of sums on tensor cores. Rows are BF16; weights are too, or are quantised,
// whose values BF16 holds exactly.
#pragma once

#include "kernels/cuda/block.cuh"
#include "kernels/cuda/few_rows.cuh"
#include "kernels/cuda/tensor_lanes.cuh"
#include "kernels/cuda/tile_rows.cuh"

namespace kernels {

// Eight warps, each with 16 rows × 32 outputs, which are four of the instruction's results beside
// each other.
template <class In, class Weight>
class TensorTile {
    static constexpr int kDepth = kGroupInputs; // so that a quantised row has one scale
    static constexpr int kResults = kSumsPerSide;
    static constexpr int kWarpColumns = kResults * kTensorOutputs;
    static constexpr int kWarpsBeside = kTile / kWarpColumns;

public:
    struct Memory {
        __nv_bfloat16 in[kTile][kDepth + kTensorPad];
        __nv_bfloat16 weight[kTile][kDepth + kTensorPad];
        float scales[kTile]; // of the weight's rows
    };

    float sums[kResults][kTensorSums] = {};

    // As FloatTile::add.
    __device__ void add(const Rows<In>& in, std::int64_t firstRow, const Rows<Weight>& weight,
                        std::int64_t firstOutput, Memory& memory) {
        for (std::int64_t first = 0; first < in.matrix.columns; first += kDepth) {
            load(memory.in, in, firstRow, first);
            if constexpr (kIsQuantised<Weight>) {
                loadQuantised(memory, weight, firstOutput, first);
            } else {
                load(memory.weight, weight, firstOutput, first);
            }
            __syncthreads();
            if constexpr (kIsQuantised<Weight>) {
                float part[kResults][kTensorSums] = {};
                multiply(part, memory);
                addScaled(part, memory);
            } else {
                multiply(sums, memory);
            }
            __syncthreads();
        }
    }

    // Of the tile, where the thread's sum (i, j) stands.
    static __device__ int rowOf(int /*i*/, int j) { return warpRow() + tensorRow(j); }

    static __device__ int outputOf(int i, int j) {
        return warpOutput() + i * kTensorOutputs + tensorOutput(j);
    }

private:
    using Chunk = __nv_bfloat16[kTile][kDepth + kTensorPad];

    static __device__ int warpRow() { return warpIndex() / kWarpsBeside * kTensorRows; }

    static __device__ int warpOutput() { return warpIndex() % kWarpsBeside * kWarpColumns; }

    static __device__ void load(Chunk& to, const Rows<__nv_bfloat16>& from, std::int64_t firstRow,
                                std::int64_t firstColumn) {
        constexpr int kEach = Packet<__nv_bfloat16>::kElements;
        const Matrix<const __nv_bfloat16>& matrix = from.matrix;
        const bool isFast = matrix.columnStride == 1 && isPacked(matrix.data, matrix.rowStride);
        for (int i = static_cast<int>(threadIdx.x); i < kTile * kDepth / kEach; i += kTileThreads) {
            const int row = i / (kDepth / kEach);
            const int column = i % (kDepth / kEach) * kEach;
            auto& packet = *reinterpret_cast<Packet<__nv_bfloat16>*>(&to[row][column]);
            if (isFast && firstRow + row < matrix.rows &&
                firstColumn + column + kEach <= matrix.columns) {
                packet = packetAt(from.row(firstRow + row) + firstColumn + column);
                continue;
            }
            for (int k = 0; k < kEach; ++k) {
                store(packet.elements[k], from.value(firstRow + row, firstColumn + column + k));
            }
        }
    }

    // The values as they are, and the scale of each row.
    static __device__ void loadQuantised(Memory& memory, const Rows<Weight>& from,
                                         std::int64_t firstRow, std::int64_t firstColumn) {
        constexpr int kEach = QuantisedPacket<Weight>::kElements;
        const std::int64_t inputs = from.matrix.columns;
        for (int i = static_cast<int>(threadIdx.x); i < kTile * kDepth / kEach; i += kTileThreads) {
            const int row = i / (kDepth / kEach);
            const int column = i % (kDepth / kEach) * kEach;
            const bool isThere = firstRow + row < from.matrix.rows;
            QuantisedPacket<Weight> packet = {};
            if (isThere) {
                const Weight* values = from.row(firstRow + row) + quantisedScaleBytes(inputs);
                packet = reinterpret_cast<const QuantisedPacket<Weight>*>(
                    values)[(firstColumn + column) / kEach];
            }
            for (int k = 0; k < kEach; ++k) {
                store(memory.weight[row][column + k], static_cast<float>(packet.value(k)));
            }
            if (column == 0) {
                const auto* scales = reinterpret_cast<const __nv_bfloat16*>(
                    isThere ? from.row(firstRow + row) : nullptr);
                memory.scales[row] = isThere ? widen(scales[firstColumn / kGroupInputs]) : 0.0F;
            }
        }
    }

    static __device__ void multiply(float (&to)[kResults][kTensorSums], const Memory& memory) {
        const __nv_bfloat16* upper = memory.in[rowOf(0, 0)] + tensorInput();
        const __nv_bfloat16* lower = memory.in[rowOf(0, 2)] + tensorInput();
#pragma unroll
        for (int k = 0; k < kDepth; k += kTensorDepth) {
            const unsigned rows[4] = {tensorPair(upper + k), tensorPair(lower + k),
                                      tensorPair(upper + k + 8), tensorPair(lower + k + 8)};
#pragma unroll
            for (int i = 0; i < kResults; ++i) {
                const int weight = warpOutput() + i * kTensorOutputs + tensorWeight();
                multiplyAddOnTensorCore(to[i], rows, &memory.weight[weight][k]);
            }
        }
    }

    __device__ void addScaled(const float (&part)[kResults][kTensorSums], const Memory& memory) {
#pragma unroll
        for (int i = 0; i < kResults; ++i) {
#pragma unroll
            for (int j = 0; j < kTensorSums; ++j) {
                sums[i][j] += part[i][j] * memory.scales[outputOf(i, j)];
            }
        }
    }
};

} // namespace kernels
