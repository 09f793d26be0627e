// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attention of many BF16 rows on tensor cores. A block of four warps owns 64 rows, each warp
// sixteen of them, and goes through the keys 64 at a time. Scores, weights and sums stay in
// registers: the lanes that have a row's scores are those that the next product wants its weights
// from.
#pragma once

#include "kernels/cuda/attention_call.cuh"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/few_rows.cuh"
#include "kernels/cuda/tensor_lanes.cuh"

#include <limits>

namespace kernels {

// kChannels and kValues: the most that a head may have, multiples of 16.
template <int kChannels, int kValues>
class TensorAttention {
    using T = __nv_bfloat16;

    static constexpr int kKeys = 64;
    static constexpr int kScores = kKeys / kTensorOutputs;
    static constexpr int kSums = kValues / kTensorOutputs;

public:
    static constexpr int kRows = 64;
    static constexpr int kThreads = kRows / kTensorRows * kWarpSize;

    struct Memory {
        T keys[kKeys][kChannels + kTensorPad];
        T values[kValues][kKeys + kTensorPad]; // transposed
    };

    __device__ explicit TensorAttention(const AttentionBlock<T>& block)
        : m_block(block) {
        for (int half = 0; half < 2; ++half) {
            m_visible[half] = block.visible(row(half));
            m_largest[half] = -std::numeric_limits<float>::infinity();
        }
        loadQueries();
    }

    __device__ void run(Memory& memory) {
        const int lastKey = m_block.visible(kRows - 1);
        for (int firstKey = 0; firstKey < lastKey; firstKey += kKeys) {
            loadKeys(memory, firstKey);
            loadValues(memory, firstKey);
            __syncthreads();
            float scores[kScores][kTensorSums] = {};
            multiplyKeys(scores, memory);
            turnIntoWeights(scores, firstKey);
            addValues(scores, memory);
            __syncthreads();
        }
    }

    __device__ void storeSums() {
        for (int half = 0; half < 2; ++half) {
            const float sum = sumOfRow(m_sum[half]);
            if (m_block.firstRow + row(half) >= m_block.rows()) {
                continue;
            }
            T* to = m_block.call.out.at(m_block.picture, m_block.token(row(half)),
                                        m_block.head(row(half)));
#pragma unroll
            for (int i = 0; i < kSums; ++i) {
                for (int j = 0; j < 2; ++j) {
                    const int channel = i * kTensorOutputs + tensorOutput(j);
                    if (channel < m_block.call.valueChannels) {
                        store(to[channel], m_sums[i][2 * half + j] / sum);
                    }
                }
            }
        }
    }

private:
    // Of the block, the thread's upper and lower row.
    static __device__ int row(int half) {
        return warpIndex() * kTensorRows + tensorRow(2 * half);
    }

    static __device__ unsigned pairOf(float lower, float upper) {
        __align__(4) T both[2];
        store(both[0], lower);
        store(both[1], upper);
        return tensorPair(both);
    }

    // The sum, or with fmaxf the largest, over the four lanes that share a row.
    static __device__ float sumOfRow(float value) {
        value += __shfl_xor_sync(kAllLanes, value, 1);
        return value + __shfl_xor_sync(kAllLanes, value, 2);
    }

    static __device__ float largestOfRow(float value) {
        value = fmaxf(value, __shfl_xor_sync(kAllLanes, value, 1));
        return fmaxf(value, __shfl_xor_sync(kAllLanes, value, 2));
    }

    __device__ void loadQueries() {
#pragma unroll
        for (int i = 0; i < kChannels / kTensorDepth; ++i) {
            for (int part = 0; part < 4; ++part) {
                const int r = row(part % 2);
                const int channel = i * kTensorDepth + tensorInput() + part / 2 * 8;
                const T* from =
                    m_block.call.q.at(m_block.picture, m_block.token(r), m_block.head(r));
                const auto at = [&](int c) {
                    const bool isInside =
                        m_block.firstRow + r < m_block.rows() && c < m_block.call.channels;
                    return isInside ? widen(from[c]) : 0.0F;
                };
                m_queries[i][part] = pairOf(at(channel), at(channel + 1));
            }
        }
    }

