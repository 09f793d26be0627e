// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preload.h"

#include "kernels/error.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

namespace engine {

namespace {

// Between two looks at the stop token: a tenth of a second on a slow disk.
constexpr std::size_t kStep = std::size_t{16} << 20;

// For kernels before 5.14, which cannot be asked for it.
void touch(const std::byte* memory, std::size_t bytes, std::size_t page) {
    const volatile std::byte* at = memory;
    for (std::size_t i = 0; i < bytes; i += page) {
        static_cast<void>(at[i]);
    }
}

void bringIn(const MappedPart& part, std::size_t first, std::size_t bytes) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::byte* memory = part.memory + first;
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    const std::size_t before = address % page; // a page begins there, of the same file
    if (madvise(reinterpret_cast<void*>(address - before), bytes + before, MADV_POPULATE_READ) ==
        0) {
        return;
    }
    if (errno != EINVAL) {
        throw kernels::Error(kernels::ErrorCode::BadFile,
                             part.file.string() + " could not be read from its disk");
    }
    touch(memory, bytes, page);
}

} // namespace

bool preload(std::span<const MappedPart> parts, const std::function<void(double)>& progress,
             const std::stop_token& stop) {
    double total = 0;
    for (const MappedPart& part : parts) {
        total += static_cast<double>(part.bytes);
    }
    double done = 0;
    for (const MappedPart& part : parts) {
        for (std::size_t first = 0; first < part.bytes; first += kStep) {
            if (stop.stop_requested()) {
                return false;
            }
            const std::size_t bytes = std::min(kStep, part.bytes - first);
            bringIn(part, first, bytes);
            done += static_cast<double>(bytes);
            if (progress) {
                progress(done / total);
            }
        }
    }
    return !stop.stop_requested();
}

} // namespace engine
