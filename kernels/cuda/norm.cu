// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// RMSNorm and LayerNorm: a block for each row, a thread for a packet of it, so that a row of a
// model comes in one or two loads that overlap; what is read again comes from the cache.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/few_rows.cuh"
#include "kernels/cuda/launch.h"

namespace kernels {

namespace {

constexpr int kThreads = 256;

// The calling thread's packets of a row of so many elements, to visit(value, index).
template <class T, class Visit>
__device__ void forOwn(const T* row, int width, const Visit& visit) {
    constexpr int kEach = Packet<T>::kElements;
    for (int first = static_cast<int>(threadIdx.x) * kEach; first < width;
         first += kThreads * kEach) {
        const Packet<T> packet = packetOf(row, first, width, true);
#pragma unroll
        for (int i = 0; i < kEach; ++i) {
            if (first + i < width) {
                visit(widen(packet.elements[i]), first + i);
            }
        }
    }
}

// The sum of term(value) over a row, in all threads.
template <class T, class Term>
__device__ float sumOver(const T* row, int width, const Term& term) {
    float own = 0.0F;
    forOwn(row, width, [&](float x, int /*index*/) { own += term(x); });
    return blockSum(own, sharedMemory<float>());
}

template <class T>
__global__ void rmsNormKernel(Matrix<T> out, Matrix<const T> in, AnyFloats weight, float eps) {
    const T* row = &in.at(blockIdx.x, 0);
    const auto width = static_cast<int>(in.columns);
    const float squares = sumOver(row, width, [](float x) { return x * x; });
    const float factor = rsqrtf(squares / static_cast<float>(width) + eps);
    forOwn(row, width,
           [&](float x, int i) { store(out.at(blockIdx.x, i), x * factor * weight[i]); });
}

template <class T>
__global__ void layerNormKernel(Matrix<T> out, Matrix<const T> in, AnyFloats weight, AnyFloats bias,
                                float eps) {
    const T* row = &in.at(blockIdx.x, 0);
    const auto width = static_cast<int>(in.columns);
    const auto count = static_cast<float>(width);
    const float mean = sumOver(row, width, [](float x) { return x; }) / count;
    const auto square = [mean](float x) {
        return (x - mean) * (x - mean);
    };
    const float factor = rsqrtf(sumOver(row, width, square) / count + eps);
    forOwn(row, width, [&](float x, int i) {
        store(out.at(blockIdx.x, i), (x - mean) * factor * weight[i] + bias[i]);
    });
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
