// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for the toolkit's header: bf16 as kernels/cuda uses it.
#pragma once

#include "kernels/bfloat16.h"

using __nv_bfloat16 = kernels::BFloat16;

inline float __bfloat162float(__nv_bfloat16 value) {
    return kernels::toFloat(value);
}

inline __nv_bfloat16 __float2bfloat16(float value) {
    return kernels::toBFloat16(value);
}
