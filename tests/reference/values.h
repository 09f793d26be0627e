// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The elements of a tensor as dense row-major doubles, whatever its type and strides, and back
// (rounded to fp32 first, then to the type; to quantised weights as kernels/quantise.h does it).
// Host memory only.
#pragma once

#include "kernels/tensor.h"

#include <cstddef>
#include <vector>

namespace reference {

using Values = std::vector<double>;

Values valuesOf(const kernels::Tensor& tensor);
void store(const kernels::Tensor& tensor, const Values& values);

inline std::size_t extent(const kernels::Tensor& tensor, int dimension) {
    return static_cast<std::size_t>(tensor.size(dimension));
}

} // namespace reference
