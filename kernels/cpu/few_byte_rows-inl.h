// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of few rows (byte_products.h) over the vectors V of an instruction set, of 256 bits on
// all: memory is what they wait for. V knows how a group of weights is unpacked and how its
// products are taken. Only in files that are compiled for that set, and with nothing of the
// standard library, whose functions other files would then share.
#include "kernels/cpu/byte_products-inl.h"
#include "kernels/cpu/vector256-inl.h"

namespace kernels {
namespace {

constexpr int kSumsAtOnce = 8; // streams of weights times rows, in registers

// A group's weights or values, 32 in each.
struct GroupPair {
    __m256i first;
    __m256i second;
};

// Weights of 4 bits, + 8.
struct NibbleGroup : Vector256 {
    static constexpr int kRaisedBy = 8;
    static constexpr int kBytes = kGroupInputs / 2;

    // Sixteen bytes hold inputs and, in their upper halves, the sixteen after those.
    static GroupPair weights(const std::uint8_t* from) {
        const Ints low = _mm256_set1_epi8(0x0f);
        const Ints raised = _mm256_xor_si256(loadBytes(from), _mm256_set1_epi8(char(0x88)));
        const Ints lower = _mm256_and_si256(raised, low);
        const Ints upper = _mm256_and_si256(_mm256_srli_epi16(raised, 4), low);
        return {_mm256_permute2x128_si256(lower, upper, 0x20),
                _mm256_permute2x128_si256(lower, upper, 0x31)};
    }
};

// Weights of 8 bits, as they are or, with kRaised 128, without a sign.
template <int kRaised>
struct ByteGroup : Vector256 {
    static constexpr int kRaisedBy = kRaised;
    static constexpr int kBytes = kGroupInputs;

    static GroupPair weights(const std::uint8_t* from) {
        const Ints sign = _mm256_set1_epi8(char(kRaised));
        return {_mm256_xor_si256(loadBytes(from), sign),
                _mm256_xor_si256(loadBytes(from + kBytes / 2), sign)};
    }
};

// With an instruction that adds products of four bytes, those of the weights without a sign.
template <class Group, class Instruction>
struct FewRaised : Group {
    static __m256i dots(const GroupPair& weights, const GroupPair& values) {
        const __m256i first =
            Instruction::addDots(_mm256_setzero_si256(), weights.first, values.first);
        return Instruction::addDots(first, weights.second, values.second);
    }
};

inline GroupPair valuesAt(const std::int8_t* from) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(from);
    return {Vector256::loadBytes(bytes), Vector256::loadBytes(bytes + kGroupInputs / 2)};
}

// Scales of kScalesTogether groups, BF16 in memory.
inline __m256 widenedScales(const std::uint8_t* from) {
    const __m128i halves = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(halves), 16));
}

// to[i] = Σ lanes of totals[i].
inline void storeSums(float* to, const __m256 (&totals)[kSumsAtOnce]) {
    const auto four = [&](int first) {
        return _mm256_hadd_ps(_mm256_hadd_ps(totals[first], totals[first + 1]),
                              _mm256_hadd_ps(totals[first + 2], totals[first + 3]));
    };
    const __m256 lower = four(0);
    const __m256 upper = four(4);
    _mm256_storeu_ps(to, _mm256_add_ps(_mm256_permute2f128_ps(lower, upper, 0x20),
                                       _mm256_permute2f128_ps(lower, upper, 0x31)));
}