    __device__ void loadKeys(Memory& memory, int firstKey) const {
        constexpr int kPackets = kChannels / 8;
        for (int i = static_cast<int>(threadIdx.x); i < kKeys * kPackets; i += kThreads) {
            const int key = i / kPackets;
            const int channel = i % kPackets * 8;
            const T* from = m_block.key(firstKey + key);
            *reinterpret_cast<Packet<T>*>(&memory.keys[key][channel]) =
                packetOf(from, channel, m_block.call.channels, firstKey + key < m_block.keys);
        }
    }

    // Neighbouring threads take neighbouring keys, which they store beside each other.
    __device__ void loadValues(Memory& memory, int firstKey) const {
        for (int i = static_cast<int>(threadIdx.x); i < kKeys * kValues / 8; i += kThreads) {
            const int key = i % kKeys;
            const int channel = i / kKeys * 8;
            const T* from = m_block.value(firstKey + key);
            const Packet<T> packet =
                packetOf(from, channel, m_block.call.valueChannels, firstKey + key < m_block.keys);
            for (int c = 0; c < 8; ++c) {
                memory.values[channel + c][key] = packet.elements[c];
            }
        }
    }

    __device__ void multiplyKeys(float (&scores)[kScores][kTensorSums],
                                 const Memory& memory) const {
#pragma unroll
        for (int i = 0; i < kChannels / kTensorDepth; ++i) {
#pragma unroll
            for (int j = 0; j < kScores; ++j) {
                const T* key = &memory.keys[j * kTensorOutputs + tensorWeight()][i * kTensorDepth];
                multiplyAddOnTensorCore(scores[j], m_queries[i], key);
            }
        }
    }

    // Relative to the largest score so far, which the sums then follow.
    __device__ void turnIntoWeights(float (&scores)[kScores][kTensorSums], int firstKey) {
        float most[2] = {m_largest[0], m_largest[1]};
#pragma unroll
        for (int i = 0; i < kScores * 4; ++i) {
            const int half = i % 4 / 2;
            const bool isVisible =
                firstKey + i / 4 * kTensorOutputs + tensorOutput(i % 4) < m_visible[half];
            float& score = scores[i / 4][i % 4];
            score =
                isVisible ? score * m_block.call.scale : -std::numeric_limits<float>::infinity();
            most[half] = fmaxf(most[half], score);
        }
        for (int half = 0; half < 2; ++half) {
            most[half] = largestOfRow(most[half]);
            const float factor = expf(m_largest[half] - most[half]);
            m_largest[half] = most[half];
            m_sum[half] *= factor;
#pragma unroll
            for (int i = 0; i < kSums; ++i) {
                m_sums[i][2 * half] *= factor;
                m_sums[i][2 * half + 1] *= factor;
            }
        }
#pragma unroll
        for (int i = 0; i < kScores * 4; ++i) {
            const int half = i % 4 / 2;
            float& score = scores[i / 4][i % 4];
            score = expf(score - most[half]);
            m_sum[half] += score;
        }
    }

    __device__ void addValues(const float (&weights)[kScores][kTensorSums], const Memory& memory) {
#pragma unroll
        for (int i = 0; i < kKeys / kTensorDepth; ++i) {
            const float(&first)[4] = weights[2 * i];
            const float(&second)[4] = weights[2 * i + 1];
            const unsigned rows[4] = {pairOf(first[0], first[1]), pairOf(first[2], first[3]),
                                      pairOf(second[0], second[1]), pairOf(second[2], second[3])};
#pragma unroll
            for (int j = 0; j < kSums; ++j) {
                const T* value =
                    &memory.values[j * kTensorOutputs + tensorWeight()][i * kTensorDepth];
                multiplyAddOnTensorCore(m_sums[j], rows, value);
            }
        }
    }

    AttentionBlock<T> m_block;
    int m_visible[2];
    unsigned m_queries[kChannels / kTensorDepth][4];
    float m_largest[2];
    float m_sum[2] = {};
    float m_sums[kSums][kTensorSums] = {};
};

template <int kChannels, int kValues>
__global__ void tensorAttentionKernel(AttentionCall<__nv_bfloat16> call) {
    using Attention = TensorAttention<kChannels, kValues>;
    Attention attention({call, static_cast<int>(blockIdx.x) * Attention::kRows});
    attention.run(*sharedMemory<typename Attention::Memory>());
    attention.storeSums();
}

} // namespace kernels
