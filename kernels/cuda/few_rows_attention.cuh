// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attention of very few rows, as one token has where heads hardly share keys: memory is what it
// waits for. A block has the rows of a group in registers and divides a part of the keys among
// bands of lanes, each of which reads whole keys and values, a packet of channels in a lane, and
// keeps a softmax and sums of its own; these are brought together at the end.
#pragma once

#include "kernels/cuda/attention_call.cuh"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/few_rows.cuh"

#include <limits>

namespace kernels {

// kMostRows: of a group. kLanes: of a band, which together hold the channels.
template <class T, int kMostRows, int kLanes>
class FewRowsAttention {
    static constexpr int kEach = Packet<T>::kElements; // channels of a lane
    static constexpr int kKeysAtOnce = 4;              // of a band, so that their loads overlap
    static constexpr float kNothing = -std::numeric_limits<float>::infinity();

public:
    static constexpr int kThreads = 128;
    static constexpr int kBands = kThreads / kLanes;
    static constexpr int kStep = kBands * kKeysAtOnce; // keys

    struct Memory {
        float largest[kBands][kMostRows];
        float weights[kBands][kMostRows];
        float sums[kBands][kMostRows][kLanes * kEach];
    };

    __device__ explicit FewRowsAttention(const AttentionBlock<T>& block)
        : m_block(block)
        , m_channel(laneOfBand() * kEach) {
#pragma unroll
        for (int row = 0; row < kMostRows; ++row) {
            m_largest[row] = kNothing;
            m_visible[row] = block.visible(row);
            const bool isThere = row < block.rows();
            const T* from = block.call.q.at(block.picture, block.token(row), block.head(row));
            const Packet<T> packet = packetOf(from, m_channel, block.call.channels, isThere);
            for (int i = 0; i < kEach; ++i) {
                m_query[row][i] = widen(packet.elements[i]) * block.call.scale;
            }
        }
    }

    // Keys [first, end). Lanes of a warp exchange values, so that all of its bands go on together.
    __device__ void run(int first, int end) {
        for (; first < end; first += kStep) {
            meet(first + band() * kKeysAtOnce, end);
        }
    }

    // Leaves the sums of all bands for merged().
    __device__ void leave(Memory& memory) const {
#pragma unroll
        for (int row = 0; row < kMostRows; ++row) {
            if (laneOfBand() == 0) {
                memory.largest[band()][row] = m_largest[row];
                memory.weights[band()][row] = m_weights[row];
            }
            for (int i = 0; i < kEach; ++i) {
                memory.sums[band()][row][m_channel + i] = m_sums[row][i];
            }
        }
    }

    struct Merged {
        float largest;
        float weights;
        float sum;
    };

    // What the bands together have of a row's channel.
    static __device__ Merged merged(const Memory& memory, int row, int channel) {
        Merged all{kNothing, 0.0F, 0.0F};
        for (int band = 0; band < kBands; ++band) {
            all.largest = fmaxf(all.largest, memory.largest[band][row]);
        }
        const float base = softmaxBase(all.largest);
        for (int band = 0; band < kBands; ++band) {
            const float factor = expf(memory.largest[band][row] - base);
            all.weights += factor * memory.weights[band][row];
            all.sum += factor * memory.sums[band][row][channel];
        }
        return all;
    }

private:
    static __device__ int band() {
        return static_cast<int>(threadIdx.x) / kLanes;
    }

    static __device__ int laneOfBand() {
        return static_cast<int>(threadIdx.x) % kLanes;
    }

    static __device__ float bandSum(float value) {
        for (int step = kLanes / 2; step > 0; step /= 2) {
            value += __shfl_xor_sync(kAllLanes, value, step);
        }
        return value;
    }

