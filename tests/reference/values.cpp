// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reference/values.h"

#include "kernels/bfloat16.h"
#include "kernels/quantise.h"

#include <cmath>
#include <cstring>

namespace reference {

using kernels::DType;
using kernels::Tensor;

namespace {

double load(const Tensor& tensor, std::int64_t offset) {
    switch (tensor.dtype) {
    case DType::F32:
        return tensor.as<float>()[offset];
    case DType::BF16:
        return toFloat(tensor.as<kernels::BFloat16>()[offset]);
    case DType::F16:
        return toFloat(tensor.as<kernels::Float16>()[offset]);
    case DType::I32:
        return tensor.as<std::int32_t>()[offset];
    case DType::U8:
        return tensor.as<std::uint8_t>()[offset];
    default:
        return 0.0;
    }
}

void save(const Tensor& tensor, std::int64_t offset, double value) {
    switch (tensor.dtype) {
    case DType::F32:
        tensor.as<float>()[offset] = static_cast<float>(value);
        break;
    case DType::BF16:
        tensor.as<kernels::BFloat16>()[offset] = kernels::toBFloat16(static_cast<float>(value));
        break;
    case DType::F16:
        tensor.as<kernels::Float16>()[offset] = kernels::toFloat16(static_cast<float>(value));
        break;
    case DType::I32:
        tensor.as<std::int32_t>()[offset] = static_cast<std::int32_t>(value);
        break;
    case DType::U8:
        tensor.as<std::uint8_t>()[offset] = static_cast<std::uint8_t>(value);
        break;
    default:
        break;
    }
}

// Calls visit(index, offset) for the elements in row-major order.
template <typename Visit>
void forEachElement(const Tensor& tensor, Visit visit) {
    std::array<std::int64_t, 4> shape{1, 1, 1, 1};
    std::array<std::int64_t, 4> strides{};
    for (int d = 0; d < tensor.rank; ++d) {
        shape[static_cast<std::size_t>(4 - tensor.rank + d)] = tensor.size(d);
        strides[static_cast<std::size_t>(4 - tensor.rank + d)] = tensor.stride(d);
    }
    std::size_t index = 0;
    for (std::int64_t a = 0; a < shape[0]; ++a) {
        for (std::int64_t b = 0; b < shape[1]; ++b) {
            for (std::int64_t c = 0; c < shape[2]; ++c) {
                for (std::int64_t d = 0; d < shape[3]; ++d) {
                    visit(index++,
                          a * strides[0] + b * strides[1] + c * strides[2] + d * strides[3]);
                }
            }
        }
    }
}

// Calls visit(first index, first byte) for the rows of a quantised weight.
template <typename Visit>
void forEachRow(const Tensor& tensor, Visit visit) {
    Tensor firsts = tensor;
    firsts.shape[static_cast<std::size_t>(tensor.rank - 1)] = 1;
    forEachElement(firsts, [&](std::size_t row, std::int64_t offset) {
        visit(row * static_cast<std::size_t>(tensor.size(-1)), tensor.as<std::uint8_t>() + offset);
    });
}

// Input k of a row, as quantised_row.h has it.
double quantisedValue(DType type, const std::uint8_t* row, std::int64_t inputs, std::int64_t k) {
    kernels::BFloat16 scale;
    std::memcpy(&scale, row + k / 64 * 2, 2);
    const std::uint8_t* values = row + kernels::quantisedScaleBytes(inputs);
    if (type == DType::Q8) {
        return toFloat(scale) * static_cast<std::int8_t>(values[k]);
    }
    const std::int64_t inPairs = k % 32;
    const int both = values[k / 32 * 16 + inPairs % 16];
    const int value = inPairs < 16 ? both & 15 : both >> 4;
    return toFloat(scale) * (value < 8 ? value : value - 16);
}

Values quantisedValues(const Tensor& tensor) {
    Values values(static_cast<std::size_t>(tensor.elements()));
    forEachRow(tensor, [&](std::size_t first, const std::uint8_t* row) {
        for (std::int64_t k = 0; k < tensor.size(-1); ++k) {
            values[first + static_cast<std::size_t>(k)] =
                quantisedValue(tensor.dtype, row, tensor.size(-1), k);
        }
    });
    return values;
}

void storeQuantised(const Tensor& tensor, const Values& values) {
    const std::vector<float> floats(values.begin(), values.end());
    forEachRow(tensor, [&](std::size_t first, std::uint8_t* row) {
        kernels::quantise({row, tensor.dtype, {1, tensor.size(-1)}},
                          {const_cast<float*>(&floats[first]), DType::F32, {1, tensor.size(-1)}});
    });
}

} // namespace

Values valuesOf(const Tensor& tensor) {
    if (isQuantised(tensor.dtype)) {
        return quantisedValues(tensor);
    }
    Values values(static_cast<std::size_t>(tensor.elements()));
    forEachElement(tensor, [&](std::size_t index, std::int64_t offset) {
        values[index] = load(tensor, offset);
    });
    return values;
}

void store(const Tensor& tensor, const Values& values) {
    kernels::check(values.size() == static_cast<std::size_t>(tensor.elements()),
                   "store: element count");
    if (isQuantised(tensor.dtype)) {
        return storeQuantised(tensor, values);
    }
    forEachElement(tensor, [&](std::size_t index, std::int64_t offset) {
        save(tensor, offset, values[index]);
    });
}

} // namespace reference
