// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What this machine can do at best, measured when asked: the figures that speeds are shares of.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace bench {

// GFLOP/s of fp32 multiply-adds on registers, over so many threads.
double multiplyAddCeiling(int threads);

// How memory is mapped: a checkpoint's file comes in ordinary pages.
enum class Pages { Ordinary, Huge };

// GB/s of reading memory far larger than the caches, over so many threads.
double readCeiling(int threads, Pages pages);

// The same of memory that is there: as now, not at best.
double readRate(int threads, std::span<const std::byte> memory);

// Between -1 and 1: products of equal numbers are faster than those of real ones.
std::vector<float> noise(std::size_t count);

} // namespace bench
