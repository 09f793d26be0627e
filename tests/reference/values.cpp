// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reference/values.h"

#include "kernels/bfloat16.h"

#include <cmath>

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
    }
    return 0.0;
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

} // namespace

Values valuesOf(const Tensor& tensor) {
    Values values(static_cast<std::size_t>(tensor.elements()));
    forEachElement(tensor, [&](std::size_t index, std::int64_t offset) {
        values[index] = load(tensor, offset);
    });
    return values;
}

void store(const Tensor& tensor, const Values& values) {
    kernels::check(values.size() == static_cast<std::size_t>(tensor.elements()),
                   "store: element count");
    forEachElement(tensor, [&](std::size_t index, std::int64_t offset) {
        save(tensor, offset, values[index]);
    });
}

} // namespace reference
