// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Weights of any stored type as vectors of fp32. Part of product.cpp, compiled once per instruction
// set; without an include guard for that reason.
#include "kernels/cpu/widened-inl.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::ScalableTag<float>;
using Vector = hn::Vec<Floats>;

// 16 vector registers instead of 32.
constexpr bool kHasFewRegisters = HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_SSE4;

HWY_INLINE std::size_t lanes() {
    return hn::Lanes(Floats());
}

// GCC would rather load a vector twice than hold it in a register, but weights in a mapped file lie
// across cache lines, where a load costs two.
template <class V>
HWY_INLINE V heldInRegister(V vector) {
#if HWY_COMPILER_GCC_ACTUAL && HWY_ARCH_X86
    __asm__("" : "+v"(vector.raw));
#endif
    return vector;
}

struct VectorPair {
    Vector first;
    Vector second;
};

// Two vectors of consecutive elements. For BF16 the first holds the even ones and the second the
// odd ones, which costs no shuffle: rows are arranged to match (RowLayout::Split).
template <class Element>
HWY_INLINE VectorPair loadPair(const Element* from) {
    const Floats d;
    return {load(d, from), load(d, from + lanes())};
}

HWY_INLINE VectorPair loadPair(const BFloat16* from) {
    const Floats d;
    const hn::Repartition<std::uint16_t, Floats> halves;
    const hn::RebindToUnsigned<Floats> words;
    const auto loaded = hn::LoadU(halves, reinterpret_cast<const std::uint16_t*>(from));
    const auto bits = hn::BitCast(words, heldInRegister(loaded));
    return {hn::BitCast(d, hn::ShiftLeft<16>(bits)),
            hn::BitCast(d, hn::And(bits, hn::Set(words, 0xffff0000U)))};
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
