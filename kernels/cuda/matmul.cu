// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products. Few rows and what cuBLASLt does not have are ours, the rest is its.
#include "kernels/contract.h"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/launch.h"
#include "kernels/cuda/norm.cuh"
#include "kernels/cuda/product.cuh"

namespace kernels {

namespace {

DeviceEpilogue deviceEpilogue(const Epilogue& epilogue) {
    const Tensor* residual = epilogue.residual;
    return {anyFloats(epilogue.bias), epilogue.activation, anyFloats(residual),
            residual == nullptr ? 0 : residual->stride(0)};
}

template <class Out, class In, class Weight>
__global__ void fewRowsKernel(Matrix<Out> out, Matrix<const In> in, Matrix<const Weight> weight,
                              DeviceEpilogue epilogue) {
    const std::int64_t output = outputOfWarp();
    forFewSums(in, weight, output,
               [&](float sum, int row) { store(out.at(row, output), epilogue(sum, row, output)); });
}

// Products of the same few rows, one after another along the grid.
constexpr std::size_t kMostProjections = 4;

template <class Out, class Weight>
struct Projections {
    Matrix<Out> outs[kMostProjections];
    Matrix<const Weight> weights[kMostProjections];
    unsigned firstBlocks[kMostProjections]; // of each
    int count;
};

template <class Out, class In, class Weight>
__global__ void projectKernel(Projections<Out, Weight> projections, RowsToNorm<In> rows) {
    const Matrix<const In> in = rows.normed();
    int own = 0;
    while (own + 1 < projections.count && blockIdx.x >= projections.firstBlocks[own + 1]) {
        ++own;
    }
    const std::int64_t block = blockIdx.x - projections.firstBlocks[own];
    const std::int64_t output = block * warpCount() + warpIndex();
    forFewSums(in, projections.weights[own], output,
               [&](float sum, int row) { store(projections.outs[own].at(row, output), sum); });
}

template <class Out, class In, class Weight>
__global__ void tileKernel(Matrix<Out> out, Matrix<const In> in, Matrix<const Weight> weight,
                           DeviceEpilogue epilogue) {
    const std::int64_t firstOutput = std::int64_t{blockIdx.x} * kTile;
    const std::int64_t firstRow = std::int64_t{blockIdx.y} * kTile;
    using Products = Tile<In, Weight>;
    Products products;
    products.add(Rows<In>{in}, firstRow, Rows<Weight>{weight}, firstOutput,
                 *sharedMemory<typename Products::Memory>());
    forEachSum<Products>(firstRow, in.rows, firstOutput, out.columns,
                         [&](std::int64_t row, std::int64_t output, int i, int j) {
                             store(out.at(row, output), epilogue(products.sums[i][j], row, output));
                         });
}

template <class Out, class In, class Weight>
__global__ void fewRowsSwiGluKernel(Matrix<Out> out, Matrix<const In> in, Matrix<const Weight> gate,
                                    Matrix<const Weight> up) {
    const std::int64_t output = outputOfWarp();
    if (output >= out.columns) {
        return;
    }
    float gateSums[kFewRows] = {};
    float upSums[kFewRows] = {};
    addRowSums(gateSums, in, &gate.at(output, 0));
    addRowSums(upSums, in, &up.at(output, 0));
    const float gateSum = sumOfOwnRow(gateSums, in.rows);
    const float upSum = sumOfOwnRow(upSums, in.rows);
    if (const int row = laneIndex(); row < in.rows) {
        store(out.at(row, output), silu(gateSum) * upSum);
    }
}

template <class Out, class In, class Weight>
__global__ void tileSwiGluKernel(Matrix<Out> out, Matrix<const In> in, Matrix<const Weight> gate,
                                 Matrix<const Weight> up) {
    const std::int64_t firstOutput = std::int64_t{blockIdx.x} * kTile;
    const std::int64_t firstRow = std::int64_t{blockIdx.y} * kTile;
    using Products = Tile<In, Weight>;
    auto& memory = *sharedMemory<typename Products::Memory>();
    Products gated;
    Products upped;
    gated.add(Rows<In>{in}, firstRow, Rows<Weight>{gate}, firstOutput, memory);
    upped.add(Rows<In>{in}, firstRow, Rows<Weight>{up}, firstOutput, memory);
    forEachSum<Products>(firstRow, in.rows, firstOutput, out.columns,
                         [&](std::int64_t row, std::int64_t output, int i, int j) {
                             store(out.at(row, output), silu(gated.sums[i][j]) * upped.sums[i][j]);
                         });
}

// out = silu(gate) ⊙ up, all (T, I).
template <class T>
__global__ void siluProductKernel(Matrix<T> out, Matrix<const T> gate, Matrix<const T> up) {
    for (std::int64_t i = threadIdx.x; i < out.columns; i += blockDim.x) {
        store(out.at(blockIdx.x, i),
              silu(widen(gate.at(blockIdx.x, i))) * widen(up.at(blockIdx.x, i)));
    }
}

// Heads one after another in a tensor (T, H, N), and matrices one after another in (H, N, K).
template <class Out, class In, class Weight>
struct PerHead {
    Matrix<Out> out; // of the first head
    std::int64_t outStride;
    Matrix<const In> in;
    std::int64_t inStride;
    Matrix<const Weight> weight;
    std::int64_t weightStride;

