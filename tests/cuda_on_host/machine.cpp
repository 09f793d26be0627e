// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cuda_on_host/machine.h"

#include "cuda_runtime.h"
#include "tests/cuda_on_host/device_memory.h"
#include "tests/cuda_on_host/running.h"

#include <ucontext.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kernels {

constexpr std::size_t kMostShared =
    48 * 1024; // what a block may just ask for; for more, set an attribute
constexpr std::size_t kSharedCanary = 1024;

// What device code declares as its dynamic shared memory.
extern unsigned char sharedBytes[];
alignas(128) unsigned char sharedBytes[kMostShared + kSharedCanary];

} // namespace kernels

namespace cuda_on_host {

namespace {

constexpr std::size_t kMostThreads = 1024;
constexpr std::size_t kStackBytes = 64 * 1024;
constexpr unsigned char kPoison = 0xff;

enum class State { Ready, AtBarrier, AtExchange, Ended };

// Of the compiler's own jumps, which do not look for what a thread of the host has to clean up:
// most of what the emulation does is to change fibers.
using Position = std::array<void*, 5>;

struct Fiber {
    std::unique_ptr<char[]> stack;
    ucontext_t start{};
    Position position{};
    bool isStarted = false;
};

struct Thread {
    uint3 index;
    State state = State::Ready;
    Place place;
    unsigned exchanges = 0;           // so many are behind it
    std::uint32_t fencedAt = kNever;  // so many barriers were behind it at its last fence
    std::uint32_t arrivedAt = kNever; // and at its last atomic operation
};

struct Warp {
    unsigned mask = 0; // of the exchange that is being waited for
    unsigned arrived = 0;
    std::uint32_t exchanges = 0; // so many are complete
    // Two, since a lane may come to its next exchange before others have read this one.
    std::array<std::array<std::uint64_t, kWarp>, 2> values{};
};

std::string described(const std::string& text, const Place& place) {
    std::string file = place.file_name();
    return text + " (" + file.substr(file.rfind('/') + 1) + ":" + std::to_string(place.line()) +
           ", thread " + std::to_string(threadIdx.x) + " of block " + std::to_string(blockIdx.x) +
           ")";
}

class Machine {
public:
    Machine()
        : m_fibers(kMostThreads) {}

    void seed(std::uint32_t seed) { m_random = seed == 0 ? 1 : seed; }

    void runBlock(const std::function<void()>& thread, std::size_t sharedBytes) {
        m_body = &thread;
        poison(sharedBytes);
        prepare();
        m_where.shared = kernels::sharedBytes;
        m_where.sharedBytes = sharedBytes;
        runReady();
        if (m_exception) {
            abandon();
            std::rethrow_exception(std::exchange(m_exception, nullptr));
        }
        if (m_ended < m_threads.size()) {
            reportWaiting();
        }
        checkShared(sharedBytes);
    }

    const Running& running() const { return m_where; }

    std::size_t takeLaunches() { return std::exchange(m_launches, 0); }

    void startLaunch() {
        ++m_launches;
        m_where.firstBlock = m_where.block + 1;
        m_where.released.clear();
    }

    [[noreturn]] void stop(const std::string& text) {
        m_exception = std::make_exception_ptr(Fault(text));
        __builtin_longjmp(m_scheduler.data(), 1);
    }

    int lane() const { return static_cast<int>(m_running % kWarp); }

    void waitForBlock(const Place& place) {
        Thread& self = m_threads[m_running];
        self.place = place;
        if (++m_atBarrier < m_threads.size()) {
            self.state = State::AtBarrier;
            suspend();
            return;
        }
        m_atBarrier = 0;
        ++m_where.barriers;
        m_vote = std::exchange(m_votes, false);
        for (std::size_t i = 0; i < m_threads.size(); ++i) {
            if (m_threads[i].place.line() != place.line() ||
                std::string_view(m_threads[i].place.file_name()) != place.file_name()) {
                fault("threads of a block wait at different barriers", place);
            }
            release(i, State::AtBarrier);
        }
    }

    bool voteOfBlock(bool vote, const Place& place) {
        m_votes = m_votes || vote;
        waitForBlock(place);
        return m_vote;
    }

