// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled for processors that have no byte kernel.
#include "kernels/cpu/byte_products.h"

namespace kernels {

std::int64_t bytesAhead() {
    return 1024;
}

std::span<const ByteKernel> byteKernels() {
    return {};
}

const ByteKernel* byteKernelFor(std::int64_t /*target*/) {
    return nullptr;
}

} // namespace kernels
