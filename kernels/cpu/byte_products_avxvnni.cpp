// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/few_byte_rows-inl.h"

#include <hwy/detect_targets.h>

namespace kernels {
namespace {

struct RaisedBytes : DirectDots<Vector256> {
    static constexpr int kRaisedBy = 128;
    using Weights = Ints;

    using Vector256::load;

    static Weights load(const std::uint8_t* from) { return loadBytes(from); }

    static Dots addDots(Dots sum, Weights unsignedBytes, Ints signedBytes) {
        return _mm256_dpbusd_avx_epi32(sum, unsignedBytes, signedBytes);
    }
};

void multiplyAll(const ByteProduct& product) {
    for (std::int64_t column = 0; column < product.columns; column += 2 * RaisedBytes::kLanes) {
        multiplyByteColumns<RaisedBytes, 2>(product, column);
    }
}

} // namespace

constinit const ByteKernel kAvxVnniKernel{"AVX-VNNI",
                                          HWY_AVX2,
                                          ByteCoding::Raised,
                                          multiplyAll,
                                          multiplyAll,
                                          multiplyFewRows<FewRaised<ByteGroup<128>, RaisedBytes>>,
                                          multiplyFewRows<FewRaised<NibbleGroup, RaisedBytes>>};

} // namespace kernels