    void noteFence() {
        Thread& self = m_threads[m_running];
        self.fencedAt = m_where.barriers;
        if (self.arrivedAt == m_where.barriers && m_where.acquired == kNever) {
            m_where.acquired = m_where.barriers;
        }
    }

    void noteArrival() {
        Thread& self = m_threads[m_running];
        self.arrivedAt = m_where.barriers;
        if (self.fencedAt == m_where.barriers) {
            m_where.released.back() = m_where.barriers;
        }
    }

    const std::uint64_t* exchange(unsigned mask, std::uint64_t value, const Place& place) {
        Thread& self = m_threads[m_running];
        Warp& warp = m_warps[m_running / kWarp];
        self.place = place;
        const unsigned own = 1U << lane();
        if ((mask & own) == 0) {
            fault("a lane is not in its own mask", place);
        }
        if (warp.arrived != 0 && warp.mask != mask) {
            fault("lanes of a warp wait with different masks", place);
        }
        auto& values = warp.values[self.exchanges++ % 2];
        values[static_cast<std::size_t>(lane())] = value;
        warp.mask = mask;
        warp.arrived |= own;
        if (warp.arrived != mask) {
            self.state = State::AtExchange;
            suspend();
            return values.data();
        }
        warp.arrived = 0;
        m_where.exchanges = ++warp.exchanges;
        const std::size_t first = m_running / kWarp * kWarp;
        for (std::size_t i = first; i < std::min(first + kWarp, m_threads.size()); ++i) {
            if ((mask >> (i - first) & 1U) != 0) {
                release(i, State::AtExchange);
            }
        }
        return values.data();
    }

private:
    static void poison(std::size_t bytes) {
        if (bytes > kernels::kMostShared) {
            throw Fault("more shared memory than a block can have");
        }
        std::memset(kernels::sharedBytes, kPoison, bytes + kernels::kSharedCanary);
    }

    static void checkShared(std::size_t bytes) {
        static const std::vector<unsigned char> canary(kernels::kSharedCanary, kPoison);
        if (std::memcmp(kernels::sharedBytes + bytes, canary.data(), canary.size()) != 0) {
            throw Fault("a block wrote past its shared memory");
        }
    }

    void prepare() {
        const std::size_t count = std::size_t{blockDim.x} * blockDim.y * blockDim.z;
        if (count == 0 || count > kMostThreads) {
            throw Fault("a block of " + std::to_string(count) + " threads");
        }
        m_threads.assign(count, {});
        m_warps.assign((count + kWarp - 1) / kWarp, {});
        m_ready.clear();
        m_ended = 0;
        m_atBarrier = 0;
        ++m_where.block;
        m_where.barriers = 0;
        m_where.acquired = kNever;
        m_where.released.push_back(0);
        m_votes = false;
        for (unsigned i = 0; i < count; ++i) {
            m_threads[i].index = {i % blockDim.x, i / blockDim.x % blockDim.y,
                                  i / blockDim.x / blockDim.y};
            m_ready.push_back(i);
        }
    }

    std::size_t takeReady() {
        const std::size_t place = (random() * m_ready.size()) >> 32;
        const std::size_t thread = m_ready[place];
        m_ready[place] = m_ready.back();
        m_ready.pop_back();
        return thread;
    }

    void release(std::size_t thread, State from) {
        if (thread != m_running && m_threads[thread].state == from) {
            m_threads[thread].state = State::Ready;
            m_ready.push_back(thread);
        }
    }

    // 32 bits, Marsaglia's xorshift.
    std::uint64_t random() {
        m_random ^= m_random << 13;
        m_random ^= m_random >> 17;
        m_random ^= m_random << 5;
        return m_random;
    }

    // Until no thread of the block is ready, or one has failed.
    [[gnu::noinline]] void runReady() {
        if (__builtin_setjmp(m_scheduler.data()) == 0) {
            goOn();
        }
        m_where.isInKernel = false;
    }

    // Leaves the running thread where it is, until it is its turn again.
    [[gnu::noinline]] void suspend() {
        if (__builtin_setjmp(m_fibers[m_running].position.data()) == 0) {
            goOn();
        }
    }

