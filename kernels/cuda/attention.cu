// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attention with a running softmax, for any head size and any number of keys. A block owns sixteen
// rows of one group and goes through the keys 32 at a time: scores, from slices of the channels in
// shared memory; their softmax relative to the largest so far; and the weighted values, each thread
// for output channels of its own. Few rows, as in decoding, would leave most of a GPU idle: their
// keys are cut into parts, a block for each, whose sums another kernel brings together; and where a
// group has very few, the last of its blocks does (few_rows_attention.cuh). Many BF16 rows go to
// tensor cores (tensor_attention.cuh).
#include "kernels/contract.h"
#include "kernels/cuda/attention_call.cuh"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/few_rows_attention.cuh"
#include "kernels/cuda/launch.h"
#include "kernels/cuda/tensor_attention.cuh"

#include <algorithm>
#include <limits>
#include <utility>

namespace kernels {

namespace {

constexpr int kThreads = 128;
constexpr int kRows = 16;
constexpr int kKeys = 32;
constexpr int kChannels = 64;                    // of a slice
constexpr int kThreadsPerRow = kThreads / kRows; // 8, within one warp
constexpr int kKeysPerThread = kKeys / kThreadsPerRow;
constexpr int kLeastKeysOfPart = 2 * kKeys;
constexpr int kManyBlocks = 256;             // which keep the largest GPUs busy
static_assert(kManyBlocks <= kMostArrivals); // keys are in parts where there are fewer groups

struct AttentionMemory {
    float q[kRows][kChannels + 1];
    float k[kKeys][kChannels + 1];
    float weights[kRows][kKeys + 1];
    float factors[kRows]; // what the sums so far shrink by
    float sums[kRows];
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
        const bool isInside = key < block.keys && c < block.call.channels;
        const T* from = block.key(key);
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
        const float base = softmaxBase(most);
        float added = 0.0F;
#pragma unroll
        for (int j = 0; j < kKeysPerThread; ++j) {
            const float weight = expf(scores[j] - base);
            memory.weights[row][own + j * kThreadsPerRow] = weight;
            added += weight;
        }
        for (int step = kThreadsPerRow / 2; step > 0; step /= 2) {
            added += __shfl_xor_sync(kAllLanes, added, step);
        }
        const float factor = expf(largest - base);
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
    const int keys = min(kKeys, block.keys - firstKey);
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
            const float value = widen(block.value(firstKey + key)[channel]);
#pragma unroll
            for (int row = 0; row < kRows; ++row) {
                sums[i][row] += memory.weights[row][key] * value;
            }
        }
    }
}

// The sums of the block's rows over its keys.
template <class T, int kPerThread>
__device__ void storePart(const float (&sums)[kPerThread][kRows], const RunningSoftmax& softmax,
                          const AttentionBlock<T>& block, int firstChannel, const Parts& parts,
                          int part) {
    const std::int64_t firstRow = std::int64_t{blockIdx.y} * block.rows() + block.firstRow;
    const int row = static_cast<int>(threadIdx.x) / kThreadsPerRow;
    if (firstChannel == 0 && threadIdx.x % kThreadsPerRow == 0 &&
        block.firstRow + row < block.rows()) {
        parts.largest[parts.place(firstRow + row, part)] = softmax.largest;
        parts.weights[parts.place(firstRow + row, part)] = softmax.sum;
    }
    for (int r = 0; r < min(kRows, block.rows() - block.firstRow); ++r) {
        float* to = parts.sums + parts.place(firstRow + r, part) * block.call.valueChannels;
#pragma unroll
        for (int i = 0; i < kPerThread; ++i) {
            const int channel = firstChannel + static_cast<int>(threadIdx.x) + i * kThreads;
            if (channel < block.call.valueChannels) {
                to[channel] = sums[i][r];
            }
        }
    }
}

template <class T, int kPerThread>
__device__ void storeAll(const float (&sums)[kPerThread][kRows], const RunningSoftmax& softmax,
                         const AttentionBlock<T>& block, int firstChannel,
                         AttentionMemory& memory) {
    if (threadIdx.x % kThreadsPerRow == 0) {
        memory.sums[threadIdx.x / kThreadsPerRow] = softmax.sum;
    }
    __syncthreads();
    for (int row = 0; row < min(kRows, block.rows() - block.firstRow); ++row) {
        T* to = block.call.out.at(block.picture, block.token(row), block.head(row));
#pragma unroll
        for (int i = 0; i < kPerThread; ++i) {
            const int channel = firstChannel + static_cast<int>(threadIdx.x) + i * kThreads;
            if (channel < block.call.valueChannels) {
                store(to[channel], sums[i][row] / memory.sums[row]);
            }
        }
    }
}

