// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ThreadPool: persistent threads that share the items of one stage after another. The caller takes
// part, and a stage waits only for threads that have begun an item: a thread that sleeps, or that a
// busy machine does not schedule, is left out rather than waited for. Waiting threads spin for a
// moment and then sleep. One thread at a time may call it, not from inside a stage.
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace kernels {

// Cores (not hardware threads) that this process may run on.
int usableCores();

class ThreadPool {
public:
    // threads counts the caller; 0: usableCores().
    explicit ThreadPool(int threads);
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;
    ~ThreadPool();

    int threads() const { return static_cast<int>(m_workers.size()) + 1; }

    // Calls work(index, thread) once for every index in [0, count), in any order, and returns when
    // all are done. thread is in [0, threads()) and differs between items that run at the same
    // time, so it may choose a workspace. A single item runs on the caller without waking anyone.
    // The first exception thrown by work is rethrown here; items not yet begun are then skipped.
    template <typename Work>
    void parallelFor(std::int64_t count, Work&& work) {
        using Function = std::remove_reference_t<Work>;
        const Call call = [](const void* context, std::int64_t index, int thread) {
            (*static_cast<Function*>(const_cast<void*>(context)))(index, thread);
        };
        runStage(count, call, &work);
    }

private:
    using Call = void (*)(const void* context, std::int64_t index, int thread);

    void runStage(std::int64_t count, Call call, const void* context);
    void takeItems(int thread) noexcept;
    void workerLoop(int thread) noexcept;
    bool join(std::uint32_t& seen) noexcept;
    void closeStage() noexcept;

    // One word so that joining and closing a stage exclude each other: the low bits count the
    // workers inside the stage, one bit says that it may be joined, the rest is its number. What
    // the stage does lies beside it, so that it reaches a worker with the same cache line.
    alignas(64) std::atomic<std::uint32_t> m_stage{0};
    std::int64_t m_count = 0;
    Call m_call = nullptr;
    const void* m_context = nullptr;
    alignas(64) std::atomic<std::int64_t> m_next{0};
    alignas(64) std::mutex m_errorMutex;
    std::exception_ptr m_error;
    std::atomic<bool> m_stopping{false};
    std::vector<std::thread> m_workers;
};

} // namespace kernels
