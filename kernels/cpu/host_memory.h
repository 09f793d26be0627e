// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Host memory of the CPU backend: aligned blocks, on huge pages when large, and Workspace, which
// keeps scratch memory between calls. A Workspace belongs to one thread at a time.
#pragma once

#include "kernels/buffer.h"

#include <cstddef>

namespace kernels {

constexpr std::size_t kCacheLine = 64;

// Uninitialised, aligned to a cache line or more. Throws OutOfMemory.
Buffer allocateHost(std::size_t bytes);

class Workspace {
public:
    // Memory for count elements, aligned to a cache line. What earlier calls returned is lost.
    template <typename T>
    T* take(std::size_t count) {
        return static_cast<T*>(grow(count, sizeof(T)));
    }

private:
    void* grow(std::size_t count, std::size_t elementBytes);

    Buffer m_buffer;
};

} // namespace kernels
