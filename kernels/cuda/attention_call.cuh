// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What attention is asked for, as kernels get it. Rows are (token, head) pairs, so that heads which
// share keys share their loads.
#pragma once

#include "kernels/backend.h"

#include <cuda_runtime.h>

#include <cstdint>

namespace kernels {

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

// A block's place: its rows, from firstRow on, of a group's T · share.
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
