// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/memory_block.h"

#include "kernels/error.h"

#include <sys/mman.h>

#include <string>
#include <utility>

namespace engine {

MemoryBlock::MemoryBlock(std::size_t bytes) {
    void* memory =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        throw kernels::Error(kernels::ErrorCode::OutOfMemory,
                             "cannot allocate " + std::to_string(bytes) + " bytes for the weights");
    }
    ::madvise(memory, bytes, MADV_HUGEPAGE); // advice only
    m_memory = static_cast<std::byte*>(memory);
    m_bytes = bytes;
}

MemoryBlock::MemoryBlock(int descriptor, std::size_t bytes) noexcept {
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (memory != MAP_FAILED) {
        m_memory = static_cast<std::byte*>(memory);
        m_bytes = bytes;
    }
}

MemoryBlock::MemoryBlock(MemoryBlock&& other) noexcept
    : m_memory(std::exchange(other.m_memory, nullptr))
    , m_bytes(std::exchange(other.m_bytes, 0)) {}

MemoryBlock& MemoryBlock::operator=(MemoryBlock&& other) noexcept {
    std::swap(m_memory, other.m_memory);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MemoryBlock::~MemoryBlock() {
    if (m_memory != nullptr) {
        ::munmap(m_memory, m_bytes);
    }
}

} // namespace engine
