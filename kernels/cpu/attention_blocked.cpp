// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attention of many rows. A block of keys is packed so that consecutive keys lie side by side, a
// block of values so that rows are padded to whole vectors; both then serve tiles of kRows rows in
// registers: scores = q · kᵀ with keys along the vector, sums += p · v with channels along it.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/attention_blocked.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/cpu/attention.h"
#include "kernels/cpu/softmax-inl.h"
#include "kernels/cpu/widened-inl.h"

#include <algorithm>
#include <limits>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace {

using Floats = hn::ScalableTag<float>;
using Vector = hn::Vec<Floats>;

// Tiles that leave registers for the operands: 24 sums of 32 registers, or 12 of 16.
constexpr bool kHasManyRegisters = HWY_TARGET <= HWY_AVX3 || HWY_TARGET == HWY_NEON;
constexpr std::int64_t kRows = kHasManyRegisters ? 8 : 4;
constexpr std::int64_t kVectors = 3;
// Keys packed at a time: a multiple of kVectors vectors of up to 16 lanes.
constexpr std::int64_t kBlockKeys = 192;

HWY_INLINE std::int64_t lanes() {
    return static_cast<std::int64_t>(hn::Lanes(Floats()));
}

HWY_INLINE std::int64_t roundUp(std::int64_t value, std::int64_t step) {
    return (value + step - 1) / step * step;
}

// What a tile of rows carries from one block of keys to the next.
struct TileState {
    float largest[kRows];
    float total[kRows];
};

// The scratch memory of a range of rows.
struct Scratch {
    float* queries; // [tile][C][kRows], scaled
    float* sums;    // [tile][kRows][padded Cv]
    float* keys;    // [panel][C][width of the panel]
    float* values;  // [panel][key][width of the panel], zeros past the last channel
    float* scores;  // [kRows][kBlockKeys]
    TileState* states;
};

std::int64_t paddedValueSize(const AttentionGroup& group) {
    return roundUp(group.valueSize, lanes());
}

// Calls visit(first, width) for panels of up to kVectors vectors that together cover `size`.
template <class Visit>
HWY_INLINE void forPanels(std::int64_t size, const Visit& visit) {
    const std::int64_t panel = kVectors * lanes();
    for (std::int64_t first = 0; first < size; first += panel) {
        visit(first, roundUp(std::min(panel, size - first), lanes()));
    }
}

// Calls run(vectors) with the number of vectors of a panel as a compile-time constant.
template <class Run>
HWY_INLINE void withVectors(std::int64_t width, const Run& run) {
    switch (width / lanes()) {
    case 1:
        run(std::integral_constant<int, 1>());
        break;
    case 2:
        run(std::integral_constant<int, 2>());
        break;
    default:
        run(std::integral_constant<int, kVectors>());
    }
}

// to[c · stride + i] = factor · from[i][c] for four rows.
template <class Element>
HWY_INLINE void transposeFour(const Element* const* from, std::int64_t size, float factor,
                              float* to, std::int64_t stride) {
    const hn::FixedTag<float, 4> d;
    const hn::Repartition<double, decltype(d)> pairs;
    const auto scale = hn::Set(d, factor);
    std::int64_t c = 0;
    for (; c + 4 <= size; c += 4) {
        const auto a = load(d, from[0] + c);
        const auto b = load(d, from[1] + c);
        const auto e = load(d, from[2] + c);
        const auto f = load(d, from[3] + c);
        const auto abLow = hn::BitCast(pairs, hn::InterleaveLower(d, a, b)); // a0 b0 a1 b1
        const auto efLow = hn::BitCast(pairs, hn::InterleaveLower(d, e, f));
        const auto abHigh = hn::BitCast(pairs, hn::InterleaveUpper(d, a, b));
        const auto efHigh = hn::BitCast(pairs, hn::InterleaveUpper(d, e, f));
        const auto store = [&](auto column, std::int64_t at) HWY_ATTR {
            hn::StoreU(hn::Mul(hn::BitCast(d, column), scale), d, to + (c + at) * stride);
        };
        store(hn::InterleaveLower(pairs, abLow, efLow), 0);
        store(hn::InterleaveUpper(pairs, abLow, efLow), 1);
        store(hn::InterleaveLower(pairs, abHigh, efHigh), 2);
        store(hn::InterleaveUpper(pairs, abHigh, efHigh), 3);
    }
    for (; c < size; ++c) {
        for (std::int64_t i = 0; i < 4; ++i) {
            to[c * stride + i] = factor * toFloat(from[i][c]);
        }
    }
}

// Places of a tile past the last row repeat it; what they give is not looked at.
void packQueries(const AttentionGroup& group, Range rows, float* packed) {
    for (std::int64_t first = 0; first < rows.count; first += kRows) {
        for (std::int64_t r = 0; r < kRows; r += 4) {
            const float* from[4];
            for (std::int64_t i = 0; i < 4; ++i) {
                from[i] = group.query(rows.first + std::min(first + r + i, rows.count - 1));
            }
            transposeFour(from, group.keySize, group.scale, packed + r, kRows);
        }
        packed += kRows * group.keySize;
    }
}

