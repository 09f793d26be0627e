// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two ways in which the CPU computes attention, for one picture and one group of heads that
// share their keys. Both walk over the keys in blocks and keep, per row, the largest score so far
// and sums relative to it, so no row of scores is ever whole in memory. Usable from any thread.
#pragma once

#include "kernels/tensor.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace kernels {

// Rows are (token, head of the group) pairs, heads innermost: row / heads is the token.
struct AttentionGroup {
    const float* q = nullptr;  // (T, heads, C)
    const void* k = nullptr;   // (S, C)
    const void* v = nullptr;   // (S, Cv)
    DType cached = DType::F32; // of k and v: F32 or BF16
    float* out = nullptr;      // (T, heads, Cv)
    std::int64_t qToken = 0;   // strides
    std::int64_t qHead = 0;
    std::int64_t kStride = 0;
    std::int64_t vStride = 0;
    std::int64_t outToken = 0;
    std::int64_t outHead = 0;
    std::int64_t heads = 0;
    std::int64_t keys = 0;      // S
    std::int64_t keySize = 0;   // C
    std::int64_t valueSize = 0; // Cv
    std::int64_t firstSeen = 0; // keys that the first token sees
    std::int64_t seenStep = 0;  // more for each further token: 1 if causal, else 0
    float scale = 1.0F;         // includes log2(e): softmax is taken in powers of two

    const float* query(std::int64_t row) const {
        return q + row / heads * qToken + row % heads * qHead;
    }

    template <class Cached>
    const Cached* key(std::int64_t s) const {
        return static_cast<const Cached*>(k) + s * kStride;
    }

    template <class Cached>
    const Cached* value(std::int64_t s) const {
        return static_cast<const Cached*>(v) + s * vStride;
    }

    float* result(std::int64_t row) const {
        return out + row / heads * outToken + row % heads * outHead;
    }

    std::int64_t seen(std::int64_t row) const { return firstSeen + row / heads * seenStep; }
};

struct Range {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

// Many rows: keys and values are packed for register tiles of rows × keys, as in a matrix product.
std::size_t blockedFloats(const AttentionGroup& group, std::int64_t rows); // of scratch
void attendBlocked(const AttentionGroup& group, Range rows, float* scratch);

// Rows of a group that meet a key in registers, and keys between updates of the sums: a block of
// the widest cache stays in the second cache.
constexpr std::int64_t kDirectRows = 4;
constexpr std::int64_t kDirectKeys = 64;

// Few rows: keys and values are read once, where they lie, for all rows of the group. Covers a
// range of the keys and leaves a state: for each row its sums (Cv), the largest score and the total
// of the powers.
std::size_t stateFloats(const AttentionGroup& group, std::int64_t rows);
std::size_t directFloats(const AttentionGroup& group, std::int64_t rows); // of scratch
void attendDirect(const AttentionGroup& group, std::int64_t rows, Range keys, float* state,
                  float* scratch);

// out = what states of ranges that together make all keys give.
void mergeStates(const AttentionGroup& group, std::int64_t rows,
                 std::span<const float* const> states);

} // namespace kernels
