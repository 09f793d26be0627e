// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/byte_products.h"

#include <vector>

namespace kernels {
namespace {

std::vector<ByteKernel> kernelsOfThisProcessor() {
    std::vector<ByteKernel> kernels;
    if (__builtin_cpu_supports("avx512vnni") != 0) {
        kernels.push_back(kAvx512VnniKernel);
    }
    if (__builtin_cpu_supports("avxvnni") != 0) {
        kernels.push_back(kAvxVnniKernel);
    }
    if (__builtin_cpu_supports("avx2") != 0) {
        kernels.push_back(kAvx2Kernel);
    }
    return kernels;
}

} // namespace

std::int64_t bytesAhead() {
    static const bool isAmd = __builtin_cpu_is("amd") != 0;
    return isAmd ? 0 : 1024;
}

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
