// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model_config.h"

#include "engine/json_file.h"
#include "engine/vision/tiling.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace engine {

namespace {

using kernels::ErrorCode;
using nlohmann::json;

// The largest values taken from a file, far above those of any published model. Together they keep
// parameterCount() below 2⁶³.
constexpr int kMaxVocabulary = 1 << 20;
constexpr int kMaxWidth = 1 << 16;
constexpr int kMaxIntermediate = 1 << 18;
constexpr int kMaxLayers = 512;
constexpr int kMaxHeads = 1024;
constexpr int kMaxHeadSize = 1024;
constexpr int kMaxExperts = 1024;
constexpr int kMaxTileEdge = 4096;
constexpr int kMaxCanvases = 1024;
constexpr int kMaxTilesAlongSide = 64;

// DeepSeek-OCR has the same model_type, but two vision towers whose sizes stand in an object.
void refuseOtherTowers(const JsonObject& vision) {
    const json* width = vision.find("width");
    const json* name = vision.find("model_name");
    const bool otherName = name != nullptr && name->is_string() &&
                           !name->get_ref<const std::string&>().starts_with("siglip");
    if (otherName || (width != nullptr && width->is_object())) {
        vision.fail(
            otherName ? "model_name" : "width",
            "belongs to another model, such as DeepSeek-OCR; this program runs DeepSeek-VL2",
            ErrorCode::Unsupported);
    }
}

VisionConfig visionConfig(const JsonObject& file) {
    refuseOtherTowers(file);
    file.supportOnly("class_token", false);
    file.supportOnly("ignore_head", true);
    VisionConfig config;
    file.read("image_size", config.imageSize, {1, kMaxTileEdge});
    file.read("patch_size", config.patchSize, {1, 256});
    file.read("width", config.width, {1, kMaxWidth});
    file.read("layers", config.layers, {1, kMaxLayers});
    file.read("heads", config.heads, {1, kMaxHeads});
    double mlpRatio = 4.0;
    file.read("mlp_ratio", mlpRatio, {0.0, 64.0});
    config.mlpWidth = static_cast<int>(config.width * mlpRatio);
    if (config.patchSize > config.imageSize) {
        file.fail("patch_size", "is larger than image_size");
    }
    if (config.width % config.heads != 0) {
        file.fail("heads", "does not divide width");
    }
    if (config.mlpWidth < 1) {
        file.fail("mlp_ratio", "leaves the MLP no width");
    }
    return config;
}

ProjectorConfig projectorConfig(const JsonObject& file) {
    file.supportOnly("projector_type", "downsample_mlp_gelu");
    file.supportOnly("token_pooling", false);
    file.supportOnly("downsample_ratio", 2);
    ProjectorConfig config;
    file.read("input_dim", config.inputDim, {1, kMaxWidth});
    file.read("n_embed", config.nEmbed, {1, kMaxWidth});
    file.read("depth", config.depth, {1, 8});
    file.read("mlp_ratio", config.mlpRatio, {1, 16});
    return config;
}

void readAttention(const JsonObject& file, LanguageConfig& config) {
    file.supportOnly("attention_bias", false);
    file.supportOnly("rope_scaling", nullptr);
    file.read("num_attention_heads", config.numAttentionHeads, {1, kMaxHeads});
    std::optional<int> keyValueHeads = config.numKeyValueHeads;
    file.read("num_key_value_heads", keyValueHeads, {1, kMaxHeads});
    config.numKeyValueHeads = keyValueHeads.value_or(config.numAttentionHeads);
    file.read("rope_theta", config.ropeTheta, {1.0, 1e12});
    file.read("use_mla", config.useMla);
}

// The q projection with a latent of its own is what the class has by default and no published
// DeepSeek-VL2 uses.
void refuseLatentQueries(const JsonObject& file) {
    const json* rank = file.find("q_lora_rank");
    if (rank == nullptr || !rank->is_null()) {
        file.fail("q_lora_rank", "is not null; this program runs models with a plain q projection",
                  ErrorCode::Unsupported);
    }
}

void readLatentAttention(const JsonObject& file, LanguageConfig& config) {
    refuseLatentQueries(file);
    file.read("kv_lora_rank", config.kvLoraRank, {1, kMaxWidth});
    file.read("qk_rope_head_dim", config.qkRopeHeadDim, {2, kMaxHeadSize});
    file.read("qk_nope_head_dim", config.qkNopeHeadDim, {1, kMaxHeadSize});
    file.read("v_head_dim", config.vHeadDim, {1, kMaxHeadSize});
    if (config.qkRopeHeadDim % 2 != 0) {
        file.fail("qk_rope_head_dim", "is odd, but values are rotated in pairs");
    }
}

void checkMultiHeadAttention(const JsonObject& file, const LanguageConfig& config) {
    if (config.hiddenSize % config.numAttentionHeads != 0) {
        file.fail("num_attention_heads", "does not divide hidden_size");
    }
    if (config.numAttentionHeads % config.numKeyValueHeads != 0) {
        file.fail("num_key_value_heads", "does not divide num_attention_heads");
    }
    if (config.qkHeadDim() % 2 != 0 || config.qkHeadDim() > kMaxHeadSize) {
        file.fail("num_attention_heads",
                  "makes heads of size " + std::to_string(config.qkHeadDim()) +
                      ", which must be even and at most " + std::to_string(kMaxHeadSize));
    }
}

TopkMethod topkMethod(const JsonObject& file) {
    const std::string name = file.string("topk_method");
    if (name != "greedy" && name != "noaux_tc") {
        file.fail("topk_method",
                  "is " + inQuotes(name) + "; this program knows greedy and noaux_tc",
                  ErrorCode::Unsupported);
    }
    return name == "greedy" ? TopkMethod::Greedy : TopkMethod::NoauxTc;
}

ScoringFunc scoringFunc(const JsonObject& file) {
    std::string name = "softmax";
    file.read("scoring_func", name);
    if (name != "softmax" && name != "sigmoid") {
        file.fail("scoring_func",
                  "is " + inQuotes(name) + "; this program knows softmax and sigmoid",
                  ErrorCode::Unsupported);
    }
    return name == "softmax" ? ScoringFunc::Softmax : ScoringFunc::Sigmoid;
}

// Experts are chosen within groups by noaux_tc only; a group is ranked by its two best scores.
void readGroups(const JsonObject& file, LanguageConfig& config) {
    std::optional<int> groups;
    std::optional<int> chosen;
    file.read("n_group", groups, {1, config.nRoutedExperts});
    file.read("topk_group", chosen, {1, groups.value_or(1)});
    config.nGroup = groups.value_or(1);
    config.topkGroup = chosen.value_or(1);
    const int groupSize = config.nRoutedExperts / config.nGroup;
    if (config.nRoutedExperts % config.nGroup != 0 || groupSize < 2) {
        file.fail("n_group", "does not cut n_routed_experts into equal groups of two or more");
    }
    if (config.numExpertsPerTok > config.topkGroup * groupSize) {
        file.fail("num_experts_per_tok", "is more than the experts of topk_group groups");
    }
}

void readExperts(const JsonObject& file, LanguageConfig& config) {
    std::optional<int> routed;
    std::optional<int> shared;
    file.read("n_routed_experts", routed, {0, kMaxExperts});
    file.read("n_shared_experts", shared, {0, 64});
    config.nRoutedExperts = routed.value_or(0);
    config.nSharedExperts = shared.value_or(0);
    file.read("first_k_dense_replace", config.firstKDenseReplace, {0, kMaxLayers});
    file.read("moe_layer_freq", config.moeLayerFreq, {1, kMaxLayers});
    if (config.nRoutedExperts == 0) {
        return;
    }
    file.read("moe_intermediate_size", config.moeIntermediateSize, {1, kMaxIntermediate});
    file.read("num_experts_per_tok", config.numExpertsPerTok, {1, config.nRoutedExperts});
    if (config.numExpertsPerTok == 0) {
        file.fail("num_experts_per_tok", "is missing");
    }
    file.read("norm_topk_prob", config.normTopkProb);
    file.read("routed_scaling_factor", config.routedScalingFactor, {0.0, 1e6});
    config.scoringFunc = scoringFunc(file);
    config.topkMethod = topkMethod(file);
    if (config.topkMethod == TopkMethod::NoauxTc) {
        readGroups(file, config);
    }
}

LanguageConfig languageConfig(const JsonObject& file) {
    file.supportOnly("model_type", "deepseek_v2");
    file.supportOnly("hidden_act", "silu");
    file.supportOnly("tie_word_embeddings", false);
    LanguageConfig config;
    file.read("vocab_size", config.vocabSize, {1, kMaxVocabulary});
    file.read("hidden_size", config.hiddenSize, {1, kMaxWidth});
    file.read("intermediate_size", config.intermediateSize, {1, kMaxIntermediate});
    file.read("num_hidden_layers", config.numHiddenLayers, {1, kMaxLayers});
    file.read("max_position_embeddings", config.maxPositionEmbeddings, {1, 1 << 20});
    file.read("rms_norm_eps", config.rmsNormEps, {0.0, 1.0});
    file.read("bos_token_id", config.bosTokenId, {0, config.vocabSize - 1});
    file.read("eos_token_id", config.eosTokenId, {0, config.vocabSize - 1});
    if (std::max(config.bosTokenId, config.eosTokenId) >= config.vocabSize) {
        file.fail("vocab_size", "is too small for the first and last token's ids");
    }
    readAttention(file, config);
    if (config.useMla) {
        readLatentAttention(file, config);
    } else {
        checkMultiHeadAttention(file, config);
    }
    readExperts(file, config);
    return config;
}

// The list under "candidate_resolutions": canvases made of whole tiles.
void readCanvases(const JsonObject& file, int tileEdge, std::vector<ImageSize>& canvases) {
    constexpr const char* kKey = "candidate_resolutions";
    const json* list = file.find(kKey);
    if (list == nullptr) {
        return;
    }
    const auto isSide = [tileEdge](const json& side) {
        return side.is_number_unsigned() && side.get<std::uint64_t>() > 0 &&
               side.get<std::uint64_t>() % static_cast<std::uint64_t>(tileEdge) == 0 &&
               side.get<std::uint64_t>() / static_cast<std::uint64_t>(tileEdge) <=
                   kMaxTilesAlongSide;
    };
    const auto isCanvas = [&isSide](const json& pair) {
        return pair.is_array() && pair.size() == 2 && std::ranges::all_of(pair, isSide);
    };
    if (!list->is_array() || list->empty() || list->size() > kMaxCanvases ||
        !std::ranges::all_of(*list, isCanvas)) {
        file.fail(kKey, "is not a list of [width, height] in multiples of " +
                            std::to_string(tileEdge) + ", the image_size of the vision tower");
    }
    canvases.clear();
    for (const json& pair : *list) {
        canvases.push_back({pair[0].get<int>(), pair[1].get<int>()});
    }
    if (canvases.front() != ImageSize{tileEdge, tileEdge}) {
        file.fail(kKey, "does not start with a single tile", ErrorCode::Unsupported);
    }
}

// Deviation of the colours, the same for all three.
float imageStd(const JsonObject& file, float absent) {
    const json* values = file.find("image_std");
    if (values == nullptr) {
        return absent;
    }
    const bool three = values->is_array() && values->size() == 3 && values->at(0).is_number();
    const double first = three ? values->at(0).get<double>() : 0.0;
    if (!(first > 1e-3 && first < 1e3) || *values != json::array({first, first, first})) {
        file.fail("image_std", "is not one positive number three times", ErrorCode::Unsupported);
    }
    return static_cast<float>(first);
}

// processing_deepseek_vl_v2.py: DeepseekVLV2Processor.__init__
void readProcessorConfig(const JsonObject& file, ModelConfig& config) {
    file.supportOnly("processor_class", "DeepseekVLV2Processor");
    file.supportOnly("sft_format", "deepseek");
    file.supportOnly("image_token", "<image>");
    file.supportOnly("normalize", true);
    file.supportOnly("image_mean", json::array({0.5, 0.5, 0.5})); // also the colour of padding
    file.supportOnly("patch_size", config.vision.patchSize);
    file.supportOnly("downsample_ratio", config.projector.downsampleRatio);
    config.imageStd = imageStd(file, config.imageStd);
    readCanvases(file, config.vision.imageSize, config.candidateResolutions);
}

ModelConfig modelConfig(const JsonObject& file) {
    if (file.string("model_type") != "deepseek_vl_v2") {
        file.supportOnly("model_type", "deepseek_vl_v2");
    }
    file.supportOnly("tile_tag", "2D");
    file.supportOnly("quantization_config", nullptr);
    ModelConfig config;
    config.vision = visionConfig(file.object("vision_config"));
    config.projector = projectorConfig(file.object("projector_config"));
    config.language = languageConfig(file.object("language_config"));
    std::string globalView = "head";
    file.read("global_view_pos", globalView);
    if (globalView != "head" && globalView != "tail") {
        file.fail("global_view_pos", "is " + inQuotes(globalView) + ", must be head or tail");
    }
    config.globalViewFirst = globalView == "head";
    config.candidateResolutions = candidateCanvases(TileBudget::Nine, config.vision.imageSize);
    readCanvases(file, config.vision.imageSize, config.candidateResolutions);
    if (config.projector.inputDim != config.vision.width) {
        file.fail("projector_config.input_dim", "differs from vision_config.width");
    }
    if (config.projector.nEmbed != config.language.hiddenSize) {
        file.fail("projector_config.n_embed", "differs from language_config.hidden_size");
    }
    return config;
}

std::int64_t product(std::int64_t rows, std::int64_t columns) {
    return rows * columns;
}

// A product with bias.
std::int64_t affine(std::int64_t out, std::int64_t in) {
    return out * in + out;
}

std::int64_t parameters(const VisionConfig& config) {
    const std::int64_t width = config.width;
    const std::int64_t patch = affine(width, product(3 * config.patchSize, config.patchSize));
    const std::int64_t block = 4 * width + affine(3 * width, width) + affine(width, width) +
                               affine(config.mlpWidth, width) + affine(width, config.mlpWidth);
    return patch + product(config.patches(), width) + config.layers * block + 2 * width;
}

std::int64_t parameters(const ProjectorConfig& config) {
    const std::int64_t hidden = product(config.nEmbed, config.mlpRatio);
    std::int64_t in = product(config.inputDim, config.downsampleRatio * config.downsampleRatio);
    std::int64_t sum = 0;
    for (int i = 1; i < config.depth; ++i) {
        sum += affine(hidden, in);
        in = hidden;
    }
    return sum + affine(config.nEmbed, in);
}

std::int64_t attentionParameters(const LanguageConfig& config) {
    const std::int64_t hidden = config.hiddenSize;
    const std::int64_t heads = config.numAttentionHeads;
    const std::int64_t outer = product(heads * config.qkHeadDim(), hidden) +
                               product(hidden, heads * config.valueHeadDim());
    if (!config.useMla) {
        return outer + 2 * product(config.numKeyValueHeads * config.qkHeadDim(), hidden);
    }
    const std::int64_t rank = config.kvLoraRank;
    return outer + product(rank + config.qkRopeHeadDim, hidden) + rank +
           product(heads * (config.qkNopeHeadDim + config.vHeadDim), rank);
}

std::int64_t feedForwardParameters(const LanguageConfig& config, int layer) {
    const std::int64_t hidden = config.hiddenSize;
    if (!config.isMoeLayer(layer)) {
        return 3 * product(hidden, config.intermediateSize);
    }
    const bool corrected = config.topkMethod == TopkMethod::NoauxTc;
    const std::int64_t experts = config.nRoutedExperts + config.nSharedExperts;
    return product(config.nRoutedExperts, hidden + (corrected ? 1 : 0)) +
           experts * 3 * product(hidden, config.moeIntermediateSize);
}

std::int64_t parameters(const LanguageConfig& config) {
    std::int64_t sum = 2 * product(config.vocabSize, config.hiddenSize) + config.hiddenSize;
    for (int layer = 0; layer < config.numHiddenLayers; ++layer) {
        sum += 2 * config.hiddenSize + attentionParameters(config) +
               feedForwardParameters(config, layer);
    }
    return sum;
}

} // namespace

