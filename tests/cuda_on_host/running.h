// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the machine is while a kernel runs, for access_checks.cpp, which looks at each of its
// memory accesses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cuda_on_host {

// Blocks are numbered through all launches. Two accesses of one launch are ordered when they are
// one thread's, or one block's with a barrier between them, or one warp's with an exchange between.
// Those of two blocks are where the earlier one is followed by a barrier, then, in one thread, by a
// fence and an atomic operation, and the later one is preceded by an atomic operation and a fence
// of one thread and then by a barrier.
constexpr std::uint32_t kNever = ~0U;

struct Running {
    bool isInKernel = false;
    std::uint32_t firstBlock = 0; // of the launch
    std::uint32_t block = 0;
    std::uint32_t barriers = 0;  // that the block has passed
    std::uint32_t exchanges = 0; // that the thread's warp has passed
    std::uint32_t thread = 0;
    std::vector<std::uint32_t> released; // by block of the launch: barriers before which all
    std::uint32_t acquired = kNever;     // of the block: barriers after which others are seen
    const char* stack = nullptr;         // of the thread
    std::size_t stackBytes = 0;
    const unsigned char* shared = nullptr;
    std::size_t sharedBytes = 0;
};

const Running& running();

// Ends the launch with a Fault; the thread does not go on.
[[noreturn]] void stopKernel(const std::string& text);

} // namespace cuda_on_host
