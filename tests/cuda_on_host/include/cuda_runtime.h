// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for the toolkit's header of the same name when kernels/cuda is compiled by the ordinary
// C++ compiler: the part of the runtime and of the device language that is used there, on top of
// tests/cuda_on_host/machine.h. A kernel is an ordinary function; its threads are fibers.
//
// All shared memory is the dynamic one, asked for at the launch, so that it can be poisoned before
// each block and watched at its end; a static __shared__ variable does not compile here.
#pragma once

#include "tests/cuda_on_host/machine.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#define __global__
#define __device__
#define __host__
#define __noinline__
#define __launch_bounds__(threads)
#define __launch_bounds__(...)
#define __align__(n) __attribute__((aligned(n)))
#define __shared__ __attribute__((weak)) // an error on anything but a declaration

// --- the device language ---

inline thread_local dim3 gridDim;
inline thread_local dim3 blockDim;
inline thread_local uint3 blockIdx;
inline thread_local uint3 threadIdx;

constexpr int warpSize = cuda_on_host::kWarp;

inline void __syncthreads(cuda_on_host::Place place = cuda_on_host::Place::current()) {
    cuda_on_host::waitForBlock(place);
}

// Not zero where any thread of the block gives one that is not.
inline int __syncthreads_or(int vote, cuda_on_host::Place place = cuda_on_host::Place::current()) {
    return cuda_on_host::voteOfBlock(vote != 0, place) ? 1 : 0;
}

inline void __syncwarp(unsigned mask = ~0U,
                       cuda_on_host::Place place = cuda_on_host::Place::current()) {
    cuda_on_host::exchange(mask, 0, place);
}

template <class T>
T __shfl_sync(unsigned mask, T value, int lane,
              cuda_on_host::Place place = cuda_on_host::Place::current()) {
    return cuda_on_host::valueOfLane(mask, value, lane & (warpSize - 1), place);
}

template <class T>
T __shfl_xor_sync(unsigned mask, T value, int lanes,
                  cuda_on_host::Place place = cuda_on_host::Place::current()) {
    return cuda_on_host::valueOfLane(mask, value, cuda_on_host::lane() ^ lanes, place);
}

template <class T>
T __shfl_down_sync(unsigned mask, T value, int lanes,
                   cuda_on_host::Place place = cuda_on_host::Place::current()) {
    const int from = cuda_on_host::lane() + lanes;
    return cuda_on_host::valueOfLane(mask, value, from < warpSize ? from : cuda_on_host::lane(),
                                     place);
}

UNCHECKED_ACCESSES inline unsigned
__ballot_sync(unsigned mask, int vote, cuda_on_host::Place place = cuda_on_host::Place::current()) {
    const std::uint64_t* votes = cuda_on_host::exchange(mask, vote != 0 ? 1 : 0, place);
    unsigned ballot = 0;
    for (int lane = 0; lane < warpSize; ++lane) {
        const unsigned bit = 1U << lane;
        ballot |= (mask & bit) != 0 && votes[lane] != 0 ? bit : 0;
    }
    return ballot;
}

inline int __any_sync(unsigned mask, int vote,
                      cuda_on_host::Place place = cuda_on_host::Place::current()) {
    return __ballot_sync(mask, vote, place) != 0 ? 1 : 0;
}

inline int __all_sync(unsigned mask, int vote,
                      cuda_on_host::Place place = cuda_on_host::Place::current()) {
    return __ballot_sync(mask, vote, place) == mask ? 1 : 0;
}

// Fibers change only where they wait, so that plain arithmetic is atomic.
template <class T>
UNCHECKED_ACCESSES T atomicAdd(T* address, T value) {
    const T before = *address;
    *address = before + value;
    cuda_on_host::noteArrival();
    return before;
}

inline void __threadfence() {
    cuda_on_host::noteFence();
}

inline int __popc(unsigned bits) {
    return std::popcount(bits);
}

inline float rsqrtf(float x) {
    return 1.0F / std::sqrt(x);
}

using std::max;
using std::min;

struct alignas(16) uint4 {
    unsigned x, y, z, w;
};

// --- the runtime ---

using cudaStream_t = struct CudaStreamOfHost*;
using cudaEvent_t = struct CudaEventOfHost*;
using cudaGraph_t = struct CudaGraphOfHost*;
using cudaGraphExec_t = struct CudaGraphOfHost*;

