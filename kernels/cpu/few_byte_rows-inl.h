// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of few rows (byte_products.h) over the groups V of weights that an instruction set takes
// at once: V knows how they are unpacked, in which order their values then come and how their
// products are taken. Only in files that are compiled for that set, and with nothing of the
// standard library, whose functions other files would then share.
#include "kernels/cpu/byte_products-inl.h"
#include "kernels/cpu/vector256-inl.h"

namespace kernels {
namespace {

constexpr int kSumsAtOnce = 8; // streams of weights times rows, in registers

// A group in vectors of 256 bits.
struct HalvedGroup : Vector256 {
    static constexpr int kGroups = 1;

    struct Pair {
        Ints first;
        Ints second;
    };

    static Pair values(const std::uint8_t* from) {
        return {loadBytes(from), loadBytes(from + kGroupInputs / 2)};
    }

    static Floats scaleOf(const float* scales, std::int64_t group) {
        return _mm256_broadcast_ss(scales + group);
    }

    static __m256 eightLanes(Floats total) { return total; }

    static Floats withZeros(__m256 eightLanes) { return eightLanes; }
};

// Weights of 4 bits, + 8. Sixteen bytes hold inputs and, in their upper halves, the sixteen after
// those; values come in that order too, which is made once for all streams.
struct NibbleGroup : HalvedGroup {
    static constexpr int kRaisedBy = 8;
    static constexpr int kBytes = kGroupInputs / 2;

    static Pair values(const std::uint8_t* from) {
        const auto [first, second] = HalvedGroup::values(from);
        return {_mm256_permute2x128_si256(first, second, 0x20),
                _mm256_permute2x128_si256(first, second, 0x31)};
    }

    static Pair weights(const std::uint8_t* from) {
        const Ints low = _mm256_set1_epi8(0x0f);
        const Ints raised = _mm256_xor_si256(loadBytes(from), _mm256_set1_epi8(char(0x88)));
        return {_mm256_and_si256(raised, low), _mm256_and_si256(_mm256_srli_epi16(raised, 4), low)};
    }
};

// Weights of 8 bits, as they are or, with kRaised 128, without a sign.
template <int kRaised>
struct ByteGroup : HalvedGroup {
    static constexpr int kRaisedBy = kRaised;
    static constexpr int kBytes = kGroupInputs;

    static Pair weights(const std::uint8_t* from) {
        const Ints sign = _mm256_set1_epi8(char(kRaised));
        const Pair group = values(from);
        return {_mm256_xor_si256(group.first, sign), _mm256_xor_si256(group.second, sign)};
    }
};

// With an instruction that adds products of four bytes, those of the weights without a sign.
template <class Group, class Instruction>
struct InHalves : Group {
    using typename Group::Ints;
    using typename Group::Pair;

    static Ints dots(const Pair& weights, const Pair& values) {
        const Ints first = Instruction::addDots(Group::set(0), weights.first, values.first);
        return Instruction::addDots(first, weights.second, values.second);
    }
};

// Scales of kScalesTogether groups, BF16 in memory.
inline __m256 widenedScales(const std::uint8_t* from) {
    const __m128i halves = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(halves), 16));
}

// to[i] = Σ lanes of totals[i].
template <class V>
inline void storeSums(float* to, const typename V::Floats (&totals)[kSumsAtOnce]) {
    const auto two = [&](int first) {
        return _mm256_hadd_ps(V::eightLanes(totals[first]), V::eightLanes(totals[first + 1]));
    };
    const __m256 lower = _mm256_hadd_ps(two(0), two(2));
    const __m256 upper = _mm256_hadd_ps(two(4), two(6));
    _mm256_storeu_ps(to, _mm256_add_ps(_mm256_permute2f128_ps(lower, upper, 0x20),
                                       _mm256_permute2f128_ps(lower, upper, 0x31)));
}

// Scales of weights times those of rows for groups [first, first + kScalesTogether); to the totals
// goes what the weights' being raised adds too much.
template <class V, int kRows>
inline void takeScales(float (&scales)[kSumsAtOnce][kScalesTogether],
                       typename V::Floats (&totals)[kSumsAtOnce], const ByteRows& rows,
                       const std::uint8_t* const* weights, std::int64_t first) {
    __m256 rowScales[kRows];
    __m256 tooMuch[kRows];
    for (int r = 0; r < kRows; ++r) {
        rowScales[r] = _mm256_loadu_ps(ofRow(rows.scales, rows.stride, r) + first);
        const auto* sums = ofRow(rows.sums, rows.stride, r) + first;
        const __m256 raised =
            _mm256_cvtepi32_ps(Vector256::loadBytes(reinterpret_cast<const std::uint8_t*>(sums)));
        tooMuch[r] =
            _mm256_mul_ps(_mm256_mul_ps(raised, _mm256_set1_ps(-V::kRaisedBy)), rowScales[r]);
    }
    for (int i = 0; i < kSumsAtOnce; ++i) {
        const __m256 weightScales = widenedScales(weights[i / kRows] + 2 * first);
        _mm256_store_ps(scales[i], _mm256_mul_ps(weightScales, rowScales[i % kRows]));
        if constexpr (V::kRaisedBy != 0) {
            totals[i] = V::multiplyAdd(V::withZeros(weightScales), V::withZeros(tooMuch[i % kRows]),
                                       totals[i]);
        }
    }
}

// sums[s · kRows + r] = row of weights s · row r.
template <class V, int kRows>
inline void multiplyFew(float* sums, const FewRowsProduct& p, const ByteRows& rows,
                        const std::uint8_t* const* weights) {
    typename V::Floats totals[kSumsAtOnce];
    for (auto& total : totals) {
        total = V::set(0.0F);
    }
    for (std::int64_t first = 0; first < p.groups; first += kScalesTogether) {
        alignas(32) float scales[kSumsAtOnce][kScalesTogether];
        takeScales<V, kRows>(scales, totals, rows, weights, first);
        const std::int64_t end =
            first + kScalesTogether < p.groups ? first + kScalesTogether : p.groups;
        for (std::int64_t g = first; g < end; g += V::kGroups) {
#pragma GCC unroll 8
            for (int s = 0; s < kSumsAtOnce / kRows; ++s) {
                const std::uint8_t* from = weights[s] + p.scaleBytes + g / V::kGroups * V::kBytes;
                __builtin_prefetch(from + p.bytesAhead);
                const auto group = V::weights(from);
#pragma GCC unroll 4
                for (int r = 0; r < kRows; ++r) {
                    const auto* row = ofRow(rows.values, rows.stride, r) + g * kGroupInputs;
                    const auto values = V::values(reinterpret_cast<const std::uint8_t*>(row));
                    const int i = s * kRows + r;
                    totals[i] = V::multiplyAdd(V::convert(V::dots(group, values)),
                                               V::scaleOf(scales[i], g - first), totals[i]);
                }
            }
        }
    }
    storeSums<V>(sums, totals);
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