template <class T, int kPerThread>
__global__ void attentionKernel(AttentionCall<T> call, Parts parts) {
    AttentionMemory& memory = *sharedMemory<AttentionMemory>();
    const AttentionBlock<T> block(call, static_cast<int>(blockIdx.x) * kRows);
    const int part = static_cast<int>(blockIdx.z) % parts.count;
    const int firstChannel = static_cast<int>(blockIdx.z) / parts.count * kThreads * kPerThread;
    RunningSoftmax softmax;
    float sums[kPerThread][kRows] = {};
    const int keys = parts.keysOfEach(block.keys, kKeys);
    const int lastKey = min(block.visible(kRows - 1), (part + 1) * keys);
    for (int firstKey = part * keys; firstKey < lastKey; firstKey += kKeys) {
        float scores[kKeysPerThread] = {};
        computeScores(scores, block, firstKey, memory);
        softmax.add(scores, memory);
        __syncthreads();
        addValues<T, kPerThread>(sums, block, firstKey, firstChannel, memory);
    }
    if (parts.count > 1) {
        storePart<T, kPerThread>(sums, softmax, block, firstChannel, parts, part);
    } else {
        storeAll<T, kPerThread>(sums, softmax, block, firstChannel, memory);
    }
}

// A block for each row of each group of each picture.
template <class T>
__global__ void combineKernel(AttentionCall<T> call, Parts parts) {
    const AttentionBlock<T> block(call, static_cast<int>(blockIdx.x));
    const std::int64_t row = std::int64_t{blockIdx.y} * block.rows() + block.firstRow;
    T* to = call.out.at(block.picture, block.token(0), block.head(0));
    for (int channel = static_cast<int>(threadIdx.x); channel < call.valueChannels;
         channel += kThreads) {
        store(to[channel], combined(parts, row, channel, call.valueChannels));
    }
}

// --- how they are called ---

// As few keys in each part as keep a GPU busy. Of timelines, fewer than these may be there by the
// time that the kernel runs; then parts are smaller, and the last ones may be empty.
int countOfParts(int keys, std::int64_t blocks) {
    const auto wanted = static_cast<int>(kManyBlocks / std::max<std::int64_t>(1, blocks));
    const int most = std::max(1, keys / kLeastKeysOfPart);
    return std::clamp(wanted, 1, most);
}

// How a kernel divides a call among blocks, parts of the keys aside.
template <class T>
struct Division {
    void (*kernel)(AttentionCall<T>, Parts);
    unsigned rowBlocks;
    unsigned channelBlocks;
    unsigned threads;
    std::size_t sharedBytes;
    bool isCombining; // the parts itself
};

template <class T, int kMostRows, int kLanes>
Division<T> divisionOfFew() {
    using Attention = FewRowsAttention<T, kMostRows, kLanes>;
    return {fewRowsAttentionKernel<T, kMostRows, kLanes>, 1,   1, Attention::kThreads,
            sizeof(typename Attention::Memory),           true};
}

template <class T, int kMostRows>
Division<T> divisionOfFew(int channels) {
    return channels <= 64    ? divisionOfFew<T, kMostRows, 8>()
           : channels <= 128 ? divisionOfFew<T, kMostRows, 16>()
                             : divisionOfFew<T, kMostRows, 32>();
}

template <class T>
Division<T> divisionOf(const AttentionCall<T>& call, std::int64_t rows) {
    const int channels = std::max(call.channels, call.valueChannels);
    if (channels <= 256 && rows <= 4) {
        return rows == 1 ? divisionOfFew<T, 1>(channels) : divisionOfFew<T, 4>(channels);
    }
    const bool isWide = call.valueChannels > kThreads;
    return {isWide ? attentionKernel<T, 4> : attentionKernel<T, 1>,
            blocksFor(rows, kRows),
            blocksFor(call.valueChannels, isWide ? 4 * kThreads : kThreads),
            kThreads,
            sizeof(AttentionMemory),
            false};
}

template <class T>
void runInParts(cudaStream_t stream, DeviceScratch& scratch, unsigned* arrivals,
                const AttentionCall<T>& call, unsigned pictures) {
    const auto rows = std::int64_t{call.tokens} * call.share;
    const unsigned pairs = pictures * static_cast<unsigned>(call.groups);
    const Division<T> division = divisionOf(call, rows);
    const unsigned blocks = division.rowBlocks * division.channelBlocks * pairs;
    Parts parts{};
    parts.count = countOfParts(call.keys, blocks);
    parts.arrivals = arrivals;
    if (parts.count > 1) {
        const auto places = static_cast<std::size_t>(rows * pairs * parts.count);
        parts.sums =
            scratch.take<float>(places * (static_cast<std::size_t>(call.valueChannels) + 2));
        parts.largest = parts.sums + places * static_cast<std::size_t>(call.valueChannels);
        parts.weights = parts.largest + places;
    }
    const unsigned deep = division.channelBlocks * static_cast<unsigned>(parts.count);
    launch(stream, Grid{{division.rowBlocks, pairs, deep}, division.threads, division.sharedBytes},
           division.kernel, call, parts);
    if (parts.count > 1 && !division.isCombining) {
        launch(stream, Grid{{static_cast<unsigned>(rows), pairs}, kThreads}, combineKernel<T>, call,
               parts);
    }
}

