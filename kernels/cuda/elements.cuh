// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The element types of tensors in device code, and how a kernel is chosen by them. Arithmetic is in
// fp32; only loads and stores know half-width floats.
#pragma once

#include "kernels/tensor.h"

#include <cuda_bf16.h>
#include <cuda_fp16.h>
#include <cuda_runtime.h>

#include <cstdint>

namespace kernels {

__device__ inline float widen(float value) {
    return value;
}

__device__ inline float widen(__nv_bfloat16 value) {
    return __bfloat162float(value);
}

__device__ inline float widen(__half value) {
    return __half2float(value);
}

__device__ inline void store(float& to, float value) {
    to = value;
}

__device__ inline void store(__nv_bfloat16& to, float value) {
    to = __float2bfloat16(value);
}

__device__ inline void store(__half& to, float value) {
    to = __float2half(value);
}

// Quantised weights: rows of bytes (quantised_row.h), strides of matrices in bytes.
struct Quantised8 {
    std::uint8_t byte;
};

struct Quantised4 {
    std::uint8_t byte;
};

template <class T>
constexpr bool kIsQuantised = false;
template <>
inline constexpr bool kIsQuantised<Quantised8> = true;
template <>
inline constexpr bool kIsQuantised<Quantised4> = true;

// Lower and upper half of a byte of two values, sign extended.
__device__ inline int lowerValue(std::uint8_t both) {
    return ((both & 15) ^ 8) - 8;
}

__device__ inline int upperValue(std::uint8_t both) {
    return ((both >> 4) ^ 8) - 8;
}

// Input k of a row that has so many.
__device__ inline float weightAt(const Quantised8* row, std::int64_t inputs, std::int64_t k) {
    const auto* scales = reinterpret_cast<const __nv_bfloat16*>(row);
    const std::uint8_t value = row[quantisedScaleBytes(inputs) + k].byte;
    return widen(scales[k / kGroupInputs]) * static_cast<float>(static_cast<std::int8_t>(value));
}

__device__ inline float weightAt(const Quantised4* row, std::int64_t inputs, std::int64_t k) {
    constexpr std::int64_t kHalf = kPairedInputs / 2;
    const auto* scales = reinterpret_cast<const __nv_bfloat16*>(row);
    const std::int64_t pairs = k / kPairedInputs * kHalf;
    const std::uint8_t both = row[quantisedScaleBytes(inputs) + pairs + k % kHalf].byte;
    const int value = k % kPairedInputs < kHalf ? lowerValue(both) : upperValue(both);
    return widen(scales[k / kGroupInputs]) * static_cast<float>(value);
}

// Floats of a type that is looked at for each element: for the short vectors of biases and norms,
// where one more template parameter would buy nothing.
struct AnyFloats {
    const void* data = nullptr; // none when null
    DType type = DType::F32;

    __device__ float operator[](std::int64_t index) const {
        switch (type) {
        case DType::BF16:
            return widen(static_cast<const __nv_bfloat16*>(data)[index]);
        case DType::F16:
            return widen(static_cast<const __half*>(data)[index]);
        default:
            return static_cast<const float*>(data)[index];
        }
    }
};

inline AnyFloats anyFloats(const Tensor* tensor) {
    return tensor == nullptr ? AnyFloats{} : AnyFloats{tensor->data, tensor->dtype};
}

// A matrix as kernels get it. Strides in elements.
template <class T>
struct Matrix {
    T* data;
    std::int64_t rows;
    std::int64_t columns;
    std::int64_t rowStride;
    std::int64_t columnStride;

    __device__ T& at(std::int64_t row, std::int64_t column) const {
        return data[row * rowStride + column * columnStride];
    }
};

// The last two dimensions of a tensor.
template <class T>
Matrix<T> matrixOf(const Tensor& tensor) {
    return {tensor.as<T>(), tensor.size(-2), tensor.size(-1), tensor.stride(-2), tensor.stride(-1)};
}

// Calls body with a value of the C++ type of a float type.
template <class Body>
void withFloatType(DType type, const Body& body) {
    switch (type) {
    case DType::F32:
        return body(float{});
    case DType::BF16:
        return body(__nv_bfloat16{});
    case DType::F16:
        return body(__half{});
    default:
        check(false, "not a float type");
    }
}

// The same for what weights of products may be.
template <class Body>
void withWeightType(DType type, const Body& body) {
    switch (type) {
    case DType::Q8:
        return body(Quantised8{});
    case DType::Q4:
        return body(Quantised4{});
    default:
        return withFloatType(type, body);
    }
}

// The same for what activations may be.
template <class Body>
void withActivationType(DType type, const Body& body) {
    switch (type) {
    case DType::F32:
        return body(float{});
    case DType::BF16:
        return body(__nv_bfloat16{});
    default:
        check(false, "activations on the GPU are F32 or BF16");
    }
}

} // namespace kernels
