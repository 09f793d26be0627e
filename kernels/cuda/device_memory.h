// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Device memory: blocks that a Buffer owns, and DeviceScratch, which keeps scratch memory between
// calls. Work on one stream may still use a block while it is given back: freeing waits for it.
#pragma once

#include "kernels/buffer.h"

#include <cstddef>

namespace kernels {

// Uninitialised, aligned to 256 bytes, on the calling thread's device. Throws OutOfMemory.
Buffer allocateOnDevice(std::size_t bytes);

class DeviceScratch {
public:
    // Memory for count elements. What earlier calls returned is lost once their kernels have run.
    template <typename T>
    T* take(std::size_t count) {
        return static_cast<T*>(grow(count * sizeof(T)));
    }

    // Where it is until it has to grow.
    const void* place() const { return m_buffer.data(); }

private:
    void* grow(std::size_t bytes);

    Buffer m_buffer;
};

} // namespace kernels
