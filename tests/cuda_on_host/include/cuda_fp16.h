// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for the toolkit's header: fp16 as kernels/cuda uses it.
#pragma once

#include "kernels/bfloat16.h"

using __half = kernels::Float16;

inline float __half2float(__half value) {
    return kernels::toFloat(value);
}

inline __half __float2half(float value) {
    return kernels::toFloat16(value);
}
