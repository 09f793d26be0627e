// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rotary positions: a block for each row. The angles of a row are the same for all its heads, so
// the block computes each sine once, in fp64, and keeps them in shared memory.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

namespace kernels {

namespace {

constexpr int kThreads = 128;

struct Turn {
    float cosine;
    float sine;
};

template <class T>
struct RopeCall {
    T* x;
    std::int64_t rowStride;
    std::int64_t headStride;
    int heads;
    int pairs;
    const std::int32_t* positions;
    RopePairs kind;
    double theta;
};

template <class T>
__global__ void ropeKernel(RopeCall<T> call) {
    Turn* turns = sharedMemory<Turn>();
    for (int i = static_cast<int>(threadIdx.x); i < call.pairs; i += kThreads) {
        const double frequency = pow(call.theta, -static_cast<double>(i) / call.pairs);
        const double angle = call.positions[blockIdx.x] * frequency;
        turns[i] = {static_cast<float>(cos(angle)), static_cast<float>(sin(angle))};
    }
    __syncthreads();
    const bool isHalfSplit = call.kind == RopePairs::HalfSplit;
    for (int i = static_cast<int>(threadIdx.x); i < call.heads * call.pairs; i += kThreads) {
        const int pair = i % call.pairs;
        T* head = call.x + blockIdx.x * call.rowStride + i / call.pairs * call.headStride;
        T& first = head[isHalfSplit ? pair : 2 * pair];
        T& second = head[isHalfSplit ? pair + call.pairs : 2 * pair + 1];
        const float a = widen(first);
        const float b = widen(second);
        const Turn turn = turns[pair];
        store(first, a * turn.cosine - b * turn.sine);
        store(second, a * turn.sine + b * turn.cosine);
    }
}

} // namespace

void CudaBackend::rope(const Tensor& x, const Tensor& positions, const RopeParams& params) {
    checkRope(x, positions);
    if (x.elements() == 0) {
        return;
    }
    const auto pairs = static_cast<int>(x.size(2) / 2);
    const Grid grid{{static_cast<unsigned>(x.size(0))},
                    kThreads,
                    static_cast<std::size_t>(pairs) * sizeof(Turn)};
    withActivationType(x.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), grid, ropeKernel<T>,
               RopeCall<T>{x.as<T>(), x.stride(0), x.stride(1), static_cast<int>(x.size(1)), pairs,
                           positions.as<std::int32_t>(), params.pairs, params.theta});
    });
}

} // namespace kernels