enum cudaError_t {
    cudaSuccess = 0,
    cudaErrorInvalidValue = 1,
    cudaErrorMemoryAllocation = 2,
    cudaErrorInvalidConfiguration = 9,
    cudaErrorInsufficientDriver = 35,
    cudaErrorNoDevice = 100,
    cudaErrorInvalidDevice = 101,
    cudaErrorECCUncorrectable = 214,
    cudaErrorNvlinkUncorrectable = 220,
    cudaErrorIllegalState = 401,
    cudaErrorIllegalAddress = 700,
    cudaErrorLaunchOutOfResources = 701,
    cudaErrorLaunchTimeout = 702,
    cudaErrorContextIsDestroyed = 709,
    cudaErrorAssert = 710,
    cudaErrorHardwareStackError = 714,
    cudaErrorIllegalInstruction = 715,
    cudaErrorMisalignedAddress = 716,
    cudaErrorInvalidAddressSpace = 717,
    cudaErrorInvalidPc = 718,
    cudaErrorLaunchFailure = 719,
    cudaErrorStreamCaptureUnsupported = 900,
    cudaErrorStreamCaptureInvalidated = 901,
};

enum cudaMemcpyKind { cudaMemcpyHostToDevice, cudaMemcpyDeviceToHost, cudaMemcpyDeviceToDevice };

enum cudaStreamCaptureMode { cudaStreamCaptureModeThreadLocal = 1 };

constexpr unsigned cudaStreamNonBlocking = 1;
constexpr unsigned cudaHostAllocDefault = 0;
constexpr unsigned cudaEventDisableTiming = 2;

struct cudaDeviceProp {
    char name[256];
    int major;
    int minor;
    std::size_t totalGlobalMem;
};

struct cudaLaunchAttribute {};

struct cudaLaunchConfig_t {
    dim3 gridDim;
    dim3 blockDim;
    std::size_t dynamicSmemBytes = 0;
    cudaStream_t stream = nullptr;
    cudaLaunchAttribute* attrs = nullptr;
    unsigned numAttrs = 0;
};

cudaError_t cudaGetDeviceCount(int* count);
cudaError_t cudaGetDeviceProperties(cudaDeviceProp* properties, int device);
cudaError_t cudaSetDevice(int device);
cudaError_t cudaDeviceReset();
cudaError_t cudaDeviceSynchronize();
cudaError_t cudaMemGetInfo(std::size_t* free, std::size_t* total);
cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned flags);
cudaError_t cudaStreamDestroy(cudaStream_t stream);
cudaError_t cudaStreamSynchronize(cudaStream_t stream);
// Between these two, whatever would wait or allocate fails, and spoils what is kept.
cudaError_t cudaStreamBeginCapture(cudaStream_t stream, cudaStreamCaptureMode mode);
cudaError_t cudaStreamEndCapture(cudaStream_t stream, cudaGraph_t* graph);
cudaError_t cudaGraphInstantiate(cudaGraphExec_t* executable, cudaGraph_t graph,
                                 unsigned long long flags);
cudaError_t cudaGraphLaunch(cudaGraphExec_t executable, cudaStream_t stream);
cudaError_t cudaGraphDestroy(cudaGraph_t graph);
cudaError_t cudaGraphExecDestroy(cudaGraphExec_t executable);
// What is copied to such memory comes when somebody waits for it.
cudaError_t cudaHostAlloc(void** memory, std::size_t bytes, unsigned flags);
cudaError_t cudaFreeHost(void* memory);
cudaError_t cudaEventCreateWithFlags(cudaEvent_t* event, unsigned flags);
cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t stream);
cudaError_t cudaEventSynchronize(cudaEvent_t event);
cudaError_t cudaEventDestroy(cudaEvent_t event);
cudaError_t cudaMalloc(void** memory, std::size_t bytes);
cudaError_t cudaFree(void* memory);
cudaError_t cudaMemcpyAsync(void* to, const void* from, std::size_t bytes, cudaMemcpyKind kind,
                            cudaStream_t stream);
cudaError_t cudaGetLastError();
const char* cudaGetErrorName(cudaError_t error);
const char* cudaGetErrorString(cudaError_t error);

// cudaLaunchKernelEx once the parameters are bound: thread(bound) runs one thread.
cudaError_t launchOnHost(const cudaLaunchConfig_t& config, void (*thread)(const void* bound),
                         std::shared_ptr<const void> bound);

template <class... Parameters, class... Arguments>
cudaError_t cudaLaunchKernelEx(const cudaLaunchConfig_t* config, void (*kernel)(Parameters...),
                               Arguments&&... arguments) {
    auto call = [kernel, ... parameters = Parameters(std::forward<Arguments>(arguments))]()
                    UNCHECKED_ACCESSES {
                        kernel(parameters...);
                    };
    using Call = decltype(call);
    const auto thread = [](const void* bound) UNCHECKED_ACCESSES {
        (*static_cast<const Call*>(bound))();
    };
    return launchOnHost(*config, thread, std::make_shared<const Call>(std::move(call)));
}
