// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tests/bench/ceilings.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "tests/bench/ceilings.h"

#include <hwy/highway.h>
#include <sys/mman.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <thread>
#include <vector>

HWY_BEFORE_NAMESPACE();

namespace bench::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Products and sums of `rounds` rounds; twelve chains hide the latency of an addition.
double multiplyAdds(std::int64_t rounds, float* result) {
    const hn::ScalableTag<float> d;
    constexpr int kChains = 12;
    hn::Vec<decltype(d)> sums[kChains];
    for (int i = 0; i < kChains; ++i) {
        sums[i] = hn::Set(d, static_cast<float>(i));
    }
    const auto factor = hn::Set(d, *result);
    for (std::int64_t round = 0; round < rounds; ++round) {
        for (auto& sum : sums) {
            sum = hn::MulAdd(sum, factor, factor);
        }
    }
    auto total = hn::Zero(d);
    for (const auto& sum : sums) {
        total = hn::Add(total, sum);
    }
    *result = hn::GetLane(hn::SumOfLanes(d, total));
    return 2.0 * kChains * static_cast<double>(rounds) * static_cast<double>(hn::Lanes(d));
}

// Four streams side by side, which memory answers faster than one.
std::uint64_t sumOf(const std::byte* bytes, std::size_t count) {
    const hn::ScalableTag<std::uint64_t> d;
    const std::size_t run = count / 4 / sizeof(std::uint64_t);
    const auto* words = reinterpret_cast<const std::uint64_t*>(bytes);
    hn::Vec<decltype(d)> sums[4] = {hn::Zero(d), hn::Zero(d), hn::Zero(d), hn::Zero(d)};
    for (std::size_t i = 0; i + hn::Lanes(d) <= run; i += hn::Lanes(d)) {
        for (std::size_t stream = 0; stream < 4; ++stream) {
            sums[stream] = hn::Add(sums[stream], hn::LoadU(d, words + stream * run + i));
        }
    }
    return hn::GetLane(
        hn::SumOfLanes(d, hn::Add(hn::Add(sums[0], sums[1]), hn::Add(sums[2], sums[3]))));
}

} // namespace bench::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bench {

HWY_EXPORT(multiplyAdds);
HWY_EXPORT(sumOf);

namespace {

// Seconds of many short runs of work(thread) on so many threads at once.
template <class Work>
std::vector<double> secondsOfRuns(int threads, const Work& work) {
    std::vector<double> seconds(40);
    for (double& run : seconds) {
        const auto start = std::chrono::steady_clock::now();
        std::vector<std::thread> others;
        for (int thread = 1; thread < threads; ++thread) {
            others.emplace_back(work, thread);
        }
        work(0);
        for (std::thread& other : others) {
            other.join();
        }
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        run = elapsed.count();
    }
    return seconds;
}

// On a busy machine some of the runs are not interrupted.
double best(const std::vector<double>& seconds) {
    return *std::min_element(seconds.begin(), seconds.end());
}

// Seconds of reading all of it.
std::vector<double> secondsOfReading(int threads, std::span<const std::byte> memory) {
    std::vector<std::uint64_t> sums(static_cast<std::size_t>(threads));
    const std::size_t part = memory.size() / sums.size();
    return secondsOfRuns(threads, [&](int thread) {
        const auto index = static_cast<std::size_t>(thread);
        sums[index] = HWY_DYNAMIC_DISPATCH(sumOf)(memory.data() + index * part, part);
    });
}

} // namespace

double multiplyAddCeiling(int threads) {
    constexpr std::int64_t kRounds = 1'000'000; // a few milliseconds
    std::vector<float> results(static_cast<std::size_t>(threads), 0.5F);
    std::vector<double> done(static_cast<std::size_t>(threads));
    const std::vector<double> seconds = secondsOfRuns(threads, [&](int thread) {
        const auto index = static_cast<std::size_t>(thread);
        done[index] = HWY_DYNAMIC_DISPATCH(multiplyAdds)(kRounds, &results[index]);
    });
    return done[0] * threads / best(seconds) / 1e9;
}

double readRate(int threads, std::span<const std::byte> memory) {
    std::vector<double> seconds = secondsOfReading(threads, memory);
    const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    return static_cast<double>(memory.size()) / *middle / 1e9;
}

double readCeiling(int threads, Pages pages) {
    constexpr std::size_t kBytes = std::size_t{256} << 20;
    constexpr std::size_t kAlignment = std::size_t{2} << 20;
    const std::unique_ptr<std::byte, decltype(&std::free)> memory(
        static_cast<std::byte*>(std::aligned_alloc(kAlignment, kBytes)), &std::free);
    madvise(memory.get(), kBytes, pages == Pages::Huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
    std::fill_n(memory.get(), kBytes, std::byte{1});
    return static_cast<double>(kBytes) / best(secondsOfReading(threads, {memory.get(), kBytes})) /
           1e9;
}

std::vector<float> noise(std::size_t count) {
    std::vector<float> values(count);
    std::generate(values.begin(), values.end(), [state = 1U]() mutable {
        state = state * 1664525 + 1013904223;
        return static_cast<float>(state >> 8) * 0x1p-23F - 1.0F;
    });
    return values;
}

} // namespace bench
#endif