    __device__ void meet(int first, int end) {
        float weights[kMostRows][kKeysAtOnce];
#pragma unroll
        for (int key = 0; key < kKeysAtOnce; ++key) {
            const Packet<T> packet = packetOf(m_block.key(first + key), m_channel,
                                              m_block.call.channels, first + key < end);
#pragma unroll
            for (int row = 0; row < kMostRows; ++row) {
                float sum = 0.0F;
                for (int i = 0; i < kEach; ++i) {
                    sum += m_query[row][i] * widen(packet.elements[i]);
                }
                const bool isSeen = first + key < min(end, m_visible[row]);
                sum = bandSum(sum);
                weights[row][key] = isSeen ? sum : kNothing;
            }
        }
        turnIntoWeights(weights);
#pragma unroll
        for (int key = 0; key < kKeysAtOnce; ++key) {
            const Packet<T> packet = packetOf(m_block.value(first + key), m_channel,
                                              m_block.call.valueChannels, first + key < end);
#pragma unroll
            for (int row = 0; row < kMostRows; ++row) {
                for (int i = 0; i < kEach; ++i) {
                    m_sums[row][i] += weights[row][key] * widen(packet.elements[i]);
                }
            }
        }
    }

    // Scores into weights relative to the largest so far, which the sums then follow.
    __device__ void turnIntoWeights(float (&scores)[kMostRows][kKeysAtOnce]) {
#pragma unroll
        for (int row = 0; row < kMostRows; ++row) {
            float most = m_largest[row];
            for (const float score : scores[row]) {
                most = fmaxf(most, score);
            }
            const float base = softmaxBase(most);
            const float factor = expf(m_largest[row] - base);
            m_largest[row] = most;
            m_weights[row] *= factor;
            for (float& sum : m_sums[row]) {
                sum *= factor;
            }
            for (float& score : scores[row]) {
                score = expf(score - base);
                m_weights[row] += score;
            }
        }
    }

    const AttentionBlock<T>& m_block;
    int m_channel; // first of the lane
    int m_visible[kMostRows];
    float m_query[kMostRows][kEach]; // times the scale
    float m_largest[kMostRows];
    float m_weights[kMostRows] = {};
    float m_sums[kMostRows][kEach] = {};
};

// The parts of a group, by the last of its blocks.
template <class T>
__device__ void combineParts(const AttentionBlock<T>& block, const Parts& parts) {
    const int channels = block.call.valueChannels;
    for (int i = static_cast<int>(threadIdx.x); i < block.rows() * channels; i += blockDim.x) {
        const int row = i / channels;
        const std::int64_t ofAll = std::int64_t{blockIdx.y} * block.rows() + row;
        store(block.call.out.at(block.picture, block.token(row), block.head(row))[i % channels],
              combined(parts, ofAll, i % channels, channels));
    }
}

template <class T, int kMostRows, int kLanes>
__global__ void fewRowsAttentionKernel(AttentionCall<T> call, Parts parts) {
    using Attention = FewRowsAttention<T, kMostRows, kLanes>;
    auto& memory = *sharedMemory<typename Attention::Memory>();
    const AttentionBlock<T> block(call, 0);
    const int part = static_cast<int>(blockIdx.z);
    const int keys = parts.keysOfEach(block.keys, Attention::kStep);
    Attention attention(block);
    attention.run(part * keys, min(block.keys, (part + 1) * keys));
    attention.leave(memory);
    __syncthreads();
    for (int i = static_cast<int>(threadIdx.x); i < block.rows() * call.valueChannels;
         i += Attention::kThreads) {
        const int row = i / call.valueChannels;
        const int channel = i % call.valueChannels;
        const auto all = Attention::merged(memory, row, channel);
        if (parts.count == 1) {
            store(call.out.at(block.picture, block.token(row), block.head(row))[channel],
                  all.sum / all.weights);
            continue;
        }
        const std::int64_t place = parts.place(std::int64_t{blockIdx.y} * block.rows() + row, part);
        parts.sums[place * call.valueChannels + channel] = all.sum;
        if (channel == 0) {
            parts.largest[place] = all.largest;
            parts.weights[place] = all.weights;
        }
    }
    if (parts.count > 1 && isLastOf(gridDim.z, parts.arrivals + blockIdx.y)) {
        combineParts(block, parts);
    }
}

} // namespace kernels
