// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/byte_products.h"

#include <hwy/targets.h>

namespace kernels {

// Highway numbers better targets lower.
ByteKernel byteKernelFor(std::int64_t target) {
    if (target <= HWY_AVX3 && __builtin_cpu_supports("avx512vnni") != 0) {
        return byteProductsAvx512Vnni;
    }
    if (target <= HWY_AVX2 && __builtin_cpu_supports("avxvnni") != 0) {
        return byteProductsAvxVnni;
    }
    return nullptr;
}

} // namespace kernels
