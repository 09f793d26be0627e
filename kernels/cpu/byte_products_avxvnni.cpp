// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/byte_products-inl.h"
#include "kernels/cpu/vector256-inl.h"

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

void byteProductsAvxVnni(const ByteProduct& product) {
    for (std::int64_t column = 0; column < product.columns; column += 2 * RaisedBytes::kLanes) {
        multiplyByteColumns<RaisedBytes, 2>(product, column);
    }
}

} // namespace kernels
