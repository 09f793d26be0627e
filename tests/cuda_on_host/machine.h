// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The CUDA execution model on one host thread: the blocks of a grid one after another, the threads
// of a block as fibers that change where they wait for each other, in a random order. What a GPU
// would do silently wrong is an error here: a barrier that not all threads reach, or at different
// places; a lane that is asked for but is not there; a write past shared or device memory. Memory
// that nobody has written holds NaN. Device memory cannot be touched by host code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <source_location>
#include <stdexcept>

// What the emulation itself does inside kernels is not for access_checks.cpp.
#define UNCHECKED_ACCESSES __attribute__((no_sanitize("thread")))

struct uint3 {
    unsigned x = 0;
    unsigned y = 0;
    unsigned z = 0;
};

struct dim3 {
    unsigned x = 1;
    unsigned y = 1;
    unsigned z = 1;
};

namespace cuda_on_host {

constexpr int kWarp = 32;
using Place = std::source_location;

// What kernels, or those who call them, did wrong.
class Fault : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

// --- for tests ---

// Threads of a block run in another order for every seed.
void setSeed(std::uint32_t seed);
// No more than that can be allocated. The default is 4 GiB.
void setDeviceMemory(std::size_t bytes);
// The most of it that was allocated since this was last called.
std::size_t takeMostDeviceMemory();
// So many kernels have run since this was last called.
std::size_t takeKernels();
// So many devices are there; 0 as on a machine without driver. The default is 1.
void setDevices(int count);
// The next launch breaks down, and every call afterwards fails, until the device is reset or, where
// a reset does not help, this is called with Breakdown::None.
enum class Breakdown { None, UntilReset, ForGood };
void breakDown(Breakdown breakdown);

// --- what the headers of include/ are made of ---

// Calls thread() once for every thread of the grid. Throws Fault.
void runGrid(dim3 grid, dim3 block, std::size_t sharedBytes, const std::function<void()>& thread);
// Throws Fault when memory around an allocation was written.
void checkDeviceMemory();

// What a stream is asked for: done now, or kept while a graph is captured. A cudaError_t each.
int doOrKeep(std::function<int()> work);

// Of the running thread.
int lane();
void waitForBlock(Place place);
// Waits as well; whether any thread votes for it.
bool voteOfBlock(bool vote, Place place);
// An atomic operation, and a fence, of the running thread: what orders the memory of blocks.
void noteArrival();
void noteFence();
// Leaves value for the other lanes of the mask and returns what all of them left, by lane.
const std::uint64_t* exchange(unsigned mask, std::uint64_t value, Place place);
[[noreturn]] void fault(const char* text, Place place);

template <class T>
UNCHECKED_ACCESSES T valueOfLane(unsigned mask, T value, int from, Place place) {
    static_assert(sizeof(T) <= sizeof(std::uint64_t));
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof(T));
    const std::uint64_t* all = exchange(mask, bits, place);
    if ((mask >> from & 1U) == 0) {
        fault("a lane outside the mask is asked for", place);
    }
    std::memcpy(&value, &all[from], sizeof(T));
    return value;
}

} // namespace cuda_on_host
