// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/cuda_check.h"
#include "kernels/cuda/device_memory.h"

#include <algorithm>
#include <string>

namespace kernels {

namespace {

void release(void* memory, std::size_t /*bytes*/) noexcept {
    cudaFree(memory); // a lost device has nothing to give back
}

} // namespace

Buffer allocateOnDevice(std::size_t bytes) {
    void* memory = nullptr;
    const std::string doing = "allocating " + std::to_string(bytes) + " bytes";
    cudaCheck(cudaMalloc(&memory, std::max<std::size_t>(bytes, 1)), doing.c_str());
    return {memory, bytes, release};
}

void* DeviceScratch::grow(std::size_t bytes) {
    if (bytes > m_buffer.bytes()) {
        m_buffer = Buffer(); // frees the old block before the new one is taken
        m_buffer = allocateOnDevice(bytes);
    }
    return m_buffer.data();
}

} // namespace kernels
