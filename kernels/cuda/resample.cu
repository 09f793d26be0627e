// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pixels from weighted sums of pixels, in integers, so that they equal the CPU's. A thread for each
// byte; neighbours read bytes that lie beside each other, or a few pixels apart, from the cache.
#include "kernels/contract.h"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/elements.cuh"
#include "kernels/cuda/launch.h"

namespace kernels {

namespace {

constexpr int kThreads = 256;
constexpr int kChannels = 3;

// (rows, lines, 3) in device memory.
struct PixelRows {
    std::uint8_t* data;
    std::int64_t rowStride;
    std::int64_t lineStride;

    __device__ std::uint8_t* at(std::int64_t row, std::int64_t line) const {
        return data + row * rowStride + line * lineStride;
    }
};

PixelRows pixelRows(const Tensor& tensor) {
    return {tensor.as<std::uint8_t>(), tensor.stride(0), tensor.stride(1)};
}

// Blocks along x for each run of pixels that lie beside each other, along y for parts of it: a run
// is a line where the pictures are turned on their side, else a row.
struct ResampleCall {
    PixelRows out;
    PixelRows in;
    Matrix<const std::int32_t> windows;
    int runBytes;
    bool isTurned;
};

__global__ void resampleKernel(ResampleCall call) {
    const auto byte = static_cast<int>(blockIdx.y * blockDim.x + threadIdx.x);
    if (byte >= call.runBytes) {
        return;
    }
    const auto run = static_cast<int>(blockIdx.x);
    const int pixel = byte / kChannels;
    const int channel = byte % kChannels;
    const int row = call.isTurned ? pixel : run;
    const int line = call.isTurned ? run : pixel;
    const std::int32_t* window = &call.windows.at(row, 0);
    const std::uint8_t* from = call.in.at(window[0], line) + channel;
    std::int32_t sum = 1 << (kWindowBits - 1);
    for (int i = 0; i < window[1]; ++i) {
        sum += window[2 + i] * from[i * call.in.rowStride];
    }
    call.out.at(row, line)[channel] =
        static_cast<std::uint8_t>(min(max(sum >> kWindowBits, 0), 255));
}

} // namespace

void CudaBackend::resample(const Tensor& out, const Tensor& in, const Tensor& windows) {
    checkResample(out, in, windows);
    if (out.elements() == 0) {
        return;
    }
    const bool isTurned = out.stride(0) == kChannels && in.stride(0) == kChannels;
    const std::int64_t runs = out.size(isTurned ? 1 : 0);
    const std::int64_t runBytes = out.size(isTurned ? 0 : 1) * kChannels;
    const Grid grid{{static_cast<unsigned>(runs), blocksFor(runBytes, kThreads)}, kThreads};
    launch(stream(), grid, resampleKernel,
           ResampleCall{pixelRows(out), pixelRows(in), matrixOf<const std::int32_t>(windows),
                        static_cast<int>(runBytes), isTurned});
}

} // namespace kernels
