// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MemoryBlock: zeroed memory straight from the system, on huge pages where it has them, or a file
// that is written through memory. Move-only; usable from any thread.
#pragma once

#include <cstddef>

namespace engine {

class MemoryBlock {
public:
    MemoryBlock() = default;
    // Throws OutOfMemory.
    explicit MemoryBlock(std::size_t bytes);
    // The first bytes of an open file, which has as many; null memory when it cannot be mapped.
    MemoryBlock(int descriptor, std::size_t bytes) noexcept;
    MemoryBlock(MemoryBlock&& other) noexcept;
    MemoryBlock& operator=(MemoryBlock&& other) noexcept;
    MemoryBlock(const MemoryBlock&) = delete;
    MemoryBlock& operator=(const MemoryBlock&) = delete;
    ~MemoryBlock();

    std::byte* memory() const { return m_memory; }

    std::size_t bytes() const { return m_bytes; }

private:
    std::byte* m_memory = nullptr;
    std::size_t m_bytes = 0;
};

} // namespace engine
