// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attention of few rows, as in decode, where reading the cache is most of the work: every key and
// value is read where it lies, once for all rows that share it, with channels along the vector.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/attention_direct.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/cpu/attention.h"
#include "kernels/cpu/lane_sums-inl.h"
#include "kernels/cpu/softmax-inl.h"
#include "kernels/cpu/widened-inl.h"

#include <hwy/cache_control.h>

#include <algorithm>
#include <cmath>
#include <limits>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace {

using Floats = hn::ScalableTag<float>;
using Vector = hn::Vec<Floats>;

constexpr bool kHasManyRegisters = HWY_TARGET <= HWY_AVX3 || HWY_TARGET == HWY_NEON;
// Keys that meet kDirectRows rows in registers.
constexpr std::int64_t kKeys = kHasManyRegisters ? 4 : 2;
// Keys between what is read and what is fetched for later.
constexpr std::int64_t kAhead = 16;
// Vectors of channels summed at a time: for four rows, for one.
constexpr int kVectorsOfRows = kHasManyRegisters ? 4 : 2;
constexpr int kVectorsOfRow = 8;

HWY_INLINE std::int64_t lanes() {
    return static_cast<std::int64_t>(hn::Lanes(Floats()));
}

// scores[r][j] = q[r] · key[j]: kCount rows of queries, kKeys keys. The keys `ahead` elements
// further on are asked for meanwhile: most of a step's time would else be waiting for them.
template <int kCount, class Cached>
HWY_INLINE void dotTile(const float* HWY_RESTRICT queries, const Cached* const* keys,
                        std::int64_t size, std::int64_t ahead, float* HWY_RESTRICT scores) {
    const Floats d;
    Vector sums[kCount][kKeys];
    for (auto& row : sums) {
        for (Vector& sum : row) {
            sum = hn::Zero(d);
        }
    }
    std::int64_t c = 0;
    for (; c + lanes() <= size; c += lanes()) {
        Vector key[kKeys];
        for (int j = 0; j < kKeys; ++j) {
            key[j] = load(d, keys[j] + c);
            hwy::Prefetch(keys[j] + c + ahead);
        }
        for (int r = 0; r < kCount; ++r) {
            const Vector query = hn::LoadU(d, queries + r * size + c);
            for (int j = 0; j < kKeys; ++j) {
                sums[r][j] = hn::MulAdd(query, key[j], sums[r][j]);
            }
        }
    }
    float totals[kCount][kKeys];
    sumLanes<kCount * kKeys>(&sums[0][0], &totals[0][0]);
    for (int r = 0; r < kCount; ++r) {
        for (int j = 0; j < kKeys; ++j) {
            for (std::int64_t i = c; i < size; ++i) {
                totals[r][j] += queries[r * size + i] * toFloat(keys[j][i]);
            }
            scores[r * kDirectKeys + j] = totals[r][j];
        }
    }
}

// The scores of all keys of a block; past the last key its own score is repeated up to kKeys.
template <int kCount, class Cached>
HWY_INLINE void scoreRows(const AttentionGroup& group, const float* queries, Range keys,
                          float* scores) {
    for (std::int64_t s = 0; s < keys.count; s += kKeys) {
        const Cached* at[kKeys];
        for (std::int64_t j = 0; j < kKeys; ++j) {
            const std::int64_t key = keys.first + std::min(s + j, keys.count - 1);
            at[j] = group.key<Cached>(key);
        }
        const std::int64_t left = group.keys - keys.first - s;
        const std::int64_t ahead = left > kAhead ? kAhead * group.kStride : 0;
        dotTile<kCount>(queries, at, group.keySize, ahead, scores + s);
    }
}

// sums[r] = sums[r] · factors[r] + Σ_s weights[r][s] · value[s], in kWidth vectors of channels.
// Values as far ahead as keys are, up to the last one, are asked for where rows are too short for
// the processor to see by itself that they are read from end to end.
template <int kCount, int kWidth, class Cached>
HWY_INLINE void weighTile(const float* HWY_RESTRICT weights, const Cached* HWY_RESTRICT values,
                          std::int64_t valueStride, std::int64_t keys, std::int64_t last,
                          const float* HWY_RESTRICT factors, float* HWY_RESTRICT to,
                          std::int64_t toStride) {
    const Floats d;
    Vector sums[kCount][kWidth];
    for (int r = 0; r < kCount; ++r) {
        const Vector factor = hn::Set(d, factors[r]);
        for (int j = 0; j < kWidth; ++j) {
            sums[r][j] = hn::Mul(factor, hn::LoadU(d, to + r * toStride + j * lanes()));
        }
    }
    for (std::int64_t s = 0; s < keys; ++s) {
        if constexpr (sizeof(Cached) < sizeof(float)) {
            const Cached* next = values + std::min(s + kAhead, last) * valueStride;
            for (int j = 0; j < kWidth; ++j) {
                hwy::Prefetch(next + j * lanes());
            }
        }
        for (int r = 0; r < kCount; ++r) {
            const Vector weight = hn::Set(d, weights[r * kDirectKeys + s]);
            for (int j = 0; j < kWidth; ++j) {
                const Vector value = load(d, values + s * valueStride + j * lanes());
                sums[r][j] = hn::MulAdd(weight, value, sums[r][j]);
            }
        }
    }
    for (int r = 0; r < kCount; ++r) {
        for (int j = 0; j < kWidth; ++j) {
            hn::StoreU(sums[r][j], d, to + r * toStride + j * lanes());
        }
    }
}

