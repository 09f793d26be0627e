// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/launch.h"
#include "tests/bench/ceilings.h"
#include "tests/bench/gpu_ceilings.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace bench {

using kernels::Backend;
using kernels::Buffer;
using kernels::DType;
using kernels::Tensor;

namespace {

constexpr std::int64_t kSmallestEdge = 256;
constexpr std::int64_t kLargestEdge = 8192;
constexpr double kLongEnough = 1e-3; // seconds
constexpr int kRuns = 10;

// out[thread] = whatever comes of all that the thread has read, so that nothing is left out.
__global__ void readAll(unsigned* out, const uint4* from, std::int64_t count) {
    const unsigned thread = blockIdx.x * blockDim.x + threadIdx.x;
    const std::int64_t threads = std::int64_t{gridDim.x} * blockDim.x;
    unsigned seen = 0;
#pragma unroll 8
    for (std::int64_t i = thread; i < count; i += threads) {
        const uint4 four = from[i];
        seen ^= four.x ^ four.y ^ four.z ^ four.w;
    }
    out[thread] = seen;
}

// The best of some runs, the first of which prepares. work() returns when it is done.
template <typename Work>
double secondsOf(const Work& work) {
    double best = 1e30;
    for (int run = 0; run <= kRuns; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        best = run > 0 ? std::min(best, elapsed.count()) : best;
    }
    return best;
}

// (edge, edge) of noise, in the backend's type.
Tensor square(Backend& backend, std::int64_t edge, Buffer& owner) {
    const auto count = static_cast<std::size_t>(edge * edge);
    const Buffer exact = backend.allocate(count * sizeof(float));
    const std::vector<float> values = noise(count);
    backend.upload(exact.view(DType::F32, {edge, edge}), values.data());
    owner = backend.allocate(count * sizeOf(backend.activationType()));
    const Tensor matrix = owner.view(backend.activationType(), {edge, edge});
    backend.copy(matrix, exact.view(DType::F32, {edge, edge}));
    backend.synchronize();
    return matrix;
}

} // namespace

double gpuProductCeiling(Backend& backend) {
    double best = 0;
    for (std::int64_t edge = kSmallestEdge; edge <= kLargestEdge; edge *= 2) {
        Buffer owners[3];
        const Tensor in = square(backend, edge, owners[0]);
        const Tensor weight = square(backend, edge, owners[1]);
        const Tensor out = square(backend, edge, owners[2]);
        const double seconds = secondsOf([&] {
            backend.linear(out, in, weight, {});
            backend.synchronize();
        });
        const auto products = static_cast<double>(edge * edge) * static_cast<double>(edge);
        best = std::max(best, 2e-9 * products / seconds);
        if (seconds > kLongEnough) {
            break;
        }
    }
    return best;
}

double gpuReadCeiling(Backend& backend) {
    constexpr std::uint64_t kMost = std::uint64_t{4} << 30;
    constexpr unsigned kBlocks = 2048;
    constexpr unsigned kThreads = 256;
    const std::uint64_t bytes = std::min(kMost, backend.freeMemory() / 4) / 4096 * 4096;
    const Buffer memory = backend.allocate(bytes);
    const Buffer seen = backend.allocate(std::size_t{kBlocks} * kThreads * sizeof(unsigned));
    const double seconds = secondsOf([&] {
        kernels::launch(nullptr, {dim3(kBlocks), kThreads}, readAll,
                        static_cast<unsigned*>(seen.data()),
                        static_cast<const uint4*>(memory.data()),
                        static_cast<std::int64_t>(bytes / sizeof(uint4)));
        kernels::cudaCheck(cudaStreamSynchronize(nullptr), "reading memory");
    });
    return 1e-9 * static_cast<double>(bytes) / seconds;
}

} // namespace bench