    // The products of one head.
    __device__ void shiftTo(unsigned head) {
        out.data += head * outStride;
        in.data += head * inStride;
        weight.data += head * weightStride;
    }
};

template <class T>
Matrix<T> headMatrix(const Tensor& tensor) {
    return {tensor.as<T>(), tensor.size(0), tensor.size(2), tensor.stride(0), tensor.stride(2)};
}

template <class Out, class In, class Weight>
__global__ void perHeadKernel(PerHead<Out, In, Weight> call) {
    const std::int64_t firstOutput = std::int64_t{blockIdx.x} * kTile;
    const std::int64_t firstRow = std::int64_t{blockIdx.y} * kTile;
    call.shiftTo(blockIdx.z);
    using Products = Tile<In, Weight>;
    Products products;
    products.add(Rows<In>{call.in}, firstRow, Rows<Weight>{call.weight}, firstOutput,
                 *sharedMemory<typename Products::Memory>());
    forEachSum<Products>(firstRow, call.in.rows, firstOutput, call.out.columns,
                         [&](std::int64_t row, std::int64_t output, int i, int j) {
                             store(call.out.at(row, output), products.sums[i][j]);
                         });
}

// Few rows of weights whose inputs lie beside each other.
template <class Out, class In, class Weight>
__global__ void fewRowsPerHeadKernel(PerHead<Out, In, Weight> call) {
    call.shiftTo(blockIdx.z);
    const std::int64_t output = outputOfWarp();
    forFewSums(call.in, call.weight, output,
               [&](float sum, int row) { store(call.out.at(row, output), sum); });
}

constexpr int kAcrossWarps = 8;

// Few rows of weights whose outputs lie beside each other, as transposed ones: a lane for an
// output, and the warps of a block share the inputs.
template <class Out, class In, class Weight>
__global__ void fewRowsAcrossKernel(PerHead<Out, In, Weight> call) {
    call.shiftTo(blockIdx.z);
    auto& sums = *sharedMemory<float[kAcrossWarps][kFewRows][kWarpSize]>();
    const std::int64_t output = std::int64_t{blockIdx.x} * kWarpSize + laneIndex();
    const bool isThere = output < call.weight.rows;
    float own[kFewRows] = {};
#pragma unroll 8
    for (std::int64_t k = warpIndex(); k < call.in.columns; k += kAcrossWarps) {
        const float factor = isThere ? widen(call.weight.at(output, k)) : 0.0F;
#pragma unroll
        for (int row = 0; row < kFewRows; ++row) {
            if (row < call.in.rows) {
                own[row] += widen(call.in.at(row, k)) * factor;
            }
        }
    }
#pragma unroll
    for (int row = 0; row < kFewRows; ++row) {
        sums[warpIndex()][row][laneIndex()] = own[row];
    }
    __syncthreads();
    if (const int row = warpIndex(); isThere && row < call.in.rows) { // a warp for each row
        float sum = 0.0F;
        for (int warp = 0; warp < kAcrossWarps; ++warp) {
            sum += sums[warp][row][laneIndex()];
        }
        store(call.out.at(row, output), sum);
    }
}

static_assert(kAcrossWarps == kFewRows);

// Calls body with values of the types of a product's rows: activations are all of one type, but the
// output may be F32 whatever they are.
template <class Body>
void withRowTypes(const Tensor& out, const Tensor& in, const Body& body) {
    check(out.dtype == in.dtype || out.dtype == DType::F32,
          "a product on the GPU has the type of its input, or F32");
    withActivationType(in.dtype, [&](auto inZero) {
        if (out.dtype == DType::F32) {
            body(float{}, inZero);
        } else {
            body(inZero, inZero);
        }
    });
}

// The same with the weight's type.
template <class Body>
void withProductTypes(const Tensor& out, const Tensor& in, const Tensor& weight, const Body& body) {
    withRowTypes(out, in, [&](auto outZero, auto inZero) {
        withWeightType(weight.dtype, [&](auto weightZero) { body(outZero, inZero, weightZero); });
    });
}

Grid fewRowsGrid(std::int64_t outputs, std::int64_t heads = 1) {
    return {{blocksFor(outputs, kFewRowsWarps), 1, static_cast<unsigned>(heads)}, kFewRowsThreads};
}

Grid acrossGrid(std::int64_t outputs, std::int64_t heads) {
    constexpr unsigned kThreads = kAcrossWarps * kWarpSize;
    return {{blocksFor(outputs, kWarpSize), 1, static_cast<unsigned>(heads)},
            kThreads,
            kThreads * kFewRows * sizeof(float)};
}

template <class In, class Weight>
Grid tileGrid(std::int64_t rows, std::int64_t outputs, std::int64_t heads = 1) {
    return {{blocksFor(outputs, kTile), blocksFor(rows, kTile), static_cast<unsigned>(heads)},
            kTileThreads,
            sizeof(typename Tile<In, Weight>::Memory)};
}

} // namespace

void CudaBackend::linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                         const Epilogue& epilogue) {
    checkLinear(out, in, weight, epilogue);
    const std::int64_t rows = in.size(0);
    if (out.elements() == 0 ||
        (rows > kFewRows && m_cublas.linear(stream(), out, in, weight, epilogue))) {
        return;
    }
    withProductTypes(out, in, weight, [&](auto outZero, auto inZero, auto weightZero) {
        using Out = decltype(outZero);
        using In = decltype(inZero);
        using Weight = decltype(weightZero);
        const bool isFew = rows <= kFewRows;
        launch(stream(), isFew ? fewRowsGrid(out.size(1)) : tileGrid<In, Weight>(rows, out.size(1)),
               isFew ? fewRowsKernel<Out, In, Weight> : tileKernel<Out, In, Weight>,
               matrixOf<Out>(out), matrixOf<const In>(in), matrixOf<const Weight>(weight),
               deviceEpilogue(epilogue));
    });
}