// Scales of weights times those of rows for groups [first, first + kScalesTogether); to the totals
// goes what the weights' being raised adds too much.
template <class V, int kRows>
inline void takeScales(float (&scales)[kSumsAtOnce][kScalesTogether], __m256 (&totals)[kSumsAtOnce],
                       const ByteRows& rows, const std::uint8_t* const* weights,
                       std::int64_t first) {
    __m256 rowScales[kRows];
    __m256 tooMuch[kRows];
    for (int r = 0; r < kRows; ++r) {
        rowScales[r] = V::load(ofRow(rows.scales, rows.stride, r) + first);
        const auto* sums = ofRow(rows.sums, rows.stride, r) + first;
        const auto raised = V::convert(V::loadBytes(reinterpret_cast<const std::uint8_t*>(sums)));
        tooMuch[r] = V::multiply(V::multiply(raised, V::set(float(-V::kRaisedBy))), rowScales[r]);
    }
    for (int i = 0; i < kSumsAtOnce; ++i) {
        const __m256 weightScales = widenedScales(weights[i / kRows] + 2 * first);
        V::store(scales[i], V::multiply(weightScales, rowScales[i % kRows]));
        if constexpr (V::kRaisedBy != 0) {
            totals[i] = V::multiplyAdd(weightScales, tooMuch[i % kRows], totals[i]);
        }
    }
}

// sums[s · kRows + r] = row of weights s · row r.
template <class V, int kRows>
inline void multiplyFew(float* sums, const FewRowsProduct& p, const ByteRows& rows,
                        const std::uint8_t* const* weights) {
    __m256 totals[kSumsAtOnce];
    for (auto& total : totals) {
        total = V::set(0.0F);
    }
    for (std::int64_t first = 0; first < p.groups; first += kScalesTogether) {
        alignas(32) float scales[kSumsAtOnce][kScalesTogether];
        takeScales<V, kRows>(scales, totals, rows, weights, first);
        const std::int64_t count =
            p.groups - first < kScalesTogether ? p.groups - first : kScalesTogether;
        for (std::int64_t g = 0; g < count; ++g) {
            for (int s = 0; s < kSumsAtOnce / kRows; ++s) {
                const std::uint8_t* from = weights[s] + p.scaleBytes + (first + g) * V::kBytes;
                __builtin_prefetch(from + kBytesAhead);
                const GroupPair group = V::weights(from);
                for (int r = 0; r < kRows; ++r) {
                    const int i = s * kRows + r;
                    const GroupPair values =
                        valuesAt(ofRow(rows.values, rows.stride, r) + (first + g) * kGroupInputs);
                    totals[i] = V::multiplyAdd(V::convert(V::dots(group, values)),
                                               _mm256_broadcast_ss(scales[i] + g), totals[i]);
                }
            }
        }
    }
    storeSums(sums, totals);
}

// The outputs are cut into as many runs as there are streams, so that each is long and sequential.
// The last rows are taken with rows before them, which get the same sums again.
template <class V, int kRows>
void multiplyFewRows(const FewRowsProduct& p) {
    constexpr std::int64_t kStreams = kSumsAtOnce / kRows;
    const std::int64_t run = (p.outputs + kStreams - 1) / kStreams;
    for (std::int64_t i = 0; i < run; ++i) {
        const std::uint8_t* weights[kStreams];
        for (std::int64_t s = 0; s < kStreams; ++s) {
            const std::int64_t output = s * run + i < p.outputs ? s * run + i : p.outputs - 1;
            weights[s] = p.weights + output * p.weightStride;
        }
        for (std::int64_t done = 0; done < p.rows.count; done += kRows) {
            const std::int64_t row = done + kRows <= p.rows.count ? done : p.rows.count - kRows;
            const ByteRows rows{ofRow(p.rows.values, p.rows.stride, row),
                                ofRow(p.rows.scales, p.rows.stride, row),
                                ofRow(p.rows.sums, p.rows.stride, row), p.rows.stride, kRows};
            float sums[kSumsAtOnce];
            multiplyFew<V, kRows>(sums, p, rows, weights);
            for (std::int64_t s = 0; s < kStreams && s * run + i < p.outputs; ++s) {
                for (std::int64_t r = 0; r < kRows; ++r) {
                    p.sums[(row + r) * p.sumStride + s * run + i] = sums[s * kRows + r];
                }
            }
        }
    }
}

template <class V>
void multiplyFewRows(const FewRowsProduct& p) {
    switch (p.rows.count) {
    case 0:
        return;
    case 1:
        return multiplyFewRows<V, 1>(p);
    case 2:
    case 3:
        return multiplyFewRows<V, 2>(p);
    default:
        return multiplyFewRows<V, 4>(p);
    }
}

} // namespace
} // namespace kernels
