// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The runtime API over DeviceMemory and the machine: everything has happened when a call returns,
// but what is kept for a graph.
#include "cuda_runtime.h"
#include "tests/cuda_on_host/device_memory.h"

#include <cstdio>
#include <map>
#include <utility>
#include <vector>

struct CudaEventOfHost {
    std::size_t arrivals = 0; // that had been asked for when it was recorded
};

struct CudaGraphOfHost {
    std::vector<std::function<int()>> work;
    bool isSpoilt = false; // by something that cannot be kept
};

namespace cuda_on_host {

namespace {

int devices = 1;
Breakdown breakdown = Breakdown::None; // that a launch meets
bool isBroken = false;
cudaError_t lastError = cudaSuccess;
std::unique_ptr<CudaGraphOfHost> captured; // while a graph is

cudaError_t finished(cudaError_t error) {
    error = isBroken ? cudaErrorLaunchFailure : error;
    lastError = error != cudaSuccess ? error : lastError;
    return error;
}

// Copies to locked memory that are on their way, in the order in which they were asked for.
struct Arrival {
    unsigned char* to;
    std::vector<unsigned char> bytes;
};

std::map<const unsigned char*, std::size_t> lockedBlocks; // address and bytes
std::vector<Arrival> arrivals;
std::size_t arrived = 0;

bool isLocked(const void* memory) {
    const auto* at = static_cast<const unsigned char*>(memory);
    const auto after = lockedBlocks.upper_bound(at);
    return after != lockedBlocks.begin() && at < std::prev(after)->first + std::prev(after)->second;
}

// Nobody has seen it before it is waited for.
void sendLater(void* to, const void* from, std::size_t bytes) {
    const auto* first = static_cast<const unsigned char*>(from);
    arrivals.push_back({static_cast<unsigned char*>(to), {first, first + bytes}});
    std::memset(to, 0xff, bytes);
}

void receive(std::size_t count) {
    for (; arrived < count; ++arrived) {
        Arrival& next = arrivals[arrived];
        std::memcpy(next.to, next.bytes.data(), next.bytes.size());
        next.bytes.clear();
    }
}

// Of what waits for the device or allocates.
cudaError_t finishedAtOnce(cudaError_t error) {
    if (captured != nullptr) {
        captured->isSpoilt = true;
        error = cudaErrorStreamCaptureUnsupported;
    }
    return finished(error);
}

} // namespace

int doOrKeep(std::function<int()> work) {
    if (captured == nullptr) {
        return work();
    }
    captured->work.push_back(std::move(work));
    return cudaSuccess;
}

void setDeviceMemory(std::size_t bytes) {
    DeviceMemory::instance().setCapacity(bytes);
}

std::size_t takeMostDeviceMemory() {
    return DeviceMemory::instance().takeMost();
}

void setDevices(int count) {
    devices = count;
}

void breakDown(Breakdown next) {
    breakdown = next;
    isBroken = isBroken && next != Breakdown::None;
}

void checkDeviceMemory() {
    if (!DeviceMemory::instance().isIntact()) {
        throw Fault("a kernel wrote outside every allocation");
    }
}

} // namespace cuda_on_host

using cuda_on_host::DeviceMemory;
using cuda_on_host::Fault;
using cuda_on_host::finished;
using cuda_on_host::finishedAtOnce;

cudaError_t cudaGetDeviceCount(int* count) {
    *count = cuda_on_host::devices;
    return cuda_on_host::devices > 0 ? cudaSuccess : cudaErrorInsufficientDriver;
}

cudaError_t cudaGetDeviceProperties(cudaDeviceProp* properties, int device) {
    if (device < 0 || device >= cuda_on_host::devices) {
        return cudaErrorInvalidDevice;
    }
    *properties = {};
    std::snprintf(properties->name, sizeof properties->name, "emulated GPU");
    properties->major = 9;
    properties->totalGlobalMem = std::size_t{4} << 30;
    return cudaSuccess;
}

cudaError_t cudaSetDevice(int device) {
    const bool isThere = device >= 0 && device < cuda_on_host::devices;
    return finished(isThere ? cudaSuccess : cudaErrorInvalidDevice);
}

cudaError_t cudaDeviceReset() {
    using cuda_on_host::Breakdown;
    DeviceMemory::instance().releaseAll();
    if (cuda_on_host::breakdown == Breakdown::UntilReset) {
        cuda_on_host::breakDown(Breakdown::None);
    }
    return finished(cudaSuccess);
}

cudaError_t cudaDeviceSynchronize() {
    return finishedAtOnce(cudaSuccess);
}

cudaError_t cudaMemGetInfo(std::size_t* free, std::size_t* total) {
    *free = DeviceMemory::instance().left();
    *total = DeviceMemory::instance().capacity();
    return finished(cudaSuccess);
}

cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned /*flags*/) {
    *stream = nullptr;
    return finished(cudaSuccess);
}

cudaError_t cudaStreamDestroy(cudaStream_t /*stream*/) {
    return finished(cudaSuccess);
}

cudaError_t cudaStreamSynchronize(cudaStream_t /*stream*/) {
    cuda_on_host::receive(cuda_on_host::arrivals.size());
    return finishedAtOnce(cudaSuccess);
}

cudaError_t cudaHostAlloc(void** memory, std::size_t bytes, unsigned /*flags*/) {
    auto* block = new unsigned char[bytes];
    cuda_on_host::lockedBlocks[block] = bytes;
    *memory = block;
    return finishedAtOnce(cudaSuccess);
}

