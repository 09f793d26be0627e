// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// model_speed DIR [--device cpu|gpu] [--threads N] [--tiles N] [--prompt N] [--answer N]
// [--together N] [--runs N] [--weights bf16|8-bit|4-bit] [--cache DIR]: how fast a checkpoint
// runs, as shares of what the processor or the first GPU can multiply and read, measured in the
// same run; and how much memory it takes. Every figure is the best of some runs, the first of which
// also pages the weights in; but as memory can be fast in one minute and slow in the next, decoding
// is compared with what the processor reads just before and after, and the run in the middle
// counts.
#include "engine/session.h"
#include "engine/vision/projector.h"
#include "engine/vision/siglip.h"
#include "tests/bench/ceilings.h"
#include "tests/bench/gpu_ceilings.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>
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

struct Options {
    std::filesystem::path model;
    engine::Device device = engine::Device::Cpu;
    int threads = static_cast<int>(std::thread::hardware_concurrency());
    int tiles = 1;
    int promptTokens = 512;
    int answerTokens = 32;
    int together = 1;
    int runs = 3;
    engine::Quantisation quantisation = engine::Quantisation::None;
    std::filesystem::path cache;
};

struct Ceilings {
    double multiply = 0; // GFLOP/s
    double read = 0;     // GB/s; of the processor from ordinary pages, as a mapped checkpoint's are
};

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    return elapsed.count();
}

double bestSeconds(int runs, const std::function<void()>& work) {
    double best = secondsOf(work);
    for (int run = 1; run < runs; ++run) {
        best = std::min(best, secondsOf(work));
    }
    return best;
}

