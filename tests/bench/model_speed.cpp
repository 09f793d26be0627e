// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// model_speed DIR [--threads N] [--prompt N] [--answer N] [--weights bf16|8-bit|4-bit] [--cache
// DIR]: how fast a checkpoint runs on the CPU, as shares of what the machine can multiply and read,
// measured in the same run; and how much memory it takes. Every figure is the best of three runs,
// the first of which also pages the weights in.
#include "engine/session.h"
#include "engine/vision/projector.h"
#include "engine/vision/siglip.h"
#include "tests/bench/ceilings.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace {

using engine::AttentionWeights;
using engine::Engine;
using engine::GatedMlpWeights;
using engine::LanguageConfig;
using engine::LayerWeights;
using engine::VisionConfig;
using kernels::DType;
using kernels::Tensor;

constexpr int kRuns = 3;

struct Options {
    std::filesystem::path model;
    int threads = static_cast<int>(std::thread::hardware_concurrency());
    int promptTokens = 512;
    int answerTokens = 32;
    engine::Quantisation quantisation = engine::Quantisation::None;
    std::filesystem::path cache;
};

struct Ceilings {
    double multiply = 0; // GFLOP/s
    double read = 0;     // GB/s from ordinary pages, which is what a mapped checkpoint comes in
};

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    return elapsed.count();
}

double bestSeconds(const std::function<void()>& work) {
    double best = secondsOf(work);
    for (int run = 1; run < kRuns; ++run) {
        best = std::min(best, secondsOf(work));
    }
    return best;
}

void printRow(const std::string& what, double seconds, const std::string& rate) {
    std::printf("%-26s %9.3f s   %s\n", what.c_str(), seconds, rate.c_str());
}

std::string share(const char* unit, double value, double ceiling) {
    char text[64];
    std::snprintf(text, sizeof text, "%7.1f %s  %3.0f %%", value, unit, 100 * value / ceiling);
    return text;
}

// What is counted of a weight.
using Measure = double (*)(const Tensor& tensor);

double elements(const Tensor& tensor) {
    return tensor.rank == 0 ? 0.0 : static_cast<double>(tensor.elements());
}

double bytes(const Tensor& tensor) {
    return tensor.rank == 0 ? 0.0 : static_cast<double>(tensor.denseBytes());
}

// --- vision ---

double productsOfBlock(const VisionConfig& config) {
    const double width = config.width;
    return config.patches() * (4 * width * width + 2 * width * config.mlpWidth);
}

double productsOfTile(const VisionConfig& config) {
    const double patches = config.patches();
    const double embedding = patches * 3 * config.patchSize * config.patchSize * config.width;
    const double attention = 2 * patches * patches * config.width;
    return embedding + config.layers * (productsOfBlock(config) + attention);
}

// The tower and its adaptor on one tile of noise.
void measureTile(const Engine& model, const Ceilings& ceilings) {
    const engine::ModelConfig& config = model.config();
    const std::int64_t edge = config.vision.imageSize;
    engine::Workspace workspace(model.backend());
    const engine::Probe probe;
    engine::Pass pass{model.backend(), model.expertBackend(), workspace, probe, {}};
    const engine::Workspace::Scope scope(workspace);
    const Tensor pixels = workspace.take(DType::U8, {1, edge, edge, 3});
    std::vector<std::uint8_t> noise(static_cast<std::size_t>(pixels.elements()));
    std::generate(noise.begin(), noise.end(),
                  [state = 1U]() mutable { return (state = state * 1664525 + 1013904223) >> 24; });
    model.backend().upload(pixels, noise.data());
    const std::int64_t side = model.tiling().tokensPerSide();
    const Tensor features = workspace.take({1, config.vision.patches(), config.vision.width});
    const Tensor vectors = workspace.take({1, side * side, config.projector.nEmbed});
    double products = productsOfTile(config.vision);
    for (const engine::ProjectorLayer& layer : model.weights().projector) {
        products += static_cast<double>(side * side) * elements(layer.weight);
    }
    const double seconds = bestSeconds([&] {
        encodeTiles(pass, config, model.weights().vision, pixels, features);
        project(pass, model.weights().projector, features, vectors);
    });
    printRow("vision, one tile", seconds,
             share("GFLOP/s", 2e-9 * products / seconds, ceilings.multiply));
}