cudaError_t cudaFreeHost(void* memory) {
    cuda_on_host::receive(cuda_on_host::arrivals.size());
    const auto* block = static_cast<unsigned char*>(memory);
    if (cuda_on_host::lockedBlocks.erase(block) == 0) {
        return finishedAtOnce(cudaErrorInvalidValue);
    }
    delete[] block;
    return finishedAtOnce(cudaSuccess);
}

cudaError_t cudaEventCreateWithFlags(cudaEvent_t* event, unsigned /*flags*/) {
    *event = new CudaEventOfHost;
    return finished(cudaSuccess);
}

cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t /*stream*/) {
    event->arrivals = cuda_on_host::arrivals.size();
    return finishedAtOnce(cudaSuccess);
}

cudaError_t cudaEventSynchronize(cudaEvent_t event) {
    cuda_on_host::receive(event->arrivals);
    return finishedAtOnce(cudaSuccess);
}

cudaError_t cudaEventDestroy(cudaEvent_t event) {
    delete event;
    return finished(cudaSuccess);
}

cudaError_t cudaStreamBeginCapture(cudaStream_t /*stream*/, cudaStreamCaptureMode /*mode*/) {
    const cudaError_t error = finishedAtOnce(cudaSuccess); // not in another capture
    if (error == cudaSuccess) {
        cuda_on_host::captured = std::make_unique<CudaGraphOfHost>();
    }
    return error;
}

cudaError_t cudaStreamEndCapture(cudaStream_t /*stream*/, cudaGraph_t* graph) {
    std::unique_ptr<CudaGraphOfHost> kept = std::move(cuda_on_host::captured);
    if (kept == nullptr) {
        return finished(cudaErrorIllegalState);
    }
    *graph = kept->isSpoilt ? nullptr : kept.release();
    return finished(*graph == nullptr ? cudaErrorStreamCaptureInvalidated : cudaSuccess);
}

cudaError_t cudaGraphInstantiate(cudaGraphExec_t* executable, cudaGraph_t graph,
                                 unsigned long long /*flags*/) {
    *executable = new CudaGraphOfHost(*graph);
    return finished(cudaSuccess);
}

cudaError_t cudaGraphLaunch(cudaGraphExec_t executable, cudaStream_t /*stream*/) {
    cudaError_t error = finishedAtOnce(cudaSuccess); // no graph within a graph
    for (const std::function<int()>& work : executable->work) {
        error = error == cudaSuccess ? static_cast<cudaError_t>(work()) : error;
    }
    return error;
}

cudaError_t cudaGraphDestroy(cudaGraph_t graph) {
    delete graph;
    return finished(cudaSuccess);
}

cudaError_t cudaGraphExecDestroy(cudaGraphExec_t executable) {
    delete executable;
    return finished(cudaSuccess);
}

cudaError_t cudaMalloc(void** memory, std::size_t bytes) {
    const cudaError_t error = finishedAtOnce(cudaSuccess);
    if (error != cudaSuccess) {
        return error;
    }
    *memory = DeviceMemory::instance().allocate(bytes);
    return finished(*memory == nullptr ? cudaErrorMemoryAllocation : cudaSuccess);
}

cudaError_t cudaFree(void* memory) {
    if (cuda_on_host::isBroken) {
        return finished(cudaSuccess);
    }
    const bool isFreed = memory == nullptr || DeviceMemory::instance().release(memory);
    return finishedAtOnce(isFreed ? cudaSuccess : cudaErrorInvalidValue);
}

cudaError_t cudaMemcpyAsync(void* to, const void* from, std::size_t bytes, cudaMemcpyKind kind,
                            cudaStream_t /*stream*/) {
    const DeviceMemory& memory = DeviceMemory::instance();
    const bool isToDevice = kind != cudaMemcpyDeviceToHost;
    const bool isFromDevice = kind != cudaMemcpyHostToDevice;
    if (memory.contains(to, bytes) != isToDevice || memory.contains(from, bytes) != isFromDevice) {
        throw Fault("a copy is not between the memories that its kind names");
    }
    const cudaError_t error = finishedAtOnce(cudaSuccess); // what it read may have gone by then
    if (error == cudaSuccess) {
        const DeviceMemory::Access access;
        if (cuda_on_host::isLocked(to)) {
            cuda_on_host::sendLater(to, from, bytes);
        } else {
            std::memcpy(to, from, bytes);
        }
    }
    return error;
}

cudaError_t cudaGetLastError() {
    return std::exchange(cuda_on_host::lastError, cudaSuccess);
}

const char* cudaGetErrorName(cudaError_t error) {
    switch (error) {
    case cudaErrorMemoryAllocation:
        return "cudaErrorMemoryAllocation";
    case cudaErrorInvalidConfiguration:
        return "cudaErrorInvalidConfiguration";
    default:
        return "an error of the runtime";
    }
}

const char* cudaGetErrorString(cudaError_t error) {
    return cudaGetErrorName(error);
}

cudaError_t launchOnHost(const cudaLaunchConfig_t& config, void (*thread)(const void* bound),
                         std::shared_ptr<const void> bound) {
    const dim3 grid = config.gridDim;
    if (grid.x == 0 || grid.y == 0 || grid.z == 0 || grid.y > 65535 || grid.z > 65535) {
        return finished(cudaErrorInvalidConfiguration);
    }
    const auto run = [=, block = config.blockDim, shared = config.dynamicSmemBytes] {
        cuda_on_host::isBroken = cuda_on_host::breakdown != cuda_on_host::Breakdown::None;
        const cudaError_t error = finished(cudaSuccess);
        if (error == cudaSuccess) {
            cuda_on_host::runGrid(grid, block, shared, [=] { thread(bound.get()); });
        }
        return error;
    };
    return static_cast<cudaError_t>(cuda_on_host::doOrKeep(run));
}
