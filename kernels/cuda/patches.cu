// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two rearrangements around the vision tower: pixels into patches, and 2×2 blocks of its
// output into one row each. A thread an element of the output.
#include "kernels/contract.h"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

#include <cmath>

namespace kernels {

namespace {

constexpr int kThreads = 256;

int rootOf(std::int64_t square) {
    return static_cast<int>(std::lround(std::sqrt(static_cast<double>(square))));
}

struct PatchShape {
    int edge;
    int patch;   // p
    int perSide; // g
    float mean;
    float deviation;
};

// A block for each patch. The steps are the published ones in their own precision, each rounded:
// values equal the CPU's to the last bit.
template <class T>
__global__ void patchifyKernel(Matrix<T> out, const std::uint8_t* tiles, PatchShape shape) {
    const int area = shape.patch * shape.patch;
    const auto patch = static_cast<int>(blockIdx.x);
    const int tile = patch / (shape.perSide * shape.perSide);
    const int top = patch / shape.perSide % shape.perSide * shape.patch;
    const int left = patch % shape.perSide * shape.patch;
    for (int i = static_cast<int>(threadIdx.x); i < 3 * area; i += kThreads) {
        const int y = top + i % area / shape.patch;
        const int x = left + i % shape.patch;
        const std::int64_t pixel = (std::int64_t{tile} * shape.edge + y) * shape.edge + x;
        const float value = static_cast<float>(tiles[3 * pixel + i / area]) / 255.0F;
        store(out.at(patch, i), (value - shape.mean) / shape.deviation);
    }
}

template <class T>
struct UnshuffleCall {
    Matrix<T> out; // of the first picture, (m², 4C)
    std::int64_t outStride;
    Matrix<const T> in; // (g², C)
    std::int64_t inStride;
    int g;
    int m;
};

// A block for each row of a picture.
template <class T>
__global__ void unshuffleKernel(UnshuffleCall<T> call) {
    T* to = &call.out.at(blockIdx.x, 0) + blockIdx.y * call.outStride;
    const T* from = call.in.data + blockIdx.y * call.inStride;
    const auto block = static_cast<int>(blockIdx.x);
    for (std::int64_t i = threadIdx.x; i < call.out.columns; i += kThreads) {
        const auto corner = static_cast<int>(i % 4);
        const int y = block / call.m * 2 + corner / 2;
        const int x = block % call.m * 2 + corner % 2;
        const bool isInside = y < call.g && x < call.g;
        store(to[i], isInside ? widen(from[(y * call.g + x) * call.in.rowStride + i / 4]) : 0.0F);
    }
}

} // namespace

void CudaBackend::patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) {
    checkPatchify(out, tiles, deviation);
    if (out.elements() == 0) {
        return;
    }
    const int patch = rootOf(out.size(1) / 3);
    const auto edge = static_cast<int>(tiles.size(1));
    const Grid grid{{static_cast<unsigned>(out.size(0))}, kThreads};
    withActivationType(out.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), grid, patchifyKernel<T>, matrixOf<T>(out), tiles.as<std::uint8_t>(),
               PatchShape{edge, patch, edge / patch, mean, deviation});
    });
}

void CudaBackend::unshuffle2x2(const Tensor& out, const Tensor& in) {
    checkUnshuffle2x2(out, in);
    check(out.dtype == in.dtype, "unshuffle2x2: out and in are of one type on the GPU");
    if (out.elements() == 0) {
        return;
    }
    const int g = rootOf(in.size(1));
    const Grid grid{{static_cast<unsigned>(out.size(1)), static_cast<unsigned>(out.size(0))},
                    kThreads};
    withActivationType(out.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), grid, unshuffleKernel<T>,
               UnshuffleCall<T>{matrixOf<T>(out), out.stride(0), matrixOf<const T>(in),
                                in.stride(0), g, (g + 1) / 2});
    });
}

} // namespace kernels
