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

} // namespace

constinit const ByteKernel kAvxVnniKernel{"AVX-VNNI",
                                          HWY_AVX2,
                                          ByteCoding::Raised,
                                          multiplyInPairs<RaisedBytes>,
                                          multiplyInPairs<RaisedBytes>,
                                          multiplyFewRows<InHalves<ByteGroup<128>, RaisedBytes>>,
                                          multiplyFewRows<InHalves<NibbleGroup, RaisedBytes>>};

} // namespace kernels
