// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to the sums of a product on their way to the output: one row at a time, from a block
// of sums that is still in a core's own cache. Usable from any thread.
#pragma once

#include "kernels/backend.h"

namespace kernels {

// out[i] = activation(sums[i] + bias[i]) + residual[i]; bias and residual may be null, and residual
// may be out.
struct RowEpilogue {
    const float* bias = nullptr;
    Activation activation = Activation::None;
    const float* residual = nullptr;
};

void finishRow(float* out, const float* sums, std::int64_t count, const RowEpilogue& epilogue);

// out[i] = silu(gate[i]) · up[i].
void finishSwiGluRow(float* out, const float* gate, const float* up, std::int64_t count);

// out[i] += factor · sums[i].
void addScaledRow(float* out, const float* sums, float factor, std::int64_t count);

} // namespace kernels
