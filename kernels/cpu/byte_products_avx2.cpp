// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Without an instruction for four products at once: pairs of products are added as 16-bit integers,
// which must not overflow, and pairs of those as 32-bit ones.
#include "kernels/cpu/few_byte_rows-inl.h"

#include <hwy/detect_targets.h>

namespace kernels {
namespace {

// GCC would else multiply for all sums first, and then has too few registers for all products.
__m256i inOrder(__m256i sum) {
    __asm__("" : "+x"(sum));
    return sum;
}

__m256i addPairs(__m256i sum, __m256i words) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(words, _mm256_set1_epi16(1)));
}

// One factor has to be without a sign: |weight| · (±value), 2 · 127² < 2¹⁵.
struct SignedBytes : DirectDots<Vector256> {
    static constexpr int kRaisedBy = 0;

    struct Weights {
        Ints values;
        Ints magnitudes;
    };

    using Vector256::load;

    static Weights load(const std::uint8_t* from) {
        const Ints values = loadBytes(from);
        return {values, _mm256_abs_epi8(values)};
    }

    static Dots addDots(Dots sum, const Weights& weights, Ints bytes) {
        const Ints turned = _mm256_sign_epi8(bytes, weights.values);
        return inOrder(addPairs(sum, _mm256_maddubs_epi16(weights.magnitudes, turned)));
    }
};

// Weights of 4 bits + 8: eight quads add up to 8 · 2 · 15 · 127 < 2¹⁵.
struct Nibbles : Vector256 {
    static constexpr int kRaisedBy = 8;
    static constexpr std::int64_t kQuads = kQuadsInGroup / 2;
    using Weights = Ints;
    using Dots = Ints; // of words

    using Vector256::load;

    static Weights load(const std::uint8_t* from) { return loadBytes(from); }

    static Dots begin(Ints /*sum*/) { return _mm256_setzero_si256(); }

    static Dots addDots(Dots sum, Weights weights, Ints bytes) {
        return inOrder(_mm256_add_epi16(sum, _mm256_maddubs_epi16(weights, bytes)));
    }

    static Ints end(Ints before, Dots sum) { return addPairs(before, sum); }
};

struct FewSignedBytes : ByteGroup<0> {
    static Ints dots(const Pair& weights, const Pair& values) {
        return addPairs(addPairs(_mm256_setzero_si256(), words(weights.first, values.first)),
                        words(weights.second, values.second));
    }

    static Ints words(Ints weights, Ints bytes) {
        return _mm256_maddubs_epi16(_mm256_abs_epi8(weights), _mm256_sign_epi8(bytes, weights));
    }
};

// 2 · 2 · 15 · 127 < 2¹⁵.
struct FewNibbles : NibbleGroup {
    static Ints dots(const Pair& weights, const Pair& values) {
        const Ints words = _mm256_add_epi16(_mm256_maddubs_epi16(weights.first, values.first),
                                            _mm256_maddubs_epi16(weights.second, values.second));
        return _mm256_madd_epi16(words, _mm256_set1_epi16(1));
    }
};

} // namespace

constinit const ByteKernel kAvx2Kernel{"AVX2",
                                       HWY_AVX2,
                                       ByteCoding::Plain,
                                       multiplyInPairs<SignedBytes>,
                                       multiplyInPairs<Nibbles>,
                                       multiplyFewRows<FewSignedBytes>,
                                       multiplyFewRows<FewNibbles>};

} // namespace kernels
