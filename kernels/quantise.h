// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns float weights into quantised ones (quantised_row.h), in host memory. Of 8 bits, a group's
// scale is its largest magnitude / 127; of 4 bits, the one of several that leaves the least squared
// error. The result does not depend on the processor's instruction set. Any thread.
#pragma once

#include "kernels/tensor.h"

namespace kernels {

// to (N, K) Q8 or Q4 = from (N, K) F32, BF16 or F16; rows may be strided.
void quantise(const Tensor& to, const Tensor& from);

} // namespace kernels
