// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/host_memory.h"

#include "kernels/error.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace kernels {
namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;
// Below this, rounding up to whole huge pages would waste more than they save.
constexpr std::size_t kHugeBlock = 2 * kHugePage;

void release(void* memory, std::size_t /*bytes*/) noexcept {
    std::free(memory);
}

[[noreturn]] void outOfMemory(std::size_t bytes) {
    throw Error(ErrorCode::OutOfMemory, "cannot allocate " + std::to_string(bytes) + " bytes");
}

} // namespace

Buffer allocateHost(std::size_t bytes) {
    const std::size_t alignment = bytes >= kHugeBlock ? kHugePage : kCacheLine;
    void* memory = nullptr;
    if (posix_memalign(&memory, alignment, std::max<std::size_t>(bytes, 1)) != 0) {
        outOfMemory(bytes);
    }
    if (bytes >= kHugeBlock) {
        // Advice only: without huge pages the block is slower, not wrong.
        madvise(memory, bytes, MADV_HUGEPAGE);
    }
    return {memory, bytes, release};
}

void* Workspace::grow(std::size_t count, std::size_t elementBytes) {
    if (count > SIZE_MAX / elementBytes) {
        outOfMemory(SIZE_MAX);
    }
    const std::size_t bytes = count * elementBytes;
    if (bytes > m_buffer.bytes()) {
        m_buffer = Buffer(); // frees the old block before the new one is taken
        m_buffer = allocateHost(bytes);
    }
    return m_buffer.data();
}

} // namespace kernels
