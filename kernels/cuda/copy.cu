// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Strided copies between element types, one thread an element.
#include "kernels/contract.h"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

namespace kernels {

namespace {

constexpr int kThreads = 256;

// Both tensors with their outer dimensions filled up with ones.
struct Walk {
    std::int64_t shape[Tensor::kMaxRank];
    std::int64_t toStrides[Tensor::kMaxRank];
    std::int64_t fromStrides[Tensor::kMaxRank];
    std::int64_t elements;
};

Walk walkOver(const Tensor& to, const Tensor& from) {
    Walk walk{{1, 1, 1, 1}, {}, {}, to.elements()};
    for (int d = 0; d < to.rank; ++d) {
        const int place = Tensor::kMaxRank - to.rank + d;
        walk.shape[place] = to.size(d);
        walk.toStrides[place] = to.stride(d);
        walk.fromStrides[place] = from.stride(d);
    }
    return walk;
}

template <class T>
__device__ void convert(T& to, T from) {
    to = from;
}

template <class To, class From>
__device__ void convert(To& to, From from) {
    store(to, widen(from));
}

template <class To, class From>
__global__ void copyKernel(To* to, const From* from, Walk walk) {
    std::int64_t rest = std::int64_t{blockIdx.x} * blockDim.x + threadIdx.x;
    if (rest >= walk.elements) {
        return;
    }
    std::int64_t toOffset = 0;
    std::int64_t fromOffset = 0;
    for (int d = Tensor::kMaxRank - 1; d >= 0; --d) {
        const std::int64_t index = rest % walk.shape[d];
        toOffset += index * walk.toStrides[d];
        fromOffset += index * walk.fromStrides[d];
        rest /= walk.shape[d];
    }
    convert(to[toOffset], from[fromOffset]);
}

template <class To, class From>
void launchCopy(cudaStream_t stream, const Tensor& to, const Tensor& from) {
    const Grid grid{{blocksFor(to.elements(), kThreads)}, kThreads};
    launch(stream, grid, copyKernel<To, From>, to.as<To>(), from.as<From>(), walkOver(to, from));
}

} // namespace

void CudaBackend::copy(const Tensor& to, const Tensor& from) {
    checkCopy(to, from);
    if (to.elements() == 0) {
        return;
    }
    if (to.dtype == DType::I32) {
        return launchCopy<std::int32_t, std::int32_t>(stream(), to, from);
    }
    if (to.dtype == DType::U8) {
        return launchCopy<std::uint8_t, std::uint8_t>(stream(), to, from);
    }
    withFloatType(to.dtype, [&](auto toZero) {
        withFloatType(from.dtype, [&](auto fromZero) {
            launchCopy<decltype(toZero), decltype(fromZero)>(stream(), to, from);
        });
    });
}

} // namespace kernels