    // To the next thread that is ready, or to runReady's end.
    [[noreturn, gnu::noinline]] void goOn() {
        if (m_ready.empty() || m_exception) {
            __builtin_longjmp(m_scheduler.data(), 1);
        }
        const std::size_t thread = takeReady();
        m_running = thread;
        threadIdx = m_threads[thread].index;
        Fiber& fiber = m_fibers[thread];
        if (!fiber.stack) {
            fiber.stack = std::make_unique<char[]>(kStackBytes);
        }
        m_where.thread = static_cast<std::uint32_t>(thread);
        m_where.exchanges = m_warps[thread / kWarp].exchanges;
        m_where.stack = fiber.stack.get();
        m_where.stackBytes = kStackBytes;
        m_where.isInKernel = true;
        if (!fiber.isStarted) {
            start(fiber);
        }
        __builtin_longjmp(fiber.position.data(), 1);
    }

    [[noreturn]] static void start(Fiber& fiber) {
        fiber.isStarted = true;
        getcontext(&fiber.start);
        fiber.start.uc_stack.ss_sp = fiber.stack.get();
        fiber.start.uc_stack.ss_size = kStackBytes;
        makecontext(&fiber.start, runThreads, 0);
        setcontext(&fiber.start);
        std::abort(); // which it never comes to
    }

    // What every fiber does: one thread after another, of one block after another.
    static void runThreads();

    void runOne() {
        try {
            (*m_body)();
        } catch (...) {
            m_exception = std::current_exception();
        }
        m_threads[m_running].state = State::Ended;
        ++m_ended;
    }

    // The fibers of this block are somewhere inside it and cannot be used again as they are.
    void abandon() {
        for (std::size_t i = 0; i < m_threads.size(); ++i) {
            m_fibers[i].isStarted = false;
        }
    }

    [[noreturn]] void reportWaiting() {
        const auto isWaiting = [](const Thread& thread) {
            return thread.state != State::Ended;
        };
        const auto first = std::find_if(m_threads.begin(), m_threads.end(), isWaiting);
        threadIdx = first->index;
        const std::string text = described(
            std::to_string(m_threads.size() - m_ended) + " of " + std::to_string(m_threads.size()) +
                " threads wait for others that never come, one of them here",
            first->place);
        abandon();
        throw Fault(text);
    }

    std::vector<Fiber> m_fibers;
    std::vector<Thread> m_threads;
    std::vector<Warp> m_warps;
    std::vector<std::size_t> m_ready;
    std::size_t m_running = 0;
    std::size_t m_ended = 0;
    std::size_t m_atBarrier = 0;
    std::size_t m_launches = 0;
    bool m_votes = false; // of the barrier that is being waited for
    bool m_vote = false;  // of the last one
    Running m_where;
    const std::function<void()>* m_body = nullptr;
    std::exception_ptr m_exception;
    Position m_scheduler{};
    std::uint32_t m_random = 1;
};

Machine machine;

void Machine::runThreads() {
    while (true) {
        machine.runOne();
        machine.suspend();
    }
}

} // namespace

void setSeed(std::uint32_t seed) {
    machine.seed(seed);
}

void runGrid(dim3 grid, dim3 block, std::size_t sharedBytes, const std::function<void()>& thread) {
    gridDim = grid;
    blockDim = block;
    machine.startLaunch();
    const DeviceMemory::Access access;
    for (unsigned z = 0; z < grid.z; ++z) {
        for (unsigned y = 0; y < grid.y; ++y) {
            for (unsigned x = 0; x < grid.x; ++x) {
                blockIdx = {x, y, z};
                machine.runBlock(thread, sharedBytes);
            }
        }
    }
    checkDeviceMemory();
}

std::size_t takeKernels() {
    return machine.takeLaunches();
}

const Running& running() {
    return machine.running();
}

void stopKernel(const std::string& text) {
    machine.stop(text);
}

int lane() {
    return machine.lane();
}

void waitForBlock(Place place) {
    machine.waitForBlock(place);
}

bool voteOfBlock(bool vote, Place place) {
    return machine.voteOfBlock(vote, place);
}

void noteArrival() {
    machine.noteArrival();
}

void noteFence() {
    machine.noteFence();
}

const std::uint64_t* exchange(unsigned mask, std::uint64_t value, Place place) {
    return machine.exchange(mask, value, place);
}

void fault(const char* text, Place place) {
    throw Fault(described(text, place));
}

} // namespace cuda_on_host
