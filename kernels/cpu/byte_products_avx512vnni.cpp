// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/few_byte_rows-inl.h"

#include <hwy/detect_targets.h>

namespace kernels {
namespace {

struct Vector512 {
    static constexpr int kLanes = 16;
    using Ints = __m512i;
    using Floats = __m512;

    static Ints set(std::int32_t value) { return _mm512_set1_epi32(value); }

    static Floats set(float value) { return _mm512_set1_ps(value); }

    static Ints load(const std::uint8_t* from) { return _mm512_loadu_si512(from); }

    static Floats load(const float* from) { return _mm512_loadu_ps(from); }

    static void store(float* to, Floats value) { _mm512_storeu_ps(to, value); }

    static Floats convert(Ints value) { return _mm512_cvtepi32_ps(value); }

    static Floats multiply(Floats a, Floats b) { return _mm512_mul_ps(a, b); }

    static Floats multiplyAdd(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
};

struct RaisedBytes : DirectDots<Vector512> {
    static constexpr int kRaisedBy = 128;
    using Weights = Ints;

    static Dots addDots(Dots sum, Weights unsignedBytes, Ints signedBytes) {
        return _mm512_dpbusd_epi32(sum, unsignedBytes, signedBytes);
    }
};

struct FewVectors : RaisedBytes {
    // Of kScalesTogether, all of which are loaded: a part of what was just stored comes later.
    static Floats inLanes(const float* scales, Ints lanes) {
        return _mm512_permutexvar_ps(lanes, _mm512_castps256_ps512(_mm256_load_ps(scales)));
    }

    static Floats withZeros(__m256 eightLanes) { return _mm512_zextps256_ps512(eightLanes); }

    static __m256 eightLanes(Floats total) {
        const __m512d both = _mm512_castps_pd(total);
        return _mm256_add_ps(_mm512_castps512_ps256(total),
                             _mm256_castpd_ps(_mm512_extractf64x4_pd(both, 1)));
    }
};

// Two groups of weights of 4 bits, + 8, in the order that NibbleGroup tells of.
struct TwoNibbleGroups : FewVectors {
    static constexpr int kRaisedBy = 8;
    static constexpr int kGroups = 2;
    static constexpr int kBytes = kGroupInputs;

    struct Pair {
        Ints first;
        Ints second;
    };

    static Pair weights(const std::uint8_t* from) {
        const Ints bytes = load(from);
        return {lowerHalf(bytes), lowerHalf(_mm512_srli_epi16(bytes, 4))};
    }

    // Of every byte, + 8.
    static Ints lowerHalf(Ints bytes) {
        constexpr int kFlippedAndMasked = 0x28; // (a ^ b) & c
        return _mm512_ternarylogic_epi32(bytes, _mm512_set1_epi8(char(0x88)),
                                         _mm512_set1_epi8(0x0f), kFlippedAndMasked);
    }

    static Pair values(const std::uint8_t* from) {
        const Ints front = load(from);
        const Ints back = load(from + kGroupInputs);
        return {_mm512_shuffle_i64x2(front, back, _MM_SHUFFLE(2, 0, 2, 0)),
                _mm512_shuffle_i64x2(front, back, _MM_SHUFFLE(3, 1, 3, 1))};
    }

    static Floats scaleOf(const float* scales, std::int64_t group) {
        const auto first = std::int32_t(group);
        return inLanes(scales, _mm512_inserti64x4(set(first), _mm256_set1_epi32(first + 1), 1));
    }

    static Ints dots(const Pair& weights, const Pair& values) {
        return addDots(addDots(set(0), weights.first, values.first), weights.second, values.second);
    }
};

// A group of weights of 8 bits, without a sign.
struct WholeByteGroup : FewVectors {
    static constexpr int kGroups = 1;
    static constexpr int kBytes = kGroupInputs;

    static Ints weights(const std::uint8_t* from) {
        return _mm512_xor_si512(load(from), _mm512_set1_epi8(char(kRaisedBy)));
    }

    static Ints values(const std::uint8_t* from) { return load(from); }

    static Ints dots(Ints weights, Ints values) { return addDots(set(0), weights, values); }

    static Floats scaleOf(const float* scales, std::int64_t group) {
        return inLanes(scales, set(std::int32_t(group)));
    }
};

void multiplyAll(const ByteProduct& product) {
    switch (product.columns / RaisedBytes::kLanes) {
    case 1:
        return multiplyByteColumns<RaisedBytes, 1>(product, 0);
    case 2:
        return multiplyByteColumns<RaisedBytes, 2>(product, 0);
    default:
        return multiplyByteColumns<RaisedBytes, 3>(product, 0);
    }
}

} // namespace

constinit const ByteKernel kAvx512VnniKernel{"AVX-512-VNNI",
                                             HWY_AVX3,
                                             ByteCoding::Raised,
                                             multiplyAll,
                                             multiplyAll,
                                             multiplyFewRows<WholeByteGroup>,
                                             multiplyFewRows<TwoNibbleGroups>};

} // namespace kernels