template <int kChannels, int kValues>
void runOnTensorCores(cudaStream_t stream, const AttentionCall<__nv_bfloat16>& call,
                      unsigned pictures) {
    using Attention = TensorAttention<kChannels, kValues>;
    const Grid grid{{blocksFor(std::int64_t{call.tokens} * call.share, Attention::kRows),
                     pictures * static_cast<unsigned>(call.groups)},
                    Attention::kThreads,
                    sizeof(typename Attention::Memory)};
    launch(stream, grid, tensorAttentionKernel<kChannels, kValues>, call);
}

// False for heads that are none of the published models' sizes.
bool triedOnTensorCores(cudaStream_t stream, const AttentionCall<__nv_bfloat16>& call,
                        unsigned pictures) {
    const int channels = std::max(call.channels, call.valueChannels);
    if (std::int64_t{call.tokens} * call.share <= kRows) {
        return false;
    }
    if (channels <= 64) {
        runOnTensorCores<64, 64>(stream, call, pictures);
    } else if (channels <= 80) { // SigLIP's 72
        runOnTensorCores<80, 80>(stream, call, pictures);
    } else if (channels <= 128) {
        runOnTensorCores<128, 128>(stream, call, pictures);
    } else if (call.channels <= 192 && call.valueChannels <= 128) {
        runOnTensorCores<192, 128>(stream, call, pictures);
    } else {
        return false;
    }
    return true;
}

bool triedOnTensorCores(cudaStream_t /*stream*/, const AttentionCall<float>& /*call*/,
                        unsigned /*pictures*/) {
    return false;
}

// As many as one call takes: their keys and values have the same strides.
std::size_t alike(std::span<const Timeline> timelines) {
    const Timeline& first = timelines.front();
    const auto isOther = [&](const Timeline& each) {
        return each.k.strides != first.k.strides || each.v.strides != first.v.strides;
    };
    const auto end = std::find_if(timelines.begin(), timelines.end(), isOther);
    return std::min(static_cast<std::size_t>(end - timelines.begin()), kMostTimelines);
}

template <class T>
AttentionCall<T> callOfTimelines(const Tensor& out, const Tensor& q,
                                 std::span<const Timeline> timelines, const Tensor& positions,
                                 float scale) {
    const auto asPictures = [](const Tensor& rows) { // of one token each
        Tensor pictures = rows.asBatch();
        std::swap(pictures.shape[0], pictures.shape[1]);
        pictures.strides[0] = pictures.strides[1];
        return pictures;
    };
    const Timeline& first = timelines.front();
    AttentionCall<T> call = callOf<T>(asPictures(out), asPictures(q), first.k.asBatch(),
                                      first.v.asBatch(), {AttentionMask::Full, scale});
    call.isOfTimelines = true;
    call.timelines.positions = positions.as<std::int32_t>();
    for (std::size_t i = 0; i < timelines.size(); ++i) {
        call.timelines.k[i] = timelines[i].k.as<T>();
        call.timelines.v[i] = timelines[i].v.as<T>();
        call.timelines.keys[i] = static_cast<int>(timelines[i].k.size(0));
        call.keys = std::max(call.keys, call.timelines.keys[i]);
    }
    return call;
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
    withActivationType(q.dtype, [&](auto zero) {
        const auto call = callOf<decltype(zero)>(out, q, k, v, params);
        const auto pictures = static_cast<unsigned>(q.size(0));
        if (!triedOnTensorCores(stream(), call, pictures)) {
            runInParts(stream(), m_scratch, arrivals(), call, pictures);
        }
    });
}

// What they have in common is read for each.
void CudaBackend::attentionOfTimelines(const Tensor& out, const Tensor& q,
                                       std::span<const Timeline> timelines, const Tensor& positions,
                                       float scale) {
    checkAttentionOfTimelines(out, q, timelines, positions);
    std::int64_t row = 0;
    while (!timelines.empty()) {
        const std::size_t count = alike(timelines);
        const auto rows = static_cast<std::int64_t>(count);
        withActivationType(q.dtype, [&](auto zero) {
            const auto call = callOfTimelines<decltype(zero)>(
                out.slice(0, row, rows), q.slice(0, row, rows), timelines.first(count),
                positions.slice(0, row, rows), scale);
            runInParts(stream(), m_scratch, arrivals(), call, static_cast<unsigned>(count));
        });
        timelines = timelines.subspan(count);
        row += rows;
    }
}

} // namespace kernels