Tensor CudaBackend::normedRows(const NormedRows& in) {
    const Tensor& rows = in.rows;
    const auto bytes = static_cast<std::size_t>(rows.elements()) * sizeOf(rows.dtype);
    const Tensor normed(m_scratch.take<std::byte>(bytes), rows.dtype, {rows.size(0), rows.size(1)});
    rmsNorm(normed, rows, in.weight, in.eps);
    return normed;
}

void CudaBackend::project(std::span<const Tensor> outs, const NormedRows& in,
                          std::span<const Tensor> weights) {
    checkProject(outs, in, weights);
    if (in.rows.elements() == 0) {
        return;
    }
    if (!isNormedByBlocks(in.rows) || outs.size() > kMostProjections) {
        const Tensor normed = normedRows(in);
        for (std::size_t i = 0; i < outs.size(); ++i) {
            linear(outs[i], normed, weights[i], {});
        }
        return;
    }
    withProductTypes(outs[0], in.rows, weights[0], [&](auto outZero, auto inZero, auto weightZero) {
        using Out = decltype(outZero);
        using In = decltype(inZero);
        using Weight = decltype(weightZero);
        Projections<Out, Weight> projections{};
        unsigned blocks = 0;
        for (std::size_t i = 0; i < outs.size(); ++i) {
            projections.outs[i] = matrixOf<Out>(outs[i]);
            projections.weights[i] = matrixOf<const Weight>(weights[i]);
            projections.firstBlocks[i] = blocks;
            blocks += fewRowsGrid(outs[i].size(1)).blocks.x;
        }
        projections.count = static_cast<int>(outs.size());
        const RowsToNorm<In> rows = rowsToNorm<In>(in);
        launch(stream(), Grid{{blocks}, kFewRowsThreads, rows.sharedBytes()},
               projectKernel<Out, In, Weight>, projections, rows);
    });
}

