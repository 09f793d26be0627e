// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/cuda_check.h"

#include <atomic>

namespace kernels {

namespace {

// The oldest that the kernels are compiled for: Turing.
constexpr int kOldestMajor = 7;
constexpr int kOldestMinor = 5;

// Backends that have memory and a stream on some device.
std::atomic<int> openBackends = 0;

cudaError_t stateOf(int device) {
    const cudaError_t chosen = cudaSetDevice(device);
    return chosen == cudaSuccess ? cudaDeviceSynchronize() : chosen;
}

// A device on which a kernel broke down is reset, which takes all memory with it, and so only while
// no backend has any. Drivers do not promise that it works then.
void recover(int device) {
    if (!isBreakdown(stateOf(device))) {
        return;
    }
    if (openBackends == 0) {
        cudaDeviceReset();
    }
    if (isBreakdown(stateOf(device))) {
        throw Error(ErrorCode::DeviceUnavailable,
                    "The GPU broke down and works again only after this program was restarted; "
                    "until then choose the CPU (--device cpu)");
    }
}

int deviceCount() {
    int count = 0;
    // Without driver or GPU this fails, which is not an error of ours.
    return cudaGetDeviceCount(&count) == cudaSuccess ? count : 0;
}

cudaDeviceProp propertiesOf(int device) {
    cudaDeviceProp properties{};
    cudaCheck(cudaGetDeviceProperties(&properties, device), "asking what the device is");
    return properties;
}

// Makes the device the calling thread's, if a backend can run on it.
int chosen(int device) {
    recover(device); // first, since a broken device answers no question
    const int count = deviceCount();
    if (device < 0 || device >= count) {
        throw Error(ErrorCode::DeviceUnavailable,
                    count == 0
                        ? "No NVIDIA GPU can be used here: there is none, or its driver is "
                          "missing or too old; choose the CPU (--device cpu)"
                        : "There is no GPU number " + std::to_string(device) +
                              ": this machine has " + std::to_string(count) + ", counted from 0");
    }
    const cudaDeviceProp properties = propertiesOf(device);
    if (properties.major * 10 + properties.minor < kOldestMajor * 10 + kOldestMinor) {
        throw Error(ErrorCode::DeviceUnavailable,
                    std::string(properties.name) + " is too old: compute capability 7.5 is needed");
    }
    cudaCheck(cudaSetDevice(device), "choosing the device");
    return device;
}

} // namespace

std::vector<std::string> cudaDevices() {
    std::vector<std::string> names;
    for (int device = 0; device < deviceCount(); ++device) {
        names.emplace_back(propertiesOf(device).name);
    }
    return names;
}

std::unique_ptr<Backend> makeCudaBackend(int device, DType activations) {
    return std::make_unique<CudaBackend>(device, activations);
}

CudaBackend::CudaBackend(int device, DType activations)
    : m_device(chosen(device))
    , m_activations(activations)
    , m_cublas(propertiesOf(device).major) {
    check(activations == DType::F32 || activations == DType::BF16,
          "CudaBackend: activations are F32 or BF16");
    cudaCheck(cudaStreamCreateWithFlags(&m_stream, cudaStreamNonBlocking), "making a stream");
    const std::vector<unsigned> none(kMostArrivals);
    m_arrivals = adopt(none.data(), kMostArrivals * sizeof(unsigned));
    ++openBackends;
}

CudaBackend::~CudaBackend() {
    cudaStreamSynchronize(m_stream); // nothing to do about a failure now
    cudaStreamDestroy(m_stream);
    --openBackends;
}

std::string CudaBackend::description() const {
    const cudaDeviceProp properties = propertiesOf(m_device);
    return std::string(properties.name) + " (" + (m_activations == DType::BF16 ? "bf16" : "fp32") +
           (m_cublas.isAvailable() ? ")" : ", without cuBLAS)");
}

cudaStream_t CudaBackend::stream() const {
    cudaCheck(cudaSetDevice(m_device), "choosing the device");
    return m_stream;
}

Buffer CudaBackend::allocate(std::size_t bytes) {
    stream();
    return allocateOnDevice(bytes);
}

std::uint64_t CudaBackend::freeMemory() const {
    stream();
    std::size_t free = 0;
    std::size_t total = 0;
    cudaCheck(cudaMemGetInfo(&free, &total), "asking for its free memory");
    return free;
}

Buffer CudaBackend::adopt(const void* host, std::size_t bytes) {
    Buffer buffer = allocate(bytes);
    upload(buffer.view(DType::U8, {static_cast<std::int64_t>(bytes)}), host);
    return buffer;
}

void CudaBackend::upload(const Tensor& to, const void* from) {
    check(to.isDense(), "upload: the tensor is not dense");
    if (to.elements() > 0) {
        // Of memory that is not locked to its place, the runtime has made a copy when this returns.
        cudaCheck(cudaMemcpyAsync(to.data, from, to.denseBytes(), cudaMemcpyHostToDevice, stream()),
                  "copying to the device");
    }
}

void CudaBackend::download(void* to, const Tensor& from) {
    check(from.isDense(), "download: the tensor is not dense");
    if (from.elements() > 0) {
        cudaCheck(
            cudaMemcpyAsync(to, from.data, from.denseBytes(), cudaMemcpyDeviceToHost, stream()),
            "copying from the device");
        synchronize();
    }
}

void CudaBackend::synchronize() {
    cudaCheck(cudaStreamSynchronize(stream()), "what was asked of it before");
}

} // namespace kernels
