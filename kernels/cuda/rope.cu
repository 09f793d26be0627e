// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rotary positions, and everything else between the projections of a row and its attention: a block
// for each row, which turns its queries and keys, norms its latents and puts it into its cache. The
// angles of a row are the same for all its heads, so the block computes each sine once, in fp64,
// and keeps them in shared memory.
#include "kernels/contract.h"
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"
#include "kernels/cuda/norm.cuh"

#include <algorithm>

namespace kernels {

namespace {

constexpr int kThreads = 256;
// As many caches as one call takes; their addresses travel as parameters of the kernel.
constexpr std::size_t kMostCaches = 128;

struct Turn {
    float cosine;
    float sine;
};

struct Rotation {
    RopePairs kind;
    double theta;
    int pairs;

    // Of a row, in shared memory, by the block. Whoever looks at others' waits for them.
    __device__ void fillTurns(Turn* turns, std::int32_t position) const {
        for (int i = static_cast<int>(threadIdx.x); i < pairs; i += kThreads) {
            const double frequency = pow(theta, -static_cast<double>(i) / pairs);
            const double angle = position * frequency;
            turns[i] = {static_cast<float>(cos(angle)), static_cast<float>(sin(angle))};
        }
    }

    // out may be in.
    template <class T>
    __device__ void turn(T* out, const T* in, int pair, const Turn& turn) const {
        const bool isHalfSplit = kind == RopePairs::HalfSplit;
        const int first = isHalfSplit ? pair : 2 * pair;
        const int second = isHalfSplit ? pair + pairs : 2 * pair + 1;
        const float a = widen(in[first]);
        const float b = widen(in[second]);
        store(out[first], a * turn.cosine - b * turn.sine);
        store(out[second], a * turn.sine + b * turn.cosine);
    }
};

// Heads of a tensor (T, H, P).
template <class T>
struct HeadsOfRows {
    T* data;
    std::int64_t rowStride;
    std::int64_t headStride;
    int heads;

    __device__ T* at(std::int64_t row, int head) const {
        return data + row * rowStride + head * headStride;
    }
};

template <class T>
HeadsOfRows<T> headsOfRows(const Tensor& tensor) {
    return {tensor.as<T>(), tensor.stride(0), tensor.stride(1), static_cast<int>(tensor.size(1))};
}

template <class To>
struct Caches {
    To* data[kMostCaches];
    int rows[kMostCaches];
    std::int64_t rowStride;
    bool isOne; // for all rows
};

template <class To>
Caches<To> cachesOf(std::span<const Tensor> caches, bool isOne) {
    Caches<To> result{{}, {}, caches[0].stride(0), isOne};
    for (std::size_t i = 0; i < caches.size(); ++i) {
        result.data[i] = caches[i].as<To>();
        result.rows[i] = static_cast<int>(caches[i].size(0));
    }
    return result;
}

template <class To, class T>
struct KeepCall {
    Caches<To> caches;
    Matrix<T> kept;
    AnyFloats latentNorm;
    int latents;
    float latentEps;
    HeadsOfRows<T> keys;
    HeadsOfRows<T> queriesOut;
    HeadsOfRows<const T> queries;
    const std::int32_t* positions;
    Rotation rotation;
};

template <class Out, class In>
__device__ void turnHeads(const HeadsOfRows<Out>& out, const HeadsOfRows<In>& in,
                          const Rotation& rotation, const Turn* turns) {
    for (int i = static_cast<int>(threadIdx.x); i < in.heads * rotation.pairs; i += kThreads) {
        const int head = i / rotation.pairs;
        const int pair = i % rotation.pairs;
        rotation.turn(out.at(blockIdx.x, head), in.at(blockIdx.x, head), pair, turns[pair]);
    }
}

// A position that is no row of its cache gets nothing.
template <class To, class T>
__global__ void keepRowsKernel(KeepCall<To, T> call) {
    const std::int32_t position = call.positions[blockIdx.x];
    Turn* turns = sharedMemory<Turn>();
    call.rotation.fillTurns(turns, position);
    if (call.latents > 0 && warpIndex() == 0) {
        T* latents = &call.kept.at(blockIdx.x, 0);
        normRow(latents, latents, call.latents, call.latentNorm, call.latentEps);
    }
    __syncthreads();
    turnHeads(call.keys, call.keys, call.rotation, turns);
    turnHeads(call.queriesOut, call.queries, call.rotation, turns);
    __syncthreads();
    const unsigned cache = call.caches.isOne ? 0 : blockIdx.x;
    if (position < 0 || position >= call.caches.rows[cache]) {
        return;
    }
    To* to = call.caches.data[cache] + position * call.caches.rowStride;
    for (std::int64_t i = threadIdx.x; i < call.kept.columns; i += kThreads) {
        store(to[i], widen(call.kept.at(blockIdx.x, i)));
    }
}

// Rows that go through one launch.
template <class To, class T>
KeepCall<To, T> keepCall(std::span<const Tensor> caches, bool isOne, const KeptRows& kept,
                         const TurnedHeads& queries, const Tensor& positions,
                         const RopeParams& params) {
    const std::int64_t size = queries.in.size(2);
    return {cachesOf<To>(caches, isOne),
            matrixOf<T>(kept.rows),
            anyFloats(kept.latentNorm),
            static_cast<int>(kept.latents()),
            kept.latentEps,
            headsOfRows<T>(kept.keys(size)),
            headsOfRows<T>(queries.out),
            headsOfRows<const T>(queries.in),
            positions.as<std::int32_t>(),
            {params.pairs, params.theta, static_cast<int>(size / 2)}};
}

} // namespace

void CudaBackend::keepRows(std::span<const Tensor> caches, const KeptRows& kept,
                           const TurnedHeads& queries, const Tensor& positions,
                           const RopeParams& params) {
    checkKeepRows(caches, kept, queries, positions);
    const DType type = kept.rows.dtype;
    check(queries.in.dtype == type && queries.out.dtype == type,
          "keepRows: rows and queries are of one type on the GPU");
    const bool isOne = caches.size() == 1;
    const auto most = static_cast<std::int64_t>(kMostCaches);
    const std::size_t turnBytes = static_cast<std::size_t>(queries.in.size(2) / 2) * sizeof(Turn);
    for (std::int64_t first = 0; first < kept.rows.size(0); first += most) {
        const std::int64_t count = std::min(most, kept.rows.size(0) - first);
        const auto own = isOne ? caches
                               : caches.subspan(static_cast<std::size_t>(first),
                                                static_cast<std::size_t>(count));
        KeptRows rows = kept;
        rows.rows = kept.rows.slice(0, first, count);
        const TurnedHeads heads{queries.out.slice(0, first, count),
                                queries.in.slice(0, first, count)};
        withFloatType(caches[0].dtype, [&](auto toZero) {
            withActivationType(type, [&](auto zero) {
                using To = decltype(toZero);
                using T = decltype(zero);
                launch(stream(), Grid{{static_cast<unsigned>(count)}, kThreads, turnBytes},
                       keepRowsKernel<To, T>,
                       keepCall<To, T>(own, isOne, rows, heads, positions.slice(0, first, count),
                                       params));
            });
        });
    }
}

} // namespace kernels
