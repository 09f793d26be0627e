// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attention with a running softmax, for any head size and any number of keys. A block owns sixteen
// rows of one group; rows are (token, head) pairs, so that heads which share keys share their
// loads. It goes through the keys 32 at a time: scores, from slices of the channels in shared
// memory; their softmax relative to the largest so far; and the weighted values, each thread for
// output channels of its own.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

#include <limits>

namespace kernels {

namespace {

constexpr int kThreads = 128;
constexpr int kRows = 16;
constexpr int kKeys = 32;
constexpr int kChannels = 64;                    // of a slice
constexpr int kThreadsPerRow = kThreads / kRows; // 8, within one warp
constexpr int kKeysPerThread = kKeys / kThreadsPerRow;

// A tensor (B, T, H, C) in device memory.
template <class T>
struct Heads {
    T* data;
    std::int64_t pictureStride;
    std::int64_t rowStride;
    std::int64_t headStride;

    __device__ T* at(std::int64_t picture, std::int64_t row, std::int64_t head) const {
        return data + picture * pictureStride + row * rowStride + head * headStride;
    }
};

template <class T>
Heads<T> headsOf(const Tensor& tensor) {
    return {tensor.as<T>(), tensor.stride(0), tensor.stride(1), tensor.stride(2)};
}

template <class T>
struct AttentionCall {
    Heads<T> out;
    Heads<const T> q;
    Heads<const T> k;
    Heads<const T> v;
    int tokens; // T
    int keys;   // S
    int groups; // G
    int share;  // heads of a group
    int channels;
    int valueChannels;
    bool isCausal;
    float scale;
};

struct AttentionMemory {
    float q[kRows][kChannels + 1];
    float k[kKeys][kChannels + 1];
    float weights[kRows][kKeys + 1];
    float factors[kRows]; // what the sums so far shrink by
    float sums[kRows];
};

// A block's place: rows [firstRow, + 16) of a group's T · share rows.
template <class T>
struct AttentionBlock {
    const AttentionCall<T>& call;
    int picture;
    int group;
    int firstRow;

    __device__ int rows() const { return call.tokens * call.share; }

    __device__ int token(int row) const { return (firstRow + row) / call.share; }

    __device__ int head(int row) const {
        return group * call.share + (firstRow + row) % call.share;
    }

    // So many keys does a row see.
    __device__ int visible(int row) const {
        const int last = min(token(row), call.tokens - 1);
        return call.isCausal ? call.keys - call.tokens + last + 1 : call.keys;
    }
};

template <class T>
__device__ void loadQueries(const AttentionBlock<T>& block, int channel, AttentionMemory& memory) {
    for (int i = static_cast<int>(threadIdx.x); i < kRows * kChannels; i += kThreads) {
        const int row = i / kChannels;
        const int c = channel + i % kChannels;
        const bool isInside = block.firstRow + row < block.rows() && c < block.call.channels;
        const T* from = block.call.q.at(block.picture, block.token(row), block.head(row));
        memory.q[row][i % kChannels] = isInside ? widen(from[c]) : 0.0F;
    }
}

template <class T>
__device__ void loadKeys(const AttentionBlock<T>& block, int firstKey, int channel,
                         AttentionMemory& memory) {
    for (int i = static_cast<int>(threadIdx.x); i < kKeys * kChannels; i += kThreads) {
        const int key = firstKey + i / kChannels;
        const int c = channel + i % kChannels;
        const bool isInside = key < block.call.keys && c < block.call.channels;
        const T* from = block.call.k.at(block.picture, key, block.group);
        memory.k[i / kChannels][i % kChannels] = isInside ? widen(from[c]) : 0.0F;
    }
}

// The calling thread's scores: of its row with keys firstKey + (thread % 8) + 8 j.
template <class T>
__device__ void computeScores(float (&scores)[kKeysPerThread], const AttentionBlock<T>& block,
                              int firstKey, AttentionMemory& memory) {
    const int row = static_cast<int>(threadIdx.x) / kThreadsPerRow;
    const int own = static_cast<int>(threadIdx.x) % kThreadsPerRow;
    for (int channel = 0; channel < block.call.channels; channel += kChannels) {
        loadQueries(block, channel, memory);
        loadKeys(block, firstKey, channel, memory);
        __syncthreads();
        for (int c = 0; c < kChannels; ++c) {
#pragma unroll
            for (int j = 0; j < kKeysPerThread; ++j) {
                scores[j] += memory.q[row][c] * memory.k[own + j * kThreadsPerRow][c];
            }
        }
        __syncthreads();
    }
#pragma unroll
    for (int j = 0; j < kKeysPerThread; ++j) {
        const bool isVisible = firstKey + own + j * kThreadsPerRow < block.visible(row);
        scores[j] =
            isVisible ? scores[j] * block.call.scale : -std::numeric_limits<float>::infinity();
    }
}

// The softmax of a row so far; its eight threads agree.
struct RunningSoftmax {
    float largest = -std::numeric_limits<float>::infinity();
    float sum = 0.0F;

