// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Few rows times a row of a weight, by a warp: the weight is read once, as in decoding, and every
// lane sums its part of all rows.
#pragma once

#include "kernels/cuda/block.cuh"
#include "kernels/cuda/elements.cuh"

namespace kernels {

constexpr int kFewRows = 8;
constexpr int kFewRowsThreads = 128;
constexpr int kFewRowsWarps = kFewRowsThreads / kWarpSize;

// Eight elements in one or two loads of 16 bytes.
template <class T>
struct __align__(16) Packet {
    static constexpr int kElements = 8;
    T elements[kElements];
};

template <class T>
__device__ bool isPacked(const T* row, std::int64_t rowStride) {
    const auto bytes = static_cast<std::uint64_t>(rowStride) * sizeof(T);
    return (reinterpret_cast<std::uintptr_t>(row) | bytes) % sizeof(uint4) == 0;
}

template <class T>
__device__ Packet<T> packetAt(const T* elements) {
    return *reinterpret_cast<const Packet<T>*>(elements);
}

// Elements [first, first + 8) of a row of so many, zero past the last; all zero of a row that is
// not there.
template <class T>
__device__ Packet<T> packetOf(const T* row, int first, int count, bool isThere) {
    Packet<T> packet;
    if (isThere && first + Packet<T>::kElements <= count && isPacked(row, 0)) {
        return packetAt(row + first);
    }
    for (int i = 0; i < Packet<T>::kElements; ++i) {
        const bool isInside = isThere && first + i < count;
        store(packet.elements[i], isInside ? widen(row[first + i]) : 0.0F);
    }
    return packet;
}

template <class In, class Weight>
__device__ void addFloatRowSums(float (&sums)[kFewRows], const Matrix<const In>& in,
                                const Weight* weight) {
    constexpr int kEach = Packet<Weight>::kElements;
    const bool isFast = isPacked(weight, 0) && isPacked(in.data, in.rowStride);
    const std::int64_t packed = isFast ? in.columns / kEach * kEach : 0;
    for (std::int64_t k = laneIndex() * kEach; k < packed; k += kWarpSize * kEach) {
        const Packet<Weight> factors = packetAt(weight + k);
#pragma unroll
        for (int row = 0; row < kFewRows; ++row) {
            if (row < in.rows) {
                const Packet<In> values = packetAt(&in.at(row, k));
                for (int i = 0; i < kEach; ++i) {
                    sums[row] += widen(values.elements[i]) * widen(factors.elements[i]);
                }
            }
        }
    }
    for (std::int64_t k = packed + laneIndex(); k < in.columns; k += kWarpSize) {
#pragma unroll
        for (int row = 0; row < kFewRows; ++row) {
            if (row < in.rows) {
                sums[row] += widen(in.at(row, k)) * widen(weight[k]);
            }
        }
    }
}

// --- quantised weights ---

// What a lane takes of a row of a quantised weight at a time: 16 bytes, all of one group. value i
// belongs to input first + i.
struct __align__(16) SixteenBytes {
    std::uint8_t bytes[16];
};

template <class Weight>
struct QuantisedPacket;

template <>
struct QuantisedPacket<Quantised8> {
    static constexpr int kElements = 16;
    SixteenBytes packed;

    __device__ int value(int i) const { return static_cast<std::int8_t>(packed.bytes[i]); }
};

template <>
struct QuantisedPacket<Quantised4> {
    static constexpr int kElements = 32;
    SixteenBytes packed;

    __device__ int value(int i) const {
        return i < 16 ? lowerValue(packed.bytes[i]) : upperValue(packed.bytes[i - 16]);
    }
};

// Inputs first + [0, kEach) of row `row`, zero past the last.
template <int kEach, class In>
__device__ void loadInputs(float (&to)[kEach], const Matrix<const In>& in, std::int64_t row,
                           std::int64_t first) {
    constexpr int kPacket = Packet<In>::kElements;
    if (first + kEach <= in.columns && isPacked(in.data, in.rowStride)) {
        for (int part = 0; part < kEach; part += kPacket) {
            const Packet<In> values = packetAt(&in.at(row, first + part));
            for (int i = 0; i < kPacket; ++i) {
                to[part + i] = widen(values.elements[i]);
            }
        }
        return;
    }
    for (int i = 0; i < kEach; ++i) {
        to[i] = first + i < in.columns ? widen(in.at(row, first + i)) : 0.0F;
    }
}

template <class In, class Weight>
__device__ void addQuantisedRowSums(float (&sums)[kFewRows], const Matrix<const In>& in,
                                    const Weight* weight) {
    constexpr int kEach = QuantisedPacket<Weight>::kElements;
    const auto* scales = reinterpret_cast<const __nv_bfloat16*>(weight);
    const auto* packets =
        reinterpret_cast<const QuantisedPacket<Weight>*>(weight + quantisedScaleBytes(in.columns));
    for (std::int64_t first = laneIndex() * kEach; first < in.columns; first += kWarpSize * kEach) {
        const QuantisedPacket<Weight> packet = packets[first / kEach];
        const float scale = widen(scales[first / kGroupInputs]);
#pragma unroll
        for (int row = 0; row < kFewRows; ++row) {
            if (row < in.rows) {
                float values[kEach];
                loadInputs<kEach>(values, in, row, first);
                float sum = 0.0F;
                for (int i = 0; i < kEach; ++i) {
                    sum += values[i] * static_cast<float>(packet.value(i));
                }
                sums[row] += scale * sum;
            }
        }
    }
}

// --- any weights ---

// Adds the warp's sums of up to kFewRows rows with one row of a weight; each lane has its part.
template <class In, class Weight>
__device__ void addRowSums(float (&sums)[kFewRows], const Matrix<const In>& in,
                           const Weight* weight) {
    if constexpr (kIsQuantised<Weight>) {
        addQuantisedRowSums(sums, in, weight);
    } else {
        addFloatRowSums(sums, in, weight);
    }
}

// The row of the weight, and with it the column of the output, that a warp works at.
__device__ inline std::int64_t outputOfWarp() {
    return std::int64_t{blockIdx.x} * warpCount() + warpIndex();
}

// The sum over the warp of the row that is numbered like the lane.
__device__ inline float sumOfOwnRow(const float (&sums)[kFewRows], std::int64_t rows) {
    float own = 0.0F;
#pragma unroll
    for (int row = 0; row < kFewRows; ++row) {
        if (row < rows) {
            const float sum = warpSum(sums[row]);
            own = laneIndex() == row ? sum : own;
        }
    }
    return own;
}

// Calls finish(sum, row) with an output of each row, in a lane of its own.
template <class In, class Weight, class Finish>
__device__ void forFewSums(const Matrix<const In>& in, const Matrix<const Weight>& weight,
                           std::int64_t output, const Finish& finish) {
    if (output >= weight.rows) {
        return;
    }
    float sums[kFewRows] = {};
    addRowSums(sums, in, &weight.at(output, 0));
    const float sum = sumOfOwnRow(sums, in.rows);
    if (const int row = laneIndex(); row < in.rows) {
        finish(sum, row);
    }
}

} // namespace kernels
