// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/byte_products.h"

#include <hwy/targets.h>

#include <vector>

namespace kernels {
namespace {

std::vector<ByteKernel> kernelsOfThisProcessor() {
    std::vector<ByteKernel> kernels;
    if (__builtin_cpu_supports("avx512vnni") != 0) {
        kernels.push_back({"AVX-512-VNNI", HWY_AVX3, ByteCoding::Raised, byteProductsAvx512Vnni,
                           byteProductsAvx512Vnni});
    }
    if (__builtin_cpu_supports("avxvnni") != 0) {
        kernels.push_back(
            {"AVX-VNNI", HWY_AVX2, ByteCoding::Raised, byteProductsAvxVnni, byteProductsAvxVnni});
    }
    if (__builtin_cpu_supports("avx2") != 0) {
        kernels.push_back(
            {"AVX2", HWY_AVX2, ByteCoding::Plain, byteProductsAvx2, nibbleProductsAvx2});
    }
    return kernels;
}

} // namespace

std::span<const ByteKernel> byteKernels() {
    static const std::vector<ByteKernel> kernels = kernelsOfThisProcessor();
    return kernels;
}

// Highway numbers better targets lower.
const ByteKernel* byteKernelFor(std::int64_t target) {
    for (const ByteKernel& kernel : byteKernels()) {
        if (target <= kernel.target) {
            return &kernel;
        }
    }
    return nullptr;
}

} // namespace kernels
