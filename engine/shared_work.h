// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shares the many pieces of a long piece of work, like making weights ready, between threads that
// live as long as it takes. Any thread.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <stop_token>
#include <thread>
#include <vector>

namespace engine {

// What somebody who waits may want to know and say.
struct Waiting {
    std::function<void(double)> progress; // gets 0…1, on the calling thread
    std::stop_token stop;
};

// Calls work(index) once for every index in [0, count), on so many threads (0: one per hardware
// thread) with the caller among them. work must not throw. False when stopped, with pieces left.
template <class Work>
bool shareWork(int threads, std::size_t count, const Waiting& waiting, const Work& work) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t wanted = threads > 0 ? static_cast<std::size_t>(threads) : cores;
    std::atomic<std::size_t> next{0};
    const auto take = [&](const std::function<void(double)>& progress) {
        for (std::size_t index = next++; index < count && !waiting.stop.stop_requested();
             index = next++) {
            work(index);
            if (progress) {
                progress(static_cast<double>(std::min(next.load(), count)) /
                         static_cast<double>(count));
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min(wanted, count); ++i) {
            others.emplace_back([&] { take({}); });
        }
        take(waiting.progress);
    }
    return !waiting.stop.stop_requested();
}

} // namespace engine
