// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// RMSNorm and LayerNorm: a block for each row, which it reads three times at most, from its cache.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

namespace kernels {

namespace {

constexpr int kThreads = 128;

// The calling thread's share of the sum of term(value) over a row.
template <class T, class Term>
__device__ float partOfSum(const T* row, std::int64_t width, const Term& term) {
    float sum = 0.0F;
    for (std::int64_t i = threadIdx.x; i < width; i += blockDim.x) {
        sum += term(widen(row[i]));
    }
    return sum;
}

template <class T>
__global__ void rmsNormKernel(Matrix<T> out, Matrix<const T> in, AnyFloats weight, float eps) {
    float* warpSums = sharedMemory<float>();
    const T* row = &in.at(blockIdx.x, 0);
    const float squares =
        blockSum(partOfSum(row, in.columns, [](float x) { return x * x; }), warpSums);
    const float factor = rsqrtf(squares / static_cast<float>(in.columns) + eps);
    for (std::int64_t i = threadIdx.x; i < in.columns; i += blockDim.x) {
        store(out.at(blockIdx.x, i), widen(row[i]) * factor * weight[i]);
    }
}

template <class T>
__global__ void layerNormKernel(Matrix<T> out, Matrix<const T> in, AnyFloats weight, AnyFloats bias,
                                float eps) {
    float* warpSums = sharedMemory<float>();
    const T* row = &in.at(blockIdx.x, 0);
    const auto width = static_cast<float>(in.columns);
    const float mean =
        blockSum(partOfSum(row, in.columns, [](float x) { return x; }), warpSums) / width;
    const auto square = [mean](float x) {
        return (x - mean) * (x - mean);
    };
    const float squares = blockSum(partOfSum(row, in.columns, square), warpSums);
    const float factor = rsqrtf(squares / width + eps);
    for (std::int64_t i = threadIdx.x; i < in.columns; i += blockDim.x) {
        store(out.at(blockIdx.x, i), (widen(row[i]) - mean) * factor * weight[i] + bias[i]);
    }
}

Grid gridOver(const Tensor& rows) {
    return {{static_cast<unsigned>(rows.size(0))}, kThreads, kThreads / kWarpSize * sizeof(float)};
}

} // namespace

void CudaBackend::rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) {
    checkRmsNorm(out, in, weight);
    check(out.dtype == in.dtype, "rmsNorm: out and in are of one type on the GPU");
    if (out.elements() == 0) {
        return;
    }
    withActivationType(in.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), gridOver(in), rmsNormKernel<T>, matrixOf<T>(out), matrixOf<const T>(in),
               anyFloats(&weight), eps);
    });
}

void CudaBackend::layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight,
                            const Tensor& bias, float eps) {
    checkLayerNorm(out, in, weight, bias);
    check(out.dtype == in.dtype, "layerNorm: out and in are of one type on the GPU");
    if (out.elements() == 0) {
        return;
    }
    withActivationType(in.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), gridOver(in), layerNormKernel<T>, matrixOf<T>(out), matrixOf<const T>(in),
               anyFloats(&weight), anyFloats(&bias), eps);
    });
}

} // namespace kernels
