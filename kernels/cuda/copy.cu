// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Copies between element types, one thread an element: strided ones, and of rows to places that
// only the device knows.
#include "kernels/contract.h"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

#include <algorithm>

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

// As many tensors as one call takes; their addresses travel as parameters of the kernel.
constexpr std::size_t kMostTargets = 128;

template <class To>
struct Targets {
    To* data[kMostTargets];
    int rows[kMostTargets];
    std::int64_t rowStride;
    bool isOne; // for all rows
};

// A row of blocks for each row. A place that is no row gets nothing.
template <class To, class From>
__global__ void writeRowsKernel(Targets<To> targets, Matrix<const From> from,
                                const std::int32_t* places) {
    const unsigned target = targets.isOne ? 0 : blockIdx.y;
    const std::int32_t place = places[blockIdx.y];
    const std::int64_t column = std::int64_t{blockIdx.x} * blockDim.x + threadIdx.x;
    if (column < from.columns && place >= 0 && place < targets.rows[target]) {
        convert(targets.data[target][place * targets.rowStride + column],
                from.at(blockIdx.y, column));
    }
}

template <class To>
Targets<To> targetsOf(std::span<const Tensor> to, bool isOne) {
    Targets<To> targets{{}, {}, to[0].stride(0), isOne};
    for (std::size_t i = 0; i < to.size(); ++i) {
        targets.data[i] = to[i].as<To>();
        targets.rows[i] = static_cast<int>(to[i].size(0));
    }
    return targets;
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

void CudaBackend::writeRows(std::span<const Tensor> to, const Tensor& from, const Tensor& places) {
    checkWriteRows(to, from, places);
    const bool isOne = to.size() == 1;
    const auto most = static_cast<std::int64_t>(kMostTargets);
    for (std::int64_t first = 0; first < from.size(0); first += most) {
        const std::int64_t count = std::min(most, from.size(0) - first);
        const auto targets =
            isOne ? to
                  : to.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
        const Grid grid{{blocksFor(from.size(1), kThreads), static_cast<unsigned>(count)},
                        kThreads};
        withFloatType(to[0].dtype, [&](auto toZero) {
            withFloatType(from.dtype, [&](auto fromZero) {
                using To = decltype(toZero);
                using From = decltype(fromZero);
                launch(stream(), grid, writeRowsKernel<To, From>, targetsOf<To>(targets, isOne),
                       matrixOf<const From>(from.slice(0, first, count)),
                       places.slice(0, first, count).as<std::int32_t>());
            });
        });
    }
}

} // namespace kernels