// Places of a panel past the last key repeat it; their scores are not looked at.
template <class Cached>
void packKeys(const AttentionGroup& group, Range keys, float* packed) {
    forPanels(keys.count, [&](std::int64_t first, std::int64_t width) HWY_ATTR {
        for (std::int64_t j = 0; j < width; j += 4) {
            const Cached* from[4];
            for (std::int64_t i = 0; i < 4; ++i) {
                const std::int64_t key = std::min(first + j + i, keys.count - 1);
                from[i] = group.key<Cached>(keys.first + key);
            }
            transposeFour(from, group.keySize, 1.0F, packed + j, width);
        }
        packed += width * group.keySize;
    });
}

template <class Cached>
void packValues(const AttentionGroup& group, Range keys, float* packed) {
    const Floats d;
    forPanels(group.valueSize, [&](std::int64_t first, std::int64_t width) HWY_ATTR {
        const std::int64_t count = std::min(width, group.valueSize - first);
        for (std::int64_t s = 0; s < keys.count; ++s) {
            const Cached* from = group.value<Cached>(keys.first + s) + first;
            std::int64_t i = 0;
            for (; i + lanes() <= count; i += lanes()) {
                hn::Store(load(d, from + i), d, packed + i);
            }
            for (; i < width; ++i) {
                packed[i] = i < count ? toFloat(from[i]) : 0.0F;
            }
            packed += width;
        }
    });
}

void packBlock(const AttentionGroup& group, Range keys, const Scratch& scratch) {
    if (group.cached == DType::BF16) {
        packKeys<BFloat16>(group, keys, scratch.keys);
        packValues<BFloat16>(group, keys, scratch.values);
    } else {
        packKeys<float>(group, keys, scratch.keys);
        packValues<float>(group, keys, scratch.values);
    }
}

// scores[r][j] = Σ_c queries[c][r] · keys[c][j] for one panel of keys.
template <int kWidth>
HWY_INLINE void scoreTile(const float* HWY_RESTRICT queries, const float* HWY_RESTRICT keys,
                          std::int64_t size, float* HWY_RESTRICT scores) {
    const Floats d;
    Vector sums[kRows][kWidth];
    for (auto& row : sums) {
        for (Vector& sum : row) {
            sum = hn::Zero(d);
        }
    }
    for (std::int64_t c = 0; c < size; ++c) {
        Vector key[kWidth];
        for (int j = 0; j < kWidth; ++j) {
            key[j] = hn::Load(d, keys + j * lanes());
        }
        for (int r = 0; r < kRows; ++r) {
            const Vector query = hn::Set(d, queries[r]);
            for (int j = 0; j < kWidth; ++j) {
                sums[r][j] = hn::MulAdd(query, key[j], sums[r][j]);
            }
        }
        queries += kRows;
        keys += kWidth * lanes();
    }
    for (int r = 0; r < kRows; ++r) {
        for (int j = 0; j < kWidth; ++j) {
            hn::Store(sums[r][j], d, scores + r * kBlockKeys + j * lanes());
        }
    }
}

// sums[r] = sums[r] · factors[r] + Σ_s weights[r][s] · values[s] for one panel of channels.
template <int kWidth>
HWY_INLINE void weighTile(const float* HWY_RESTRICT weights, const float* HWY_RESTRICT values,
                          std::int64_t keys, const float* HWY_RESTRICT factors,
                          float* HWY_RESTRICT to, std::int64_t toStride) {
    const Floats d;
    Vector sums[kRows][kWidth];
    for (int r = 0; r < kRows; ++r) {
        const Vector factor = hn::Set(d, factors[r]);
        for (int j = 0; j < kWidth; ++j) {
            sums[r][j] = hn::Mul(factor, hn::Load(d, to + r * toStride + j * lanes()));
        }
    }
    for (std::int64_t s = 0; s < keys; ++s) {
        Vector value[kWidth];
        for (int j = 0; j < kWidth; ++j) {
            value[j] = hn::Load(d, values + j * lanes());
        }
        for (int r = 0; r < kRows; ++r) {
            const Vector weight = hn::Set(d, weights[r * kBlockKeys + s]);
            for (int j = 0; j < kWidth; ++j) {
                sums[r][j] = hn::MulAdd(weight, value[j], sums[r][j]);
            }
        }
        values += kWidth * lanes();
    }
    for (int r = 0; r < kRows; ++r) {
        for (int j = 0; j < kWidth; ++j) {
            hn::Store(sums[r][j], d, to + r * toStride + j * lanes());
        }
    }
}

