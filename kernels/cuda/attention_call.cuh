// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What attention is asked for, as kernels get it. Rows are (token, head) pairs, so that heads which
// share keys share their loads.
#pragma once

#include "kernels/backend.h"

#include <cuda_runtime.h>

#include <cstdint>
#include <limits>

namespace kernels {

// A tensor (B, T, H, C) in device memory.
template <class T>
struct Heads {
    T* data;
    std::int64_t pictureStride;
    std::int64_t rowStride;
    std::int64_t headStride;

    __device__ std::int64_t offset(std::int64_t picture, std::int64_t row,
                                   std::int64_t head) const {
        return picture * pictureStride + row * rowStride + head * headStride;
    }

    __device__ T* at(std::int64_t picture, std::int64_t row, std::int64_t head) const {
        return data + offset(picture, row, head);
    }
};

template <class T>
Heads<T> headsOf(const Tensor& tensor) {
    return {tensor.as<T>(), tensor.stride(0), tensor.stride(1), tensor.stride(2)};
}

// Pictures whose keys and values lie anywhere, as those of timelines that are decoded together.
// They travel as parameters of the kernel, of which there are 4 KB.
constexpr std::size_t kMostTimelines = 64;

template <class T>
struct Timelines {
    const T* k[kMostTimelines];
    const T* v[kMostTimelines];
    int keys[kMostTimelines];      // that there is memory for
    const std::int32_t* positions; // of the last that is seen; known on the device only
};

template <class T>
struct AttentionCall {
    Heads<T> out;
    Heads<const T> q;
    Heads<const T> k;
    Heads<const T> v;
    int tokens; // T
    int keys;   // S; of timelines, the most
    int groups; // G
    int share;  // heads of a group
    int channels;
    int valueChannels;
    bool isCausal;
    float scale;
    bool isOfTimelines = false;
    Timelines<T> timelines = {};

    __device__ int keysOf(int picture) const {
        return isOfTimelines ? min(timelines.positions[picture] + 1, timelines.keys[picture])
                             : keys;
    }
};

// A block's place: its rows, from firstRow on, of a group's T · share. Blocks are numbered by
// (picture, group) along y.
template <class T>
struct AttentionBlock {
    const AttentionCall<T>& call;
    int picture;
    int group;
    int firstRow;
    int keys; // of the picture

    __device__ AttentionBlock(const AttentionCall<T>& of, int first)
        : call(of)
        , picture(static_cast<int>(blockIdx.y) / of.groups)
        , group(static_cast<int>(blockIdx.y) % of.groups)
        , firstRow(first)
        , keys(of.keysOf(picture)) {}

    __device__ int rows() const { return call.tokens * call.share; }

    __device__ int token(int row) const { return (firstRow + row) / call.share; }

    __device__ int head(int row) const {
        return group * call.share + (firstRow + row) % call.share;
    }

    __device__ const T* key(int number) const {
        return call.isOfTimelines ? call.timelines.k[picture] + call.k.offset(0, number, group)
                                  : call.k.at(picture, number, group);
    }

    __device__ const T* value(int number) const {
        return call.isOfTimelines ? call.timelines.v[picture] + call.v.offset(0, number, group)
                                  : call.v.at(picture, number, group);
    }

    // So many keys does a row see.
    __device__ int visible(int row) const {
        const int last = min(token(row), call.tokens - 1);
        return call.isCausal ? keys - call.tokens + last + 1 : keys;
    }
};

// What a softmax whose largest score is that is relative to. What has seen no key has nothing to be
// relative to.
__device__ inline float softmaxBase(float largest) {
    return largest == -std::numeric_limits<float>::infinity() ? 0.0F : largest;
}

// Where blocks leave the sums of their keys when there are others: (picture · G + g, row, part).
struct Parts {
    float* sums;    // (…, Cv)
    float* largest; // scores
    float* weights; // Σ of them
    int count;
    unsigned* arrivals; // of the blocks of each group, where the last one brings them together

    // Whole steps of `step` keys.
    __device__ int keysOfEach(int keys, int step) const {
        return ((keys + count - 1) / count + step - 1) / step * step;
    }

    __device__ std::int64_t place(std::int64_t row, int part) const { return row * count + part; }
};

// A channel of a row's output from all parts. row: of all groups.
__device__ inline float combined(const Parts& parts, std::int64_t row, int channel,
                                 int valueChannels) {
    float largest = -std::numeric_limits<float>::infinity();
    for (int part = 0; part < parts.count; ++part) {
        largest = fmaxf(largest, parts.largest[parts.place(row, part)]);
    }
    float sum = 0.0F;
    float weights = 0.0F;
    for (int part = 0; part < parts.count; ++part) {
        const std::int64_t place = parts.place(row, part);
        const float factor = expf(parts.largest[place] - largest);
        sum += factor * parts.sums[place * valueChannels + channel];
        weights += factor * parts.weights[place];
    }
    return sum / weights;
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

} // namespace kernels
