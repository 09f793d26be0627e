// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/thread_pool.h"

#include "kernels/error.h"

#include <hwy/cache_control.h>
#include <sched.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace kernels {
namespace {

constexpr std::uint32_t kActiveMask = 0x3ff;
constexpr std::uint32_t kOpen = 0x400;
constexpr std::uint32_t kStageStep = 0x800;
constexpr int kMaxThreads = static_cast<int>(kActiveMask);

// Decode runs stages a few microseconds apart, so a waiting thread first polls for about as long
// as waking a sleeper would cost, then gives its core away a few times, then sleeps.
constexpr int kPauses = 1500;
constexpr int kYields = 8;

template <typename Changed>
bool spinUntil(const Changed& changed) {
    for (int i = 0; i < kPauses; ++i) {
        if (changed()) {
            return true;
        }
        hwy::Pause();
    }
    for (int i = 0; i < kYields; ++i) {
        if (changed()) {
            return true;
        }
        std::this_thread::yield();
    }
    return false;
}

// Hardware threads of one core name the same siblings. Unreadable: the CPU counts by itself.
std::string coreOf(int cpu) {
    const std::string folder = "/sys/devices/system/cpu/cpu" + std::to_string(cpu);
    std::ifstream file(folder + "/topology/thread_siblings_list");
    std::string siblings;
    return std::getline(file, siblings) ? siblings : folder;
}

} // namespace

int usableCores() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof(allowed), &allowed) != 0) {
        return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    }
    std::set<std::string> cores;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &allowed)) {
            cores.insert(coreOf(cpu));
        }
    }
    return std::max(1, static_cast<int>(cores.size()));
}

ThreadPool::ThreadPool(int threads) {
    check(threads >= 0, "ThreadPool: negative number of threads");
    const int wanted = std::min(threads == 0 ? usableCores() : threads, kMaxThreads);
    m_workers.reserve(static_cast<std::size_t>(wanted - 1));
    try {
        for (int thread = 1; thread < wanted; ++thread) {
            m_workers.emplace_back([this, thread] { workerLoop(thread); });
        }
    } catch (const std::system_error&) {
        // The system has no more threads to give: those that started do the work.
    }
}

ThreadPool::~ThreadPool() {
    m_stopping.store(true, std::memory_order_relaxed);
    m_stage.fetch_add(kStageStep, std::memory_order_release);
    m_stage.notify_all();
    for (std::thread& worker : m_workers) {
        worker.join();
    }
}

void ThreadPool::runStage(std::int64_t count, Call call, const void* context) {
    if (count <= 1 || m_workers.empty()) {
        for (std::int64_t index = 0; index < count; ++index) {
            call(context, index, 0);
        }
        return;
    }
    m_count = count;
    m_call = call;
    m_context = context;
    m_next.store(0, std::memory_order_relaxed);
    m_stage.fetch_add(kStageStep | kOpen, std::memory_order_release);
    m_stage.notify_all();
    takeItems(0);
    closeStage();
    if (m_error) {
        std::rethrow_exception(std::exchange(m_error, nullptr));
    }
}

void ThreadPool::takeItems(int thread) noexcept {
    try {
        for (;;) {
            const std::int64_t index = m_next.fetch_add(1, std::memory_order_relaxed);
            if (index >= m_count) {
                return;
            }
            m_call(m_context, index, thread);
        }
    } catch (...) {
        m_next.store(m_count, std::memory_order_relaxed);
        const std::lock_guard lock(m_errorMutex);
        if (!m_error) {
            m_error = std::current_exception();
        }
    }
}

// Shuts the door, then waits for the workers inside.
void ThreadPool::closeStage() noexcept {
    std::uint32_t stage = m_stage.fetch_and(~kOpen, std::memory_order_acq_rel) & ~kOpen;
    while ((stage & kActiveMask) != 0) {
        const auto changed = [&] {
            return m_stage.load(std::memory_order_acquire) != stage;
        };
        if (!spinUntil(changed)) {
            m_stage.wait(stage, std::memory_order_acquire);
        }
        stage = m_stage.load(std::memory_order_acquire);
    }
}

// Waits for a stage other than the last seen and enters it; false when it closed before.
bool ThreadPool::join(std::uint32_t& seen) noexcept {
    const auto number = [](std::uint32_t stage) {
        return stage & ~(kActiveMask | kOpen);
    };
    std::uint32_t stage = m_stage.load(std::memory_order_acquire);
    const auto changed = [&] {
        stage = m_stage.load(std::memory_order_acquire);
        return number(stage) != number(seen);
    };
    while (!spinUntil(changed)) {
        m_stage.wait(stage, std::memory_order_acquire);
    }
    seen = stage;
    while ((stage & kOpen) != 0 && number(stage) == number(seen)) {
        if (m_stage.compare_exchange_weak(stage, stage + 1, std::memory_order_acquire)) {
            return true;
        }
    }
    return false;
}

void ThreadPool::workerLoop(int thread) noexcept {
    std::uint32_t seen = 0;
    while (!m_stopping.load(std::memory_order_relaxed)) {
        if (join(seen)) {
            takeItems(thread);
            const std::uint32_t before = m_stage.fetch_sub(1, std::memory_order_release);
            if ((before & (kActiveMask | kOpen)) == 1) {
                m_stage.notify_all();
            }
        }
    }
}

} // namespace kernels