template <int kCount, class Cached>
HWY_INLINE void weighRows(const AttentionGroup& group, const float* weights, Range keys,
                          const float* factors, float* to, std::int64_t toStride) {
    constexpr int kWidth = kCount == 1 ? kVectorsOfRow : kVectorsOfRows;
    const Cached* values = group.value<Cached>(keys.first);
    const std::int64_t last = group.keys - keys.first - 1;
    std::int64_t c = 0;
    for (; c + kWidth * lanes() <= group.valueSize; c += kWidth * lanes()) {
        weighTile<kCount, kWidth>(weights, values + c, group.vStride, keys.count, last, factors,
                                  to + c, toStride);
    }
    for (; c + lanes() <= group.valueSize; c += lanes()) {
        weighTile<kCount, 1>(weights, values + c, group.vStride, keys.count, last, factors, to + c,
                             toStride);
    }
    for (int r = 0; r < kCount; ++r) {
        for (std::int64_t i = c; i < group.valueSize; ++i) {
            float sum = to[r * toStride + i] * factors[r];
            for (std::int64_t s = 0; s < keys.count; ++s) {
                sum += weights[r * kDirectKeys + s] * toFloat(values[s * group.vStride + i]);
            }
            to[r * toStride + i] = sum;
        }
    }
}

template <int kCount, class Cached>
HWY_INLINE void attendBlock(const AttentionGroup& group, std::int64_t firstRow, Range keys,
                            const float* queries, float* scores, float* states) {
    const std::int64_t stride = group.valueSize + 2;
    scoreRows<kCount, Cached>(group, queries, keys, scores);
    float factors[kCount];
    for (std::int64_t r = 0; r < kCount; ++r) {
        const std::int64_t seen = std::min(group.seen(firstRow + r) - keys.first, keys.count);
        float* numbers = states + r * stride + group.valueSize;
        factors[r] =
            exponentiate(scores + r * kDirectKeys, seen, kDirectKeys, numbers[0], numbers[1]);
    }
    weighRows<kCount, Cached>(group, scores, keys, factors, states, stride);
}

template <class Cached>
void attendCached(const AttentionGroup& group, std::int64_t rows, Range keys, float* states,
                  float* scratch) {
    const std::int64_t stride = group.valueSize + 2;
    float* scores = scratch; // [kDirectRows][kDirectKeys], aligned
    float* queries = scores + kDirectRows * kDirectKeys;
    for (std::int64_t row = 0; row < rows; ++row) {
        const float* query = group.query(row);
        for (std::int64_t c = 0; c < group.keySize; ++c) {
            queries[row * group.keySize + c] = query[c] * group.scale;
        }
        float* state = states + row * stride;
        std::fill(state, state + group.valueSize, 0.0F);
        state[group.valueSize] = -std::numeric_limits<float>::infinity();
        state[group.valueSize + 1] = 0.0F;
    }
    const std::int64_t end = keys.first + keys.count;
    for (std::int64_t first = keys.first; first < end; first += kDirectKeys) {
        const Range block{first, std::min(kDirectKeys, end - first)};
        std::int64_t row = 0;
        for (; row + kDirectRows <= rows; row += kDirectRows) {
            attendBlock<kDirectRows, Cached>(group, row, block, queries + row * group.keySize,
                                             scores, states + row * stride);
        }
        for (; row < rows; ++row) {
            attendBlock<1, Cached>(group, row, block, queries + row * group.keySize, scores,
                                   states + row * stride);
        }
    }
}

void attendRange(const AttentionGroup& group, std::int64_t rows, Range keys, float* states,
                 float* scratch) {
    const auto attend = group.cached == DType::BF16 ? attendCached<BFloat16> : attendCached<float>;
    attend(group, rows, keys, states, scratch);
}

void mergeRows(const AttentionGroup& group, std::int64_t rows,
               std::span<const float* const> states) {
    const std::int64_t size = group.valueSize;
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::int64_t at = row * (size + 2);
        float largest = states[0][at + size];
        for (const float* state : states) {
            largest = std::max(largest, state[at + size]);
        }
        float total = 0.0F;
        for (const float* state : states) {
            total += state[at + size + 1] * std::exp2(state[at + size] - largest);
        }
        float* out = group.result(row);
        for (const float* state : states) {
            const float* sums = state + at;
            const float share = std::exp2(sums[size] - largest) / total;
            for (std::int64_t c = 0; c < size; ++c) {
                out[c] = state == states[0] ? sums[c] * share : out[c] + sums[c] * share;
            }
        }
    }
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {

HWY_EXPORT(attendRange);
HWY_EXPORT(mergeRows);

std::size_t stateFloats(const AttentionGroup& group, std::int64_t rows) {
    return static_cast<std::size_t>(rows * (group.valueSize + 2));
}

std::size_t directFloats(const AttentionGroup& group, std::int64_t rows) {
    return static_cast<std::size_t>(kDirectRows * kDirectKeys + rows * group.keySize);
}

void attendDirect(const AttentionGroup& group, std::int64_t rows, Range keys, float* state,
                  float* scratch) {
    HWY_DYNAMIC_DISPATCH(attendRange)(group, rows, keys, state, scratch);
}

void mergeStates(const AttentionGroup& group, std::int64_t rows,
                 std::span<const float* const> states) {
    HWY_DYNAMIC_DISPATCH(mergeRows)(group, rows, states);
}

} // namespace kernels
#endif
