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

    // Of all lanes: GCC 12 warns of the intrinsic that says so.
    static Floats convert(Ints value) { return _mm512_maskz_cvtepi32_ps(0xffff, value); }

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

struct HalfVectors {
    static __m256i addDots(__m256i sum, __m256i unsignedBytes, __m256i signedBytes) {
        return _mm256_dpbusd_epi32(sum, unsignedBytes, signedBytes);
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

constinit const ByteKernel kAvx512VnniKernel{
    "AVX-512-VNNI",
    HWY_AVX3,
    ByteCoding::Raised,
    multiplyAll,
    multiplyAll,
    multiplyFewRows<FewRaised<ByteGroup<128>, HalfVectors>>,
    multiplyFewRows<FewRaised<NibbleGroup, HalfVectors>>};

} // namespace kernels