// Adds a block of keys to a tile of rows.
HWY_INLINE void attendTile(const AttentionGroup& group, std::int64_t firstRow, Range keys,
                           const Scratch& scratch, TileState& state) {
    const std::int64_t seen = std::min(group.seen(firstRow + kRows - 1) - keys.first, keys.count);
    const std::int64_t width = roundUp(seen, lanes());
    const float* packed = scratch.keys;
    forPanels(seen, [&](std::int64_t first, std::int64_t /*width*/) {
        const std::int64_t panel =
            roundUp(std::min(kVectors * lanes(), keys.count - first), lanes());
        withVectors(panel, [&](auto vectors) HWY_ATTR {
            scoreTile<vectors()>(scratch.queries, packed, group.keySize, scratch.scores + first);
        });
        packed += panel * group.keySize;
    });
    float factors[kRows];
    for (std::int64_t r = 0; r < kRows; ++r) {
        factors[r] = exponentiate(scratch.scores + r * kBlockKeys,
                                  std::min(group.seen(firstRow + r) - keys.first, seen), width,
                                  state.largest[r], state.total[r]);
    }
    const float* values = scratch.values;
    forPanels(group.valueSize, [&](std::int64_t first, std::int64_t panel) {
        withVectors(panel, [&](auto vectors) HWY_ATTR {
            weighTile<vectors()>(scratch.scores, values, seen, factors, scratch.sums + first,
                                 paddedValueSize(group));
        });
        values += panel * keys.count;
    });
}

void finishRows(const AttentionGroup& group, Range rows, const Scratch& scratch) {
    const std::int64_t stride = paddedValueSize(group);
    for (std::int64_t row = 0; row < rows.count; ++row) {
        const float total = scratch.states[row / kRows].total[row % kRows];
        const float* sums = scratch.sums + row * stride;
        float* out = group.result(rows.first + row);
        for (std::int64_t c = 0; c < group.valueSize; ++c) {
            out[c] = sums[c] / total;
        }
    }
}

std::size_t scratchFloats(const AttentionGroup& group, std::int64_t rows) {
    const std::int64_t tiles = roundUp(rows, kRows) / kRows;
    const std::int64_t perTile =
        kRows * (group.keySize + paddedValueSize(group)) + roundUp(2 * kRows, lanes());
    const std::int64_t perBlock =
        kBlockKeys * (group.keySize + paddedValueSize(group)) + kRows * kBlockKeys;
    return static_cast<std::size_t>(tiles * perTile + perBlock + 6 * 16);
}

Scratch laidOut(const AttentionGroup& group, std::int64_t rows, float* memory) {
    const std::int64_t padded = roundUp(rows, kRows);
    const auto take = [&](std::int64_t count) {
        float* part = memory;
        memory += roundUp(count, 16); // keeps every part aligned to a cache line
        return part;
    };
    Scratch scratch{};
    scratch.queries = take(padded * group.keySize);
    scratch.sums = take(padded * paddedValueSize(group));
    scratch.keys = take(kBlockKeys * group.keySize);
    scratch.values = take(kBlockKeys * paddedValueSize(group));
    scratch.scores = take(kRows * kBlockKeys);
    scratch.states = reinterpret_cast<TileState*>(take(2 * padded));
    return scratch;
}

void attendRows(const AttentionGroup& group, Range rows, float* memory) {
    Scratch scratch = laidOut(group, rows.count, memory);
    const std::int64_t tiles = roundUp(rows.count, kRows) / kRows;
    const std::int64_t tileSums = kRows * paddedValueSize(group);
    packQueries(group, rows, scratch.queries);
    std::fill(scratch.sums, scratch.sums + tiles * tileSums, 0.0F);
    for (std::int64_t tile = 0; tile < tiles; ++tile) {
        std::fill_n(scratch.states[tile].largest, kRows, -std::numeric_limits<float>::infinity());
        std::fill_n(scratch.states[tile].total, kRows, 0.0F);
    }
    const std::int64_t seen = group.seen(rows.first + rows.count - 1);
    for (std::int64_t first = 0; first < seen; first += kBlockKeys) {
        const Range keys{first, std::min(kBlockKeys, seen - first)};
        packBlock(group, keys, scratch);
        for (std::int64_t tile = 0; tile < tiles; ++tile) {
            const std::int64_t row = rows.first + tile * kRows;
            if (group.seen(row + kRows - 1) > first) {
                Scratch part = scratch;
                part.queries += tile * kRows * group.keySize;
                part.sums += tile * tileSums;
                attendTile(group, row, keys, part, scratch.states[tile]);
            }
        }
    }
    finishRows(group, rows, scratch);
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {

HWY_EXPORT(scratchFloats);
HWY_EXPORT(attendRows);

std::size_t blockedFloats(const AttentionGroup& group, std::int64_t rows) {
    return HWY_DYNAMIC_DISPATCH(scratchFloats)(group, rows);
}

void attendBlocked(const AttentionGroup& group, Range rows, float* scratch) {
    HWY_DYNAMIC_DISPATCH(attendRows)(group, rows, scratch);
}

} // namespace kernels
#endif