    // Leaves the weights of these keys, and what earlier ones shrink by, in shared memory.
    __device__ void add(const float (&scores)[kKeysPerThread], AttentionMemory& memory) {
        const int row = static_cast<int>(threadIdx.x) / kThreadsPerRow;
        const int own = static_cast<int>(threadIdx.x) % kThreadsPerRow;
        float most = largest;
        for (const float score : scores) {
            most = fmaxf(most, score);
        }
        for (int step = kThreadsPerRow / 2; step > 0; step /= 2) {
            most = fmaxf(most, __shfl_xor_sync(kAllLanes, most, step));
        }
        float added = 0.0F;
#pragma unroll
        for (int j = 0; j < kKeysPerThread; ++j) {
            const float weight = expf(scores[j] - most);
            memory.weights[row][own + j * kThreadsPerRow] = weight;
            added += weight;
        }
        for (int step = kThreadsPerRow / 2; step > 0; step /= 2) {
            added += __shfl_xor_sync(kAllLanes, added, step);
        }
        const float factor = expf(largest - most);
        if (own == 0) {
            memory.factors[row] = factor;
        }
        sum = sum * factor + added;
        largest = most;
    }
};

// Channels per thread: output channels first + thread, + kThreads, …
template <class T, int kPerThread>
__device__ void addValues(float (&sums)[kPerThread][kRows], const AttentionBlock<T>& block,
                          int firstKey, int firstChannel, const AttentionMemory& memory) {
    const int keys = min(kKeys, block.call.keys - firstKey);
#pragma unroll
    for (int i = 0; i < kPerThread; ++i) {
        const int channel = firstChannel + static_cast<int>(threadIdx.x) + i * kThreads;
        if (channel >= block.call.valueChannels) {
            continue;
        }
#pragma unroll
        for (int row = 0; row < kRows; ++row) {
            sums[i][row] *= memory.factors[row];
        }
        for (int key = 0; key < keys; ++key) {
            const float value =
                widen(block.call.v.at(block.picture, firstKey + key, block.group)[channel]);
#pragma unroll
            for (int row = 0; row < kRows; ++row) {
                sums[i][row] += memory.weights[row][key] * value;
            }
        }
    }
}

template <class T, int kPerThread>
__global__ void attentionKernel(AttentionCall<T> call) {
    AttentionMemory& memory = *sharedMemory<AttentionMemory>();
    const AttentionBlock<T> block{call, static_cast<int>(blockIdx.y) / call.groups,
                                  static_cast<int>(blockIdx.y) % call.groups,
                                  static_cast<int>(blockIdx.x) * kRows};
    const int firstChannel = static_cast<int>(blockIdx.z) * kThreads * kPerThread;
    RunningSoftmax softmax;
    float sums[kPerThread][kRows] = {};
    const int lastKey = block.visible(kRows - 1);
    for (int firstKey = 0; firstKey < lastKey; firstKey += kKeys) {
        float scores[kKeysPerThread] = {};
        computeScores(scores, block, firstKey, memory);
        softmax.add(scores, memory);
        __syncthreads();
        addValues<T, kPerThread>(sums, block, firstKey, firstChannel, memory);
    }
    if (threadIdx.x % kThreadsPerRow == 0) {
        memory.sums[threadIdx.x / kThreadsPerRow] = softmax.sum;
    }
    __syncthreads();
    for (int row = 0; row < min(kRows, block.rows() - block.firstRow); ++row) {
        T* to = call.out.at(block.picture, block.token(row), block.head(row));
#pragma unroll
        for (int i = 0; i < kPerThread; ++i) {
            const int channel = firstChannel + static_cast<int>(threadIdx.x) + i * kThreads;
            if (channel < call.valueChannels) {
                store(to[channel], sums[i][row] / memory.sums[row]);
            }
        }
    }
}

template <class T>
AttentionCall<T> callOf(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                        const AttentionParams& params) {
    return {headsOf<T>(out),
            headsOf<const T>(q),
            headsOf<const T>(k),
            headsOf<const T>(v),
            static_cast<int>(q.size(1)),
            static_cast<int>(k.size(1)),
            static_cast<int>(k.size(2)),
            static_cast<int>(q.size(2) / k.size(2)),
            static_cast<int>(q.size(3)),
            static_cast<int>(v.size(3)),
            params.mask == AttentionMask::Causal,
            params.scale};
}

} // namespace

void CudaBackend::attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                            const AttentionParams& params) {
    checkAttention(out, q, k, v, params);
    check(out.dtype == q.dtype && q.dtype == k.dtype && k.dtype == v.dtype,
          "attention: all operands are of one type on the GPU");
    if (out.elements() == 0) {
        return;
    }
    const bool isWide = v.size(3) > kThreads;
    const int channelsPerBlock = isWide ? 4 * kThreads : kThreads;
    const Grid grid{{blocksFor(q.size(1) * (q.size(2) / k.size(2)), kRows),
                     static_cast<unsigned>(q.size(0) * k.size(2)),
                     blocksFor(v.size(3), channelsPerBlock)},
                    kThreads,
                    sizeof(AttentionMemory)};
    withActivationType(q.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), grid, isWide ? attentionKernel<T, 4> : attentionKernel<T, 1>,
               callOf<T>(out, q, k, v, params));
    });
}

// One after another: what they have in common is read for each.
void CudaBackend::attentionOfTimelines(const Tensor& out, const Tensor& q,
                                       std::span<const KeysAndValues> timelines,
                                       std::int64_t common, float scale) {
    checkAttentionOfTimelines(out, q, timelines, common);
    std::int64_t row = 0;
    for (const auto& [k, v] : timelines) {
        attention(out.slice(0, row, 1).asBatch(), q.slice(0, row, 1).asBatch(), k.asBatch(),
                  v.asBatch(), {AttentionMask::Full, scale});
        ++row;
    }
}

} // namespace kernels
