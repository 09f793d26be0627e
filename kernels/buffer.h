// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Buffer: move-only owner of a block of backend memory. Made by Backend::allocate or
// Backend::adopt; must not outlive the backend that made it.
#pragma once

#include "kernels/tensor.h"

#include <cstddef>
#include <initializer_list>
#include <memory>

namespace kernels {

class Buffer {
public:
    using Release = void (*)(void* memory, std::size_t bytes) noexcept;

    Buffer() = default;

    // release may be null: then the memory belongs to somebody else who outlives the buffer.
    Buffer(void* memory, std::size_t bytes, Release release);
    Buffer(Buffer&& other) noexcept;
    Buffer& operator=(Buffer&& other) noexcept;
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer();

    void* data() const { return m_memory; }

    std::size_t bytes() const { return m_bytes; }

    // A dense view of the bytes from byteOffset on; must lie inside the buffer.
    Tensor view(DType type, std::initializer_list<std::int64_t> dimensions,
                std::size_t byteOffset = 0) const;

private:
    void* m_memory = nullptr;
    std::size_t m_bytes = 0;
    Release m_release = nullptr;
};

} // namespace kernels
