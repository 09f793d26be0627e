// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kernel_speed [THREADS]: the products of DeepSeek-VL2-Tiny, as shares of what the machine can
// multiply and read, measured in the same run. Weights are random, in ordinary pages, as a mapped
// checkpoint has them, and come round again only after half a gigabyte of others.
#include "kernels/backend.h"
#include "tests/bench/ceilings.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using kernels::DType;
using kernels::Tensor;

constexpr std::int64_t kHidden = 1280;
constexpr std::int64_t kVocabulary = 129280;
constexpr std::int64_t kExperts = 64;
constexpr std::int64_t kChosen = 6;
constexpr std::int64_t kExpertWidth = 896;
constexpr std::int64_t kTileRows = 729;

struct Time {
    double median;
    double best;
};

Time timeOf(const std::function<void()>& call) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> seconds;
    const auto start = Clock::now();
    call();
    while (seconds.size() < 5 || Clock::now() - start < std::chrono::milliseconds(300)) {
        const auto before = Clock::now();
        call();
        seconds.push_back(std::chrono::duration<double>(Clock::now() - before).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return {seconds[seconds.size() / 2], seconds.front()};
}

void print(const char* name, double work, const Time& time, double ceiling, const char* unit) {
    const double median = work / time.median / 1e9;
    const double best = work / time.best / 1e9;
    std::printf("%-34s %9.3f ms %8.1f %s, %3.0f %%   best %8.1f, %3.0f %%\n", name,
                time.median * 1e3, median, unit, 100.0 * median / ceiling, best,
                100.0 * best / ceiling);
}

// Hands out random weights, going round in one block.
class Weights {
public:
    Weights()
        : m_values(std::size_t{256} << 20) {
        std::minstd_rand generator(1);
        for (std::uint16_t& value : m_values) { // ±[2^-8, 2^-7): any sign and fraction
            value = static_cast<std::uint16_t>(0x3b80U | (generator() & 0x807fU));
        }
    }

    // The values are as good for quantised weights, whose scales are BF16 too.
    Tensor next(DType type, std::int64_t outputs, std::int64_t inputs) {
        Tensor weight(nullptr, type, {outputs, inputs});
        const std::size_t count = (weight.denseBytes() + 31) / 32 * 16;
        if (m_used + count > m_values.size()) {
            m_used = 0;
        }
        weight.data = m_values.data() + m_used;
        m_used += count;
        return weight;
    }

private:
    std::vector<std::uint16_t> m_values;
    std::size_t m_used = 0;
};

class Bench {
public:
    explicit Bench(int threads)
        : m_backend(kernels::makeCpuBackend(threads))
        , m_in(std::size_t{kTileRows} * 4304, 0.5F)
        , m_out(m_in.size())
        , m_residual(m_out.size(), 0.25F) {}

    // Of the weights from now on; the tower's are always BF16.
    void setType(DType type) { m_type = type; }

    void vision(double ceiling);
    void prefill(double ceiling);
    void decode(std::int64_t rows, double ceiling);

private:
    Tensor in(std::int64_t rows, std::int64_t width) {
        return {m_in.data(), DType::F32, {rows, width}};
    }

    Tensor out(std::int64_t rows, std::int64_t width) {
        return {m_out.data(), DType::F32, {rows, width}};
    }

    Tensor nextWeight(std::int64_t outputs, std::int64_t inputs) {
        return m_weights.next(m_type, outputs, inputs);
    }

    double bytesOf(std::int64_t outputs, std::int64_t inputs) const {
        return static_cast<double>(Tensor(nullptr, m_type, {outputs, inputs}).denseBytes());
    }

    double bytesOfMlp(std::int64_t width) const {
        return 2 * bytesOf(width, kHidden) + bytesOf(kHidden, width);
    }

    void decodeLinear(const char* name, std::int64_t rows, std::int64_t outputs, double ceiling);
    void decodeFfn(const char* name, std::int64_t rows, std::int64_t width, double ceiling);
    Time expertsTime(std::int64_t rows);

    DType m_type = DType::BF16;
    std::unique_ptr<kernels::Backend> m_backend;
    Weights m_weights;
    std::vector<float> m_in;
    std::vector<float> m_out;
    std::vector<float> m_residual;
};

void Bench::vision(double ceiling) {
    struct Layer {
        const char* name;
        std::int64_t outputs;
        std::int64_t inputs;
        kernels::Activation activation;
        bool hasResidual;
    };

    constexpr Layer kLayers[] = {
        {"qkv 1152 -> 3456", 3456, 1152, kernels::Activation::None, false},
        {"proj 1152 -> 1152, residual", 1152, 1152, kernels::Activation::None, true},
        {"fc1 1152 -> 4304, GELU", 4304, 1152, kernels::Activation::GeluTanh, false},
        {"fc2 4304 -> 1152, residual", 1152, 4304, kernels::Activation::None, true}};
    double work = 0;
    Time sum{};
    for (const Layer& layer : kLayers) {
        const Tensor weight = m_weights.next(DType::BF16, layer.outputs, layer.inputs);
        const Tensor bias = m_weights.next(DType::BF16, 1, layer.outputs).reshaped({layer.outputs});
        const Tensor residual(m_residual.data(), DType::F32, {kTileRows, layer.outputs});
        const Time time = timeOf([&] {
            m_backend->linear(out(kTileRows, layer.outputs), in(kTileRows, layer.inputs), weight,
                              {&bias, layer.activation, layer.hasResidual ? &residual : nullptr});
        });
        const double products = 2.0 * static_cast<double>(kTileRows * layer.outputs * layer.inputs);
        print(layer.name, products, time, ceiling, "GFLOP/s");
        work += products;
        sum = {sum.median + time.median, sum.best + time.best};
    }
    print("one block's products", work, sum, ceiling, "GFLOP/s");
}

void Bench::decodeLinear(const char* name, std::int64_t rows, std::int64_t outputs,
                         double ceiling) {
    std::vector<float> results(static_cast<std::size_t>(rows * outputs));
    const Tensor to(results.data(), DType::F32, {rows, outputs});
    const Time time =
        timeOf([&] { m_backend->linear(to, in(rows, kHidden), nextWeight(outputs, kHidden), {}); });
    print(name, bytesOf(outputs, kHidden), time, ceiling, "GB/s");
}

void Bench::decodeFfn(const char* name, std::int64_t rows, std::int64_t width, double ceiling) {
    std::vector<float> hidden(static_cast<std::size_t>(rows * width));
    const Tensor middle(hidden.data(), DType::F32, {rows, width});
    const Time time = timeOf([&] {
        const Tensor gate = nextWeight(width, kHidden);
        const Tensor up = nextWeight(width, kHidden);
        m_backend->swiGlu(middle, in(rows, kHidden), gate, up);
        m_backend->linear(out(rows, kHidden), middle, nextWeight(kHidden, width), {});
    });
    print(name, bytesOfMlp(width), time, ceiling, "GB/s");
}

// Chooses so that every expert comes once before one comes again.
Time Bench::expertsTime(std::int64_t rows) {
    std::vector<Tensor> gate;
    std::vector<Tensor> up;
    std::vector<Tensor> down;
    for (std::int64_t e = 0; e < kExperts; ++e) {
        gate.push_back(nextWeight(kExpertWidth, kHidden));
        up.push_back(nextWeight(kExpertWidth, kHidden));
        down.push_back(nextWeight(kHidden, kExpertWidth));
    }
    const kernels::ExpertWeights experts{gate.data(), up.data(), down.data(), int{kExperts}};
    std::vector<std::int32_t> ids(static_cast<std::size_t>(rows * kChosen));
    std::vector<float> weights(ids.size(), 1.0F / kChosen);
    std::int32_t next = 0;
    return timeOf([&] {
        for (std::int32_t& id : ids) {
            id = next;
            next = (next + 11) % int{kExperts};
        }
        m_backend->expertFfn(out(rows, kHidden), in(rows, kHidden),
                             {ids.data(), DType::I32, {rows, kChosen}},
                             {weights.data(), DType::F32, {rows, kChosen}}, experts);
    });
}

void Bench::prefill(double ceiling) {
    constexpr double kProducts = 3.0 * kChosen * kExpertWidth * kHidden;
    const Time dense = timeOf([&] {
        m_backend->linear(out(512, kHidden), in(512, kHidden), nextWeight(kHidden, kHidden), {});
    });
    print("1280 -> 1280, 512 rows", 2.0 * 512 * kHidden * kHidden, dense, ceiling, "GFLOP/s");
    for (const std::int64_t rows : {64, 512, 2048}) {
        const std::string name = "experts, " + std::to_string(rows) + " rows";
        print(name.c_str(), 2.0 * kProducts * static_cast<double>(rows), expertsTime(rows), ceiling,
              "GFLOP/s");
    }
}

void Bench::decode(std::int64_t rows, double ceiling) {
    decodeLinear("q, k, v, o 1280 -> 1280", rows, kHidden, ceiling);
    const auto read = static_cast<double>(std::min(rows * kChosen, kExperts));
    print("6 of 64 experts, 896 wide", read * bytesOfMlp(kExpertWidth), expertsTime(rows), ceiling,
          "GB/s");
    decodeFfn("shared experts, 1792 wide", rows, 1792, ceiling);
    decodeFfn("dense layer, 6848 wide", rows, 6848, ceiling);
    decodeLinear("lm_head 1280 -> 129280", rows, kVocabulary, ceiling);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("How fast products are, as shares of what the machine can multiply and read.");
    int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    app.add_option("threads", threads, "how many")->check(CLI::Range(1, 1024));
    CLI11_PARSE(app, argc, argv);
    Bench bench(threads);
    std::printf("%s\n", kernels::makeCpuBackend(threads)->description().c_str());
    const double multiply = bench::multiplyAddCeiling(threads);
    std::printf("\nfp32 multiply-add ceiling %.1f GFLOP/s; vision, 1 tile:\n", multiply);
    bench.vision(multiply);
    const double read = bench::readCeiling(threads, bench::Pages::Ordinary);
    std::printf("\nread ceiling %.1f GB/s (on huge pages %.1f)\n", read,
                bench::readCeiling(threads, bench::Pages::Huge));
    for (const auto& [name, type] :
         {std::pair{"bf16", DType::BF16}, {"8-bit", DType::Q8}, {"4-bit", DType::Q4}}) {
        bench.setType(type);
        std::printf("\n%s weights, prefill:\n", name);
        bench.prefill(multiply);
        for (const std::int64_t rows : {1, 8}) {
            std::printf("\n%s weights, decode, rows: %d\n", name, static_cast<int>(rows));
            bench.decode(rows, read);
        }
    }
    return 0;
}
