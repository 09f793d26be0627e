// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to the sums of a product on their way to the output, while they are still in a
// core's own cache. sums are blocks as productSums leaves them, out the part of the output that
// they belong to: (rows, columns), last stride 1. Usable from any thread.
#pragma once

#include "kernels/backend.h"

#include <cstdint>
#include <span>

namespace kernels {

// The epilogue of a block: its own part of the bias (columns) and of the residual (rows, columns),
// which may be the output itself.
struct BlockEpilogue {
    const float* bias = nullptr;
    Activation activation = Activation::None;
    const Tensor* residual = nullptr;
};

// out = activation(sums + bias) + residual.
void storeSums(const Tensor& out, const float* sums, const BlockEpilogue& epilogue);

// out = silu(gate) ⊙ up.
void storeSwiGlu(const Tensor& out, const float* gate, const float* up);

// out[rows[r]] += weights[r] · sums[r].
void addWeighted(const Tensor& out, const float* sums, std::span<const std::int32_t> rows,
                 const float* weights);

} // namespace kernels
