// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a GPU can do at best, measured when asked, on the calling thread's device.
#pragma once

#include "kernels/backend.h"

namespace bench {

// GFLOP/s of products as large as the library likes them, in the backend's type.
double gpuProductCeiling(kernels::Backend& backend);
// GB/s of reading memory far larger than the caches.
double gpuReadCeiling(kernels::Backend& backend);

} // namespace bench