void CudaBackend::swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate,
                         const Tensor& up) {
    checkSwiGlu(out, in, gate, up);
    if (out.elements() == 0) {
        return;
    }
    const std::int64_t rows = in.size(0);
    if (rows > kFewRows && m_cublas.hasLinear(out, in, gate) && m_cublas.hasLinear(out, in, up)) {
        return swiGluInParts(out, in, gate, up);
    }
    withProductTypes(out, in, gate, [&](auto outZero, auto inZero, auto weightZero) {
        using Out = decltype(outZero);
        using In = decltype(inZero);
        using Weight = decltype(weightZero);
        const bool isFew = rows <= kFewRows;
        launch(stream(), isFew ? fewRowsGrid(out.size(1)) : tileGrid<In, Weight>(rows, out.size(1)),
               isFew ? fewRowsSwiGluKernel<Out, In, Weight> : tileSwiGluKernel<Out, In, Weight>,
               matrixOf<Out>(out), matrixOf<const In>(in), matrixOf<const Weight>(gate),
               matrixOf<const Weight>(up));
    });
}

// Two products by cuBLASLt and their combination.
void CudaBackend::swiGluInParts(const Tensor& out, const Tensor& in, const Tensor& gate,
                                const Tensor& up) {
    const auto elements = static_cast<std::size_t>(out.elements());
    auto* memory = m_scratch.take<std::byte>(2 * elements * sizeOf(out.dtype));
    const Tensor gateOut(memory, out.dtype, {out.size(0), out.size(1)});
    const Tensor upOut(memory + elements * sizeOf(out.dtype), out.dtype,
                       {out.size(0), out.size(1)});
    linear(gateOut, in, gate, {});
    linear(upOut, in, up, {});
    withActivationType(out.dtype, [&](auto zero) {
        using T = decltype(zero);
        launch(stream(), Grid{{static_cast<unsigned>(out.size(0))}}, siluProductKernel<T>,
               matrixOf<T>(out), matrixOf<const T>(gateOut), matrixOf<const T>(upOut));
    });
}

void CudaBackend::linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) {
    checkLinearPerHead(out, in, weight);
    if (out.elements() == 0) {
        return;
    }
    withRowTypes(out, in, [&](auto outZero, auto inZero) {
        withFloatType(weight.dtype, [&](auto weightZero) {
            using Out = decltype(outZero);
            using In = decltype(inZero);
            using Weight = decltype(weightZero);
            const PerHead<Out, In, Weight> call{headMatrix<Out>(out),           out.stride(1),
                                                headMatrix<const In>(in),       in.stride(1),
                                                matrixOf<const Weight>(weight), weight.stride(0)};
            const std::int64_t rows = out.size(0);
            const std::int64_t heads = out.size(1);
            const std::int64_t outputs = out.size(2);
            if (rows > kFewRows) {
                launch(stream(), tileGrid<In, Weight>(rows, outputs, heads),
                       perHeadKernel<Out, In, Weight>, call);
            } else if (in.stride(2) == 1 && weight.stride(2) == 1) {
                launch(stream(), fewRowsGrid(outputs, heads), fewRowsPerHeadKernel<Out, In, Weight>,
                       call);
            } else {
                launch(stream(), acrossGrid(outputs, heads), fewRowsAcrossKernel<Out, In, Weight>,
                       call);
            }
        });
    });
}

} // namespace kernels