// Only the four products of every block, with the epilogues that they have in the tower.
void measureVisionProducts(const Engine& model, const Ceilings& ceilings) {
    const VisionConfig& config = model.config().vision;
    const std::int64_t rows = config.patches();
    kernels::Backend& backend = model.backend();
    engine::Workspace workspace(backend);
    const engine::Workspace::Scope scope(workspace);
    const Tensor x = workspace.take({rows, config.width});
    const Tensor qkv = workspace.take({rows, std::int64_t{3} * config.width});
    const Tensor wide = workspace.take({rows, config.mlpWidth});
    const std::vector<float> ones(static_cast<std::size_t>(wide.elements()), 1.0F);
    const double seconds = bestSeconds([&] {
        backend.upload(wide, ones.data());
        for (const engine::VisionBlockWeights& block : model.weights().vision.blocks) {
            backend.upload(x, ones.data());
            backend.linear(qkv, x, block.qkvWeight, {.bias = &block.qkvBias});
            backend.linear(x, qkv.slice(1, 0, config.width), block.projWeight,
                           {.bias = &block.projBias, .residual = &x});
            backend.linear(wide, x, block.fc1Weight,
                           {.bias = &block.fc1Bias, .activation = kernels::Activation::GeluTanh});
            backend.linear(x, wide, block.fc2Weight, {.bias = &block.fc2Bias, .residual = &x});
        }
    });
    const double products = config.layers * productsOfBlock(config);
    printRow("vision, products only", seconds,
             share("GFLOP/s", 2e-9 * products / seconds, ceilings.multiply));
}

// --- language ---

double sumOf(const GatedMlpWeights& mlp, Measure measure) {
    return measure(mlp.gate) + measure(mlp.up) + measure(mlp.down);
}

double sumOf(const AttentionWeights& attention, Measure measure) {
    return measure(attention.qProj) + measure(attention.kProj) + measure(attention.vProj) +
           measure(attention.kvAProj) + measure(attention.kvBProj) + measure(attention.oProj);
}

// Weights of a layer that one token goes through.
double activeWeights(const LayerWeights& layer, const LanguageConfig& config, Measure measure) {
    const double dense = sumOf(layer.attention, measure) + sumOf(layer.mlp, measure);
    if (layer.moe.expertGate.empty()) {
        return dense;
    }
    const double expert = measure(layer.moe.expertGate.front()) +
                          measure(layer.moe.expertUp.front()) +
                          measure(layer.moe.expertDown.front());
    return dense + measure(layer.moe.gate) + config.numExpertsPerTok * expert +
           sumOf(layer.moe.shared, measure);
}

double activeWeights(const Engine& model, Measure measure) {
    double sum = 0;
    for (const LayerWeights& layer : model.weights().language.layers) {
        sum += activeWeights(layer, model.config().language, measure);
    }
    return sum;
}

// Products of queries with keys and of their weights with values, expanded heads.
double attentionProducts(const LanguageConfig& config, double tokens) {
    return config.numHiddenLayers * config.numAttentionHeads * tokens * (tokens + 1) / 2 *
           (config.qkHeadDim() + config.valueHeadDim());
}

double cacheBytesPerToken(const Engine& model) {
    const LanguageConfig& config = model.config().language;
    return static_cast<double>(config.numHiddenLayers * config.cacheWidth()) *
           static_cast<double>(sizeOf(model.cacheType()));
}

engine::Message question(const Engine& model, int tokens) {
    std::string text;
    while (static_cast<int>(model.tokenizer().encode(text, engine::SpecialText::AsData).size()) <
           tokens) {
        text += " A page has lines, and a line has words.";
    }
    return {engine::Role::User, {{engine::Piece::Kind::Text, text}}, {}};
}

