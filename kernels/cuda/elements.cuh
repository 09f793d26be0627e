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