std::string ModelConfig::variantName() const {
    struct Variant {
        std::string_view name;
        std::int64_t parameters;
    };

    constexpr std::array<Variant, 3> kPublished{{{"DeepSeek-VL2-Tiny", 3'355'263'088},
                                                 {"DeepSeek-VL2-Small", 16'133'111'152},
                                                 {"DeepSeek-VL2-Base", 27'464'895'896}}};
    const auto found = std::ranges::find(kPublished, parameterCount(), &Variant::parameters);
    if (found != kPublished.end()) {
        return std::string(found->name);
    }
    return "DeepSeek-VL2 (" + std::to_string(language.numHiddenLayers) + " layers × " +
           std::to_string(language.hiddenSize) + ")";
}

std::int64_t ModelConfig::parameterCount() const {
    const std::int64_t markers = 2 * std::int64_t{language.hiddenSize}; // newline and separator
    return parameters(vision) + parameters(projector) + markers + parameters(language);
}

ModelConfig loadModelConfig(const std::filesystem::path& folder) {
    const auto file = folder / "config.json";
    const json text = readJsonObject(file);
    ModelConfig config = modelConfig({text, file, ""});
    const auto processorFile = folder / "processor_config.json";
    std::error_code ignored;
    if (std::filesystem::exists(processorFile, ignored)) {
        const json processor = readJsonObject(processorFile);
        readProcessorConfig({processor, processorFile, ""}, config);
    }
    return config;
}

} // namespace engine