void measureLanguage(const Engine& model, const Options& options, const Ceilings& ceilings) {
    const LanguageConfig& config = model.config().language;
    const engine::Message message = question(model, options.promptTokens);
    engine::GenerationRequest request{{&message, 1}, {}, {}, {}};
    request.options.maxNewTokens = options.answerTokens;
    request.options.guardAgainstLoops = false;
    double prefill = 1e30;
    double perToken = 1e30;
    engine::GenerationResult result;
    for (int run = 0; run < kRuns; ++run) {
        engine::Session session(model);
        result = session.generate(request, {});
        prefill = std::min(prefill, result.times.prefill);
        const auto steps = static_cast<double>(result.tokens.size()) - 1; // the first is prefill's
        perToken = std::min(perToken, result.times.decode / std::max(steps, 1.0));
    }
    const double prompt = result.promptTokens;
    const double head = elements(model.weights().language.lmHead);
    const double products =
        prompt * activeWeights(model, elements) + head + attentionProducts(config, prompt);
    printRow("prefill, " + std::to_string(result.promptTokens) + " tokens", prefill,
             share("GFLOP/s", 2e-9 * products / prefill, ceilings.multiply));
    std::printf("%-26s %9.1f tokens/s\n", "", prompt / prefill);

    const double context = prompt + static_cast<double>(result.tokens.size()) / 2;
    const double read = activeWeights(model, bytes) + bytes(model.weights().language.lmHead) +
                        context * cacheBytesPerToken(model);
    printRow("decode, one token", perToken,
             share("GB/s   ", 1e-9 * read / perToken, ceilings.read));
    std::printf("%-26s %9.1f tokens/s\n", "", 1 / perToken);
}

// --- memory ---

// A line of /proc/self/status in bytes.
double statusBytes(const std::string& key) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == key + ":") {
            double kibibytes = 0;
            status >> kibibytes;
            return 1024 * kibibytes;
        }
    }
    return 0;
}

void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << 5;
}

void printMemory(const Engine& model) {
    const auto file = static_cast<double>(model.checkpoint().totalBytes());
    const double peak = statusBytes("VmHWM");
    std::printf("memory: peak %.2f GB resident, %.2f GB of it private at the end; checkpoint %.2f "
                "GB, so %.1f %% of it\n",
                1e-9 * peak, 1e-9 * statusBytes("RssAnon"), 1e-9 * file, 100 * peak / file);
}

void measure(const Options& options) {
    const Ceilings ceilings{bench::multiplyAddCeiling(options.threads),
                            bench::readCeiling(options.threads, bench::Pages::Ordinary)};
    const double readHuge = bench::readCeiling(options.threads, bench::Pages::Huge);
    resetPeak(); // the ceilings took memory of their own
    std::unique_ptr<Engine> model;
    const double loading = secondsOf([&] {
        model = std::make_unique<Engine>(options.model,
                                         engine::EngineOptions{.threads = options.threads,
                                                               .quantisation = options.quantisation,
                                                               .cacheFolder = options.cache});
    });
    std::printf("%s on %s\n", model->config().variantName().c_str(),
                model->backend().description().c_str());
    std::printf("ceilings: %.1f GFLOP/s multiply-add, %.1f GB/s read (%.1f from huge pages)\n",
                ceilings.multiply, ceilings.read, readHuge);
    printRow("load and check", loading, "");
    measureTile(*model, ceilings);
    measureVisionProducts(*model, ceilings);
    measureLanguage(*model, options, ceilings);
    printMemory(*model);
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app("Measures the speed and memory of a model on the CPU");
    app.add_option("model", options.model, "checkpoint folder")->required();
    app.add_option("--threads", options.threads)->check(CLI::PositiveNumber);
    app.add_option("--prompt", options.promptTokens, "tokens of the prompt")
        ->check(CLI::PositiveNumber);
    app.add_option("--answer", options.answerTokens, "tokens of the answer")
        ->check(CLI::Range(2, 4096));
    const std::map<std::string, engine::Quantisation> weights{
        {"bf16", engine::Quantisation::None},
        {"8-bit", engine::Quantisation::EightBits},
        {"4-bit", engine::Quantisation::FourBits}};
    app.add_option("--weights", options.quantisation)->transform(CLI::CheckedTransformer(weights));
    app.add_option("--cache", options.cache, "where quantised weights are kept");
    CLI11_PARSE(app, argc, argv);
    try {
        measure(options);
    } catch (const std::exception& error) {
        std::cerr << "model_speed: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