void printRow(const std::string& what, double seconds, const std::string& rate) {
    std::printf("%-26s %10.5f s   %s\n", what.c_str(), seconds, rate.c_str());
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

// The tower and its adaptor on tiles of noise. Returns seconds.
double measureTiles(const Engine& model, const Options& options, const Ceilings& ceilings) {
    const int tiles = options.tiles;
    const engine::ModelConfig& config = model.config();
    const std::int64_t edge = config.vision.imageSize;
    engine::Workspace workspace(model.backend());
    const engine::Probe probe;
    engine::Pass pass{model.backend(), model.expertBackend(), workspace, probe, {}};
    const engine::Workspace::Scope scope(workspace);
    const Tensor pixels = workspace.take(DType::U8, {tiles, edge, edge, 3});
    std::vector<std::uint8_t> noise(static_cast<std::size_t>(pixels.elements()));
    std::generate(noise.begin(), noise.end(),
                  [state = 1U]() mutable { return (state = state * 1664525 + 1013904223) >> 24; });
    model.backend().upload(pixels, noise.data());
    const std::int64_t side = model.tiling().tokensPerSide();
    const Tensor features = workspace.take({tiles, config.vision.patches(), config.vision.width});
    const Tensor vectors = workspace.take({tiles, side * side, config.projector.nEmbed});
    double products = productsOfTile(config.vision);
    for (const engine::ProjectorLayer& layer : model.weights().projector) {
        products += static_cast<double>(side * side) * elements(layer.weight);
    }
    const double seconds = bestSeconds(options.runs, [&] {
        encodeTiles(pass, config, model.weights().vision, pixels, features);
        project(pass, model.weights().projector, features, vectors);
        model.backend().synchronize();
    });
    printRow("vision, tiles: " + std::to_string(tiles), seconds,
             share("GFLOP/s", 2e-9 * tiles * products / seconds, ceilings.multiply));
    return seconds;
}

// Only the four products of every block, with the epilogues that they have in the tower.
void measureVisionProducts(const Engine& model, const Options& options, const Ceilings& ceilings) {
    const int tiles = options.tiles;
    const VisionConfig& config = model.config().vision;
    const std::int64_t rows = std::int64_t{tiles} * config.patches();
    kernels::Backend& backend = model.backend();
    engine::Workspace workspace(backend);
    const engine::Workspace::Scope scope(workspace);
    const Tensor x = workspace.take({rows, config.width});
    const Tensor qkv = workspace.take({rows, std::int64_t{3} * config.width});
    const Tensor wide = workspace.take({rows, config.mlpWidth});
    const Tensor noise = workspace.take(DType::F32, {rows, config.mlpWidth});
    const std::vector<float> values = bench::noise(static_cast<std::size_t>(noise.elements()));
    backend.upload(noise, values.data());
    backend.copy(wide, noise);
    const double seconds = bestSeconds(options.runs, [&] {
        for (const engine::VisionBlockWeights& block : model.weights().vision.blocks) {
            backend.copy(x, noise.slice(1, 0, config.width));
            backend.linear(qkv, x, block.qkvWeight, {.bias = &block.qkvBias});
            backend.linear(x, qkv.slice(1, 0, config.width), block.projWeight,
                           {.bias = &block.projBias, .residual = &x});
            backend.linear(wide, x, block.fc1Weight,
                           {.bias = &block.fc1Bias, .activation = kernels::Activation::GeluTanh});
            backend.linear(x, wide, block.fc2Weight, {.bias = &block.fc2Bias, .residual = &x});
        }
        backend.synchronize();
    });
    const double products = tiles * config.layers * productsOfBlock(config);
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

engine::GenerationRequest requestOf(const engine::Message& message, const Options& options) {
    engine::GenerationRequest request{{&message, 1}, {}, {}, {}};
    request.options.maxNewTokens = options.answerTokens;
    request.options.guardAgainstLoops = false;
    return request;
}

// Of a pass that decodes a token of each answer. Throws where all of them ended at once.
double secondsOfStep(std::span<const engine::GenerationResult> answers) {
    double decode = 0;
    std::size_t longest = 0;
    for (const engine::GenerationResult& answer : answers) {
        decode += answer.times.decode;
        longest = std::max(longest, answer.tokens.size());
    }
    if (longest < 2) {
        throw std::runtime_error(
            "the answer has no second token, so that no decoding was measured");
    }
    return decode / static_cast<double>(longest - 1); // the first token is prefill's
}

// What can be read of the weights now, GB/s.
double readRate(const Engine& model, const Options& options, const Ceilings& ceilings) {
    if (options.device != engine::Device::Cpu) {
        return ceilings.read;
    }
    const Tensor& head = model.weights().language.lmHead;
    return bench::readRate(options.threads, {head.as<const std::byte>(), head.denseBytes()});
}

struct DecodeRun {
    double perToken; // seconds
    double canRead;  // GB/s

    bool operator<(const DecodeRun& other) const { // by what was read of what could be
        return perToken * canRead < other.perToken * other.canRead;
    }
};

struct Answering {
    double prefill = 1e30;        // seconds
    std::uint64_t freeMemory = 0; // bytes, with an answer's caches and workspace
};

Answering measureLanguage(const Engine& model, const Options& options, const Ceilings& ceilings) {
    const LanguageConfig& config = model.config().language;
    const engine::Message message = question(model, options.promptTokens);
    Answering best;
    std::vector<DecodeRun> decodes;
    engine::GenerationResult result;
    double before = readRate(model, options, ceilings);
    for (int run = 0; run < options.runs; ++run) {
        engine::Session session(model);
        result = session.generate(requestOf(message, options), {});
        best.prefill = std::min(best.prefill, result.times.prefill);
        best.freeMemory = model.backend().freeMemory();
        const double after = readRate(model, options, ceilings);
        decodes.push_back({secondsOfStep({&result, 1}), (before + after) / 2});
        before = after;
    }
    const auto middle = decodes.begin() + options.runs / 2;
    std::nth_element(decodes.begin(), middle, decodes.end());
    const double prompt = result.promptTokens;
    const double head = elements(model.weights().language.lmHead);
    const double products =
        prompt * activeWeights(model, elements) + head + attentionProducts(config, prompt);
    printRow("prefill, " + std::to_string(result.promptTokens) + " tokens", best.prefill,
             share("GFLOP/s", 2e-9 * products / best.prefill, ceilings.multiply));
    std::printf("%-26s %9.1f tokens/s\n", "", prompt / best.prefill);

    const double context = prompt + static_cast<double>(result.tokens.size()) / 2;
    const double read = activeWeights(model, bytes) + bytes(model.weights().language.lmHead) +
                        context * cacheBytesPerToken(model);
    printRow("decode, one token", middle->perToken,
             share("GB/s   ", 1e-9 * read / middle->perToken, middle->canRead));
    std::printf("%-26s %9.1f tokens/s, when %.1f GB/s can be read\n", "", 1 / middle->perToken,
                middle->canRead);
    return best;
}

// Several answers, each to a question of its own, so that they share next to nothing.
void measureTogether(const Engine& model, const Options& options) {
    std::vector<engine::Message> messages;
    std::vector<engine::GenerationRequest> requests;
    for (int i = 0; i < options.together; ++i) {
        engine::Message message = question(model, options.promptTokens);
        message.pieces.front().text.insert(0, "Page " + std::to_string(i) + ".");
        messages.push_back(std::move(message));
    }
    for (const engine::Message& message : messages) {
        requests.push_back(requestOf(message, options));
    }
    std::vector<engine::Session> sessions;
    for (int i = 0; i < options.together; ++i) {
        sessions.emplace_back(model);
    }
    double step = 1e30;
    for (int run = 0; run < options.runs; ++run) {
        step = std::min(step,
                        secondsOfStep(engine::Session::generateTogether(sessions, requests, {})));
    }
    printRow("decode, answers: " + std::to_string(options.together), step, "");
    std::printf("%-26s %9.1f tokens/s\n", "", options.together / step);
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

void printMemoryOfProcess(const Engine& model) {
    const auto file = static_cast<double>(model.checkpoint().totalBytes());
    const double peak = statusBytes("VmHWM");
    std::printf("memory: peak %.2f GB resident, %.2f GB of it private at the end; checkpoint %.2f "
                "GB, so %.1f %% of it\n",
                1e-9 * peak, 1e-9 * statusBytes("RssAnon"), 1e-9 * file, 100 * peak / file);
}

std::unique_ptr<Engine> opened(const Options& options) {
    std::unique_ptr<Engine> model;
    const double loading = secondsOf([&] {
        model = std::make_unique<Engine>(options.model,
                                         engine::EngineOptions{.device = options.device,
                                                               .threads = options.threads,
                                                               .quantisation = options.quantisation,
                                                               .cacheFolder = options.cache});
    });
    std::printf("%s on %s\n", model->config().variantName().c_str(), model->description().c_str());
    printRow("load and check", loading, "");
    return model;
}

Answering measureAll(const Engine& model, const Options& options, const Ceilings& ceilings) {
    const double vision = measureTiles(model, options, ceilings);
    measureVisionProducts(model, options, ceilings);
    const Answering answering = measureLanguage(model, options, ceilings);
    printRow("first token, with vision", vision + answering.prefill, "");
    if (options.together > 1) {
        measureTogether(model, options);
    }
    return answering;
}

void measureOnProcessor(const Options& options) {
    const Ceilings ceilings{bench::multiplyAddCeiling(options.threads),
                            bench::readCeiling(options.threads, bench::Pages::Ordinary)};
    std::printf("ceilings: %.1f GFLOP/s multiply-add, %.1f GB/s read (%.1f from huge pages)\n",
                ceilings.multiply, ceilings.read,
                bench::readCeiling(options.threads, bench::Pages::Huge));
    resetPeak(); // the ceilings took memory of their own
    const std::unique_ptr<Engine> model = opened(options);
    measureAll(*model, options, ceilings);
    printMemoryOfProcess(*model);
}

void measureOnGpu(const Options& options) {
    const std::unique_ptr<kernels::Backend> gpu = kernels::makeCudaBackend(0, DType::BF16);
    const Ceilings ceilings{bench::gpuProductCeiling(*gpu), bench::gpuReadCeiling(*gpu)};
    std::printf("ceilings: %.0f GFLOP/s of cuBLAS in bf16, %.0f GB/s read\n", ceilings.multiply,
                ceilings.read);
    const auto before = static_cast<double>(gpu->freeMemory());
    const std::unique_ptr<Engine> model = opened(options);
    const auto loaded = static_cast<double>(gpu->freeMemory());
    const Answering answering = measureAll(*model, options, ceilings);
    std::printf("memory: %.2f GB of the GPU for weights, %.2f GB with an answer's caches and "
                "workspace; checkpoint %.2f GB\n",
                1e-9 * (before - loaded),
                1e-9 * (before - static_cast<double>(answering.freeMemory)),
                1e-9 * static_cast<double>(model->checkpoint().totalBytes()));
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app("Measures the speed and memory of a model");
    app.add_option("model", options.model, "checkpoint folder")->required();
    const std::map<std::string, engine::Device> devices{{"cpu", engine::Device::Cpu},
                                                        {"gpu", engine::Device::Cuda}};
    app.add_option("--device", options.device)->transform(CLI::CheckedTransformer(devices));
    app.add_option("--threads", options.threads)->check(CLI::PositiveNumber);
    app.add_option("--tiles", options.tiles, "of a picture, that are encoded at a time")
        ->check(CLI::PositiveNumber);
    app.add_option("--prompt", options.promptTokens, "tokens of the prompt")
        ->check(CLI::PositiveNumber);
    app.add_option("--answer", options.answerTokens, "tokens of the answer")
        ->check(CLI::Range(2, 4096));
    app.add_option("--together", options.together, "answers that are decoded together")
        ->check(CLI::PositiveNumber);
    app.add_option("--runs", options.runs, "of which the best counts")->check(CLI::PositiveNumber);
    const std::map<std::string, engine::Quantisation> weights{
        {"bf16", engine::Quantisation::None},
        {"8-bit", engine::Quantisation::EightBits},
        {"4-bit", engine::Quantisation::FourBits}};
    app.add_option("--weights", options.quantisation)->transform(CLI::CheckedTransformer(weights));
    app.add_option("--cache", options.cache, "where quantised weights are kept");
    CLI11_PARSE(app, argc, argv);
    try {
        options.device == engine::Device::Cpu ? measureOnProcessor(options) : measureOnGpu(options);
    } catch (const std::exception& error) {
        std::cerr << "model_speed: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
