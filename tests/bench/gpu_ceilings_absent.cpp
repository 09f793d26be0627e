// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled instead of gpu_ceilings.cu where the program is built without CUDA, and so has no
// backend that these could be asked for.
#include "tests/bench/gpu_ceilings.h"

namespace bench {

double gpuProductCeiling(kernels::Backend& /*backend*/) {
    return 0;
}

double gpuReadCeiling(kernels::Backend& /*backend*/) {
    return 0;
}

} // namespace bench
