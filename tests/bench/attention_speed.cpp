// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// attention_speed [THREADS]: attention at the shapes of the models, as shares of what the machine
// can multiply and read, measured in the same run.
#include "kernels/backend.h"
#include "tests/bench/ceilings.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <thread>
#include <vector>

namespace {

using kernels::AttentionMask;
using kernels::DType;
using kernels::Tensor;

struct Shape {
    const char* name;
    AttentionMask mask;
    std::int64_t pictures;
    std::int64_t queries;
    std::int64_t cached;
    std::int64_t heads;
    std::int64_t groups;
    std::int64_t keySize;
    std::int64_t valueSize;
    bool valuesInsideKeys;
    DType type = DType::F32; // of keys and values
};

constexpr Shape kShapes[] = {
    {"vision, 1 tile", AttentionMask::Full, 1, 729, 729, 16, 16, 72, 72, false},
    {"vision, 4 tiles", AttentionMask::Full, 4, 729, 729, 16, 16, 72, 72, false},
    {"vision, Nano, 3 tiles", AttentionMask::Full, 3, 729, 729, 3, 3, 64, 64, false},
    {"prefill, Tiny, 512 of 2048", AttentionMask::Causal, 1, 512, 2048, 10, 10, 128, 128, false},
    {"prefill, Tiny, bf16 keys", AttentionMask::Causal, 1, 512, 2048, 10, 10, 128, 128, false,
     DType::BF16},
    {"prefill, Small, 512 of 2048", AttentionMask::Causal, 1, 512, 2048, 16, 16, 192, 128, false},
    {"prefill, Nano, 512 of 512", AttentionMask::Causal, 1, 512, 512, 4, 4, 64, 64, false},
    {"prefill, Small, 24 of 1024", AttentionMask::Causal, 1, 24, 1024, 16, 16, 192, 128, false},
    {"decode, Tiny, 2048", AttentionMask::Causal, 1, 1, 2048, 10, 10, 128, 128, false},
    {"decode, Tiny, bf16 keys", AttentionMask::Causal, 1, 1, 2048, 10, 10, 128, 128, false,
     DType::BF16},
    {"decode, Small, 2048", AttentionMask::Causal, 1, 1, 2048, 16, 1, 576, 512, true},
    {"decode, Base, 2048", AttentionMask::Causal, 1, 1, 2048, 32, 1, 576, 512, true},
    {"decode, Nano, 500", AttentionMask::Causal, 1, 1, 500, 4, 1, 160, 128, true},
    {"decode, Nano, 2000", AttentionMask::Causal, 1, 1, 2000, 4, 1, 160, 128, true},
};

std::vector<float> randomFloats(std::int64_t count) {
    static std::mt19937 generator(1);
    std::normal_distribution<float> normal;
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values) {
        value = normal(generator);
    }
    return values;
}

double productsOf(const Shape& s) {
    double seen = static_cast<double>(s.queries * s.cached);
    if (s.mask == AttentionMask::Causal) {
        seen -= static_cast<double>(s.queries * (s.queries - 1)) / 2.0;
    }
    return seen * static_cast<double>(s.pictures * s.heads * (s.keySize + s.valueSize));
}

double bytesRead(const Shape& s) {
    const std::int64_t perRow = s.keySize + (s.valuesInsideKeys ? 0 : s.valueSize);
    return static_cast<double>(s.pictures * s.cached * s.groups * perRow) *
           static_cast<double>(sizeOf(s.type));
}

// (B, S, G, C) of random numbers.
kernels::Buffer randomCache(kernels::Backend& backend, const Shape& s, std::int64_t channels) {
    const std::vector<float> values = randomFloats(s.pictures * s.cached * s.groups * channels);
    const auto count = static_cast<std::int64_t>(values.size());
    kernels::Buffer cache = backend.allocate(values.size() * sizeOf(s.type));
    backend.copy(cache.view(s.type, {count}),
                 {const_cast<float*>(values.data()), DType::F32, {count}});
    return cache;
}

double secondsOf(kernels::Backend& backend, const Shape& s) {
    const std::vector<float> q = randomFloats(s.pictures * s.queries * s.heads * s.keySize);
    const kernels::Buffer k = randomCache(backend, s, s.keySize);
    const kernels::Buffer v = randomCache(backend, s, s.valueSize);
    std::vector<float> out(
        static_cast<std::size_t>(s.pictures * s.queries * s.heads * s.valueSize));
    const auto tensor = [](const std::vector<float>& values,
                           std::initializer_list<std::int64_t> d) {
        return Tensor(const_cast<float*>(values.data()), DType::F32, d);
    };
    const Tensor keys = k.view(s.type, {s.pictures, s.cached, s.groups, s.keySize});
    const Tensor values = s.valuesInsideKeys
                              ? keys.slice(3, 0, s.valueSize)
                              : v.view(s.type, {s.pictures, s.cached, s.groups, s.valueSize});
    double best = 1e30;
    double spent = 0.0;
    for (int run = 0; run < 5 || (spent < 0.3 && run < 1000); ++run) {
        const auto start = std::chrono::steady_clock::now();
        backend.attention(tensor(out, {s.pictures, s.queries, s.heads, s.valueSize}),
                          tensor(q, {s.pictures, s.queries, s.heads, s.keySize}), keys, values,
                          {s.mask, 1.0F / std::sqrt(static_cast<float>(s.keySize))});
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        best = std::min(best, elapsed.count());
        spent += elapsed.count();
    }
    return best;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("How fast attention is, as shares of what the machine can multiply and read.");
    int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    app.add_option("threads", threads, "how many")->check(CLI::Range(1, 1024));
    CLI11_PARSE(app, argc, argv);
    const auto backend = kernels::makeCpuBackend(threads);
    const double multiply = bench::multiplyAddCeiling(threads);
    const double read = bench::readCeiling(threads, bench::Pages::Ordinary);
    std::printf("%s\nceilings: %.1f GFLOP/s multiply-add, %.1f GB/s read\n\n",
                backend->description().c_str(), multiply, read);
    std::printf("%-30s %10s %10s %7s %8s %7s\n", "", "ms", "GFLOP/s", "share", "GB/s", "share");
    for (const Shape& shape : kShapes) {
        const double seconds = secondsOf(*backend, shape);
        const double flops = 2.0 * productsOf(shape) / seconds / 1e9;
        const double bytes = bytesRead(shape) / seconds / 1e9;
        std::printf("%-30s %10.3f %10.1f %6.0f%% %8.1f %6.0f%%\n", shape.name, seconds * 1e3, flops,
                    100.0 * flops / multiply, bytes, 100.0 * bytes / read);
    }
    return 0;
}
