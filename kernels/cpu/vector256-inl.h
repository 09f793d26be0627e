// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What byte kernels of 256 bits have in common. Only in files that are compiled for AVX2.
#include <immintrin.h>

#include <cstdint>

namespace kernels {
namespace {

struct Vector256 {
    static constexpr int kLanes = 8;
    using Ints = __m256i;
    using Floats = __m256;

    static Ints set(std::int32_t value) { return _mm256_set1_epi32(value); }

    static Floats set(float value) { return _mm256_set1_ps(value); }

    static Ints loadBytes(const std::uint8_t* from) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    }

    static Floats load(const float* from) { return _mm256_loadu_ps(from); }

    static void store(float* to, Floats value) { _mm256_storeu_ps(to, value); }

    static Floats convert(Ints value) { return _mm256_cvtepi32_ps(value); }

    static Floats multiply(Floats a, Floats b) { return _mm256_mul_ps(a, b); }

    static Floats multiplyAdd(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
};

} // namespace
} // namespace kernels
