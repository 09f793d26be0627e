// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The compiler's -fsanitize=thread puts a call before every load and store; here those calls look
// at what kernels do. An access must lie in an allocation, in the block's shared memory or on the
// thread's own stack, and two threads that touch the same place, one of them writing, must have a
// barrier between them. Of an access wider than four bytes every second byte is looked at, else the
// first: elements are used with one size throughout.
#include "cuda_runtime.h"
#include "tests/cuda_on_host/device_memory.h"
#include "tests/cuda_on_host/running.h"

#include <sys/mman.h>

#include <array>
#include <string>

namespace cuda_on_host {

namespace {

struct Record {
    std::uint32_t block = 0; // 0: never
    std::uint32_t barriers = 0;
    std::uint32_t exchanges = 0;
    std::uint32_t thread = 0;
};

struct History {
    Record write;
    Record read;
};

enum class Kind { Read, Write };

// Addresses, not memory: pages come with their first record.
History* reserveHistories(std::size_t bytes) {
    void* memory = mmap(nullptr, bytes * sizeof(History), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        stopKernel("no addresses for the history of device memory");
    }
    return static_cast<History*>(memory);
}

History& historyOf(const unsigned char* address, bool isShared) {
    if (isShared) {
        static History* shared = reserveHistories(std::size_t{256} << 10);
        return shared[address - running().shared];
    }
    static History* device = reserveHistories(DeviceMemory::instance().reserved());
    return device[address - DeviceMemory::instance().start()];
}

// While one access is looked at, others are the check's own.
bool isLooking = false;

[[noreturn]] void stop(const std::string& text) {
    isLooking = false;
    stopKernel(text);
}

bool isOrdered(const Record& earlier, bool isShared, const Running& now) {
    if (earlier.block < now.firstBlock || earlier.block == 0) {
        return true; // of another launch
    }
    if (earlier.block != now.block) {
        return isShared || // which every block has for itself
               (earlier.barriers < now.released[earlier.block - now.firstBlock] &&
                now.acquired < now.barriers);
    }
    const bool isSameWarp = earlier.thread / kWarp == now.thread / kWarp;
    return earlier.thread == now.thread || earlier.barriers != now.barriers ||
           (isSameWarp && earlier.exchanges != now.exchanges);
}

void note(const unsigned char* address, bool isShared, Kind kind, const Running& now) {
    History& history = historyOf(address, isShared);
    const bool isRace = !isOrdered(history.write, isShared, now) ||
                        (kind == Kind::Write && !isOrdered(history.read, isShared, now));
    if (isRace) {
        stop(std::string("a race for ") + (isShared ? "shared" : "device") +
             " memory between thread " + std::to_string(now.thread) + " and thread " +
             std::to_string(isOrdered(history.write, isShared, now) ? history.read.thread
                                                                    : history.write.thread));
    }
    (kind == Kind::Write ? history.write : history.read) = {now.block, now.barriers, now.exchanges,
                                                            now.thread};
}

template <class T>
bool isIn(const void* address, const T& variable) {
    const auto* place = static_cast<const char*>(address);
    const auto* start = reinterpret_cast<const char*>(&variable);
    return place >= start && place < start + sizeof(T);
}

// The thread's own, where nobody else looks.
bool isPrivate(const void* address, const Running& now) {
    const auto* place = static_cast<const char*>(address);
    return (place >= now.stack && place < now.stack + now.stackBytes) || isIn(address, threadIdx) ||
           isIn(address, blockIdx) || isIn(address, blockDim) || isIn(address, gridDim);
}

// Does not return from a fault.
void look(const void* address, std::size_t bytes, Kind kind, const Running& now) {
    const auto* first = static_cast<const unsigned char*>(address);
    const bool isShared = first >= now.shared && first + bytes <= now.shared + now.sharedBytes;
    if (!isShared && !DeviceMemory::instance().contains(address, bytes)) {
        stop(std::string(kind == Kind::Read ? "a read" : "a write") + " of " +
             std::to_string(bytes) + " bytes outside every allocation");
    }
    const std::size_t looked = bytes <= 4 ? 1 : bytes;
    for (std::size_t i = 0; i < looked; i += 2) {
        note(first + i, isShared, kind, now);
    }
}

void check(const void* address, std::size_t bytes, Kind kind) {
    const Running& now = running();
    if (!now.isInKernel || isLooking || isPrivate(address, now)) {
        return;
    }
    isLooking = true;
    look(address, bytes, kind, now);
    isLooking = false;
}

} // namespace

} // namespace cuda_on_host

using cuda_on_host::check;
using cuda_on_host::Kind;

extern "C" {

// The names and meanings are the compiler's.
void __tsan_init() {}

void __tsan_func_entry(void*) {}

void __tsan_func_exit() {}

void __tsan_vptr_update(void**, void*) {}

void __tsan_vptr_read(void**) {}

void __tsan_read1(void* address) {
    check(address, 1, Kind::Read);
}

void __tsan_read2(void* address) {
    check(address, 2, Kind::Read);
}

void __tsan_read4(void* address) {
    check(address, 4, Kind::Read);
}

void __tsan_read8(void* address) {
    check(address, 8, Kind::Read);
}

void __tsan_read16(void* address) {
    check(address, 16, Kind::Read);
}

void __tsan_unaligned_read2(void* address) {
    check(address, 2, Kind::Read);
}

void __tsan_unaligned_read4(void* address) {
    check(address, 4, Kind::Read);
}

void __tsan_unaligned_read8(void* address) {
    check(address, 8, Kind::Read);
}

void __tsan_unaligned_read16(void* address) {
    check(address, 16, Kind::Read);
}

void __tsan_read_range(void* address, std::size_t bytes) {
    check(address, bytes, Kind::Read);
}

void __tsan_write1(void* address) {
    check(address, 1, Kind::Write);
}

void __tsan_write2(void* address) {
    check(address, 2, Kind::Write);
}

void __tsan_write4(void* address) {
    check(address, 4, Kind::Write);
}

void __tsan_write8(void* address) {
    check(address, 8, Kind::Write);
}

void __tsan_write16(void* address) {
    check(address, 16, Kind::Write);
}

void __tsan_unaligned_write2(void* address) {
    check(address, 2, Kind::Write);
}

void __tsan_unaligned_write4(void* address) {
    check(address, 4, Kind::Write);
}

void __tsan_unaligned_write8(void* address) {
    check(address, 8, Kind::Write);
}

void __tsan_unaligned_write16(void* address) {
    check(address, 16, Kind::Write);
}

void __tsan_write_range(void* address, std::size_t bytes) {
    check(address, bytes, Kind::Write);
}

// Counters of the host code around kernels.
int __tsan_atomic32_fetch_sub(volatile int* counter, int value, int /*order*/) {
    return __atomic_fetch_sub(counter, value, __ATOMIC_SEQ_CST);
}

int __tsan_atomic32_fetch_add(volatile int* counter, int value, int /*order*/) {
    return __atomic_fetch_add(counter, value, __ATOMIC_SEQ_CST);
}

int __tsan_atomic32_load(const volatile int* counter, int /*order*/) {
    return __atomic_load_n(counter, __ATOMIC_SEQ_CST);
}

} // extern "C"
