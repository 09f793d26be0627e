// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shares the work of a verb between the threads of a pool, when it is worth it.
#pragma once

#include "kernels/cpu/thread_pool.h"

#include <algorithm>

namespace kernels {

// Elements that one core normalises in about 8 µs: less is done before a second one is awake.
constexpr std::int64_t kElementsWorthSharing = 64 * 1024;
// More pieces than threads, so that a thread that comes late or is interrupted delays little.
constexpr std::int64_t kPiecesPerThread = 4;

enum class Sharing { Alone, Pool };

// Calls work(index, thread) for every index in [0, count).
template <class Work>
void forPieces(ThreadPool& pool, Sharing sharing, std::int64_t count, Work&& work) {
    if (sharing == Sharing::Pool) {
        pool.parallelFor(count, work);
        return;
    }
    for (std::int64_t index = 0; index < count; ++index) {
        work(index, 0);
    }
}

// Calls work(first, count, thread) for ranges that together make [0, rows).
template <class Work>
void forRanges(ThreadPool& pool, std::int64_t rows, std::int64_t elementsPerRow, Work&& work) {
    const bool isWorthSharing = rows * elementsPerRow >= kElementsWorthSharing;
    const std::int64_t pieces =
        isWorthSharing ? std::min(rows, kPiecesPerThread * pool.threads()) : std::int64_t(1);
    pool.parallelFor(pieces, [&](std::int64_t piece, int thread) {
        const std::int64_t first = rows * piece / pieces;
        work(first, rows * (piece + 1) / pieces - first, thread);
    });
}

} // namespace kernels
