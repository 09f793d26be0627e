// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a model says of the next token, on the host, and how far that is from what another says.
#pragma once

#include "kernels/backend.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace logits {

inline std::vector<float> downloaded(kernels::Backend& backend, const kernels::Tensor& tensor) {
    std::vector<float> values(static_cast<std::size_t>(tensor.elements()));
    backend.download(values.data(), tensor);
    return values;
}

// The root of the mean squared difference, of the deviation of the expected ones.
inline double distance(const std::vector<float>& got, const std::vector<float>& expected) {
    double mean = 0;
    for (const float value : expected) {
        mean += value / static_cast<double>(expected.size());
    }
    double error = 0;
    double spread = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        error += std::pow(got[i] - expected[i], 2);
        spread += std::pow(expected[i] - mean, 2);
    }
    return std::sqrt(error / spread);
}

} // namespace logits
