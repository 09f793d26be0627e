// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a checkpoint's config.json and processor_config.json say. The defaults below are those of
// the published classes, for the keys that the published files leave out; every value in a file is
// checked against a range. Field names are the JSON keys in camel case. Immutable after loading.
// configuration_deepseek.py: DeepseekV2Config; modeling_deepseek_vl_v2.py: *Config
#pragma once

#include "engine/vision/image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {

struct VisionConfig {
    int imageSize = 384;
    int patchSize = 16;
    int width = 1024;
    int layers = 24;
    int heads = 16;
    int mlpWidth = 4096; // trunc(width · mlp_ratio)

    int grid() const { return imageSize / patchSize; }

    int patches() const { return grid() * grid(); }

    int headSize() const { return width / heads; }
};

struct ProjectorConfig {
    int inputDim = 1152;
    int nEmbed = 2048;
    int depth = 2;
    int mlpRatio = 1;
    int downsampleRatio = 2;
};

enum class ScoringFunc { Softmax, Sigmoid };
enum class TopkMethod { Greedy, NoauxTc };

struct LanguageConfig {
    int vocabSize = 102400;
    int hiddenSize = 4096;
    int intermediateSize = 11008;
    int moeIntermediateSize = 1407;
    int numHiddenLayers = 30;
    int numAttentionHeads = 32;
    int numKeyValueHeads = 32;
    int nSharedExperts = 0; // 0: none
    int nRoutedExperts = 0; // 0: every layer is dense
    double routedScalingFactor = 1.0;
    bool useMla = true;
    int kvLoraRank = 512;
    int qkRopeHeadDim = 64;
    int qkNopeHeadDim = 128;
    int vHeadDim = 128;
    TopkMethod topkMethod = TopkMethod::Greedy;
    int nGroup = 1;
    int topkGroup = 1;
    int numExpertsPerTok = 0;
    int moeLayerFreq = 1;
    int firstKDenseReplace = 0;
    bool normTopkProb = false;
    ScoringFunc scoringFunc = ScoringFunc::Softmax;
    int maxPositionEmbeddings = 2048;
    double rmsNormEps = 1e-6;
    double ropeTheta = 10000.0;
    int bosTokenId = 100000;
    int eosTokenId = 100001;

    bool isMoeLayer(int layer) const {
        return nRoutedExperts > 0 && layer >= firstKDenseReplace && layer % moeLayerFreq == 0;
    }

    // Size of one head of q and k (rotary part included) and of v.
    int qkHeadDim() const {
        return useMla ? qkNopeHeadDim + qkRopeHeadDim : hiddenSize / numAttentionHeads;
    }

    int valueHeadDim() const { return useMla ? vHeadDim : hiddenSize / numAttentionHeads; }

    // Values that attention keeps of one token in one layer.
    std::int64_t cacheWidth() const {
        return useMla ? kvLoraRank + qkRopeHeadDim
                      : std::int64_t{numKeyValueHeads} * (qkHeadDim() + valueHeadDim());
    }
};

struct ModelConfig {
    VisionConfig vision;
    ProjectorConfig projector;
    LanguageConfig language;
    bool globalViewFirst = true;                 // global_view_pos "head"
    std::vector<ImageSize> candidateResolutions; // multiples of the tile edge, vision.imageSize
    float imageMean = 0.5F;
    float imageStd = 0.5F;

    // "DeepSeek-VL2-Tiny", "-Small", "-Base" when the shapes are those of a published one, else
    // "DeepSeek-VL2 (12 layers × 256)".
    std::string variantName() const;
    // Parameters of all tensors that the engine uses, from the shapes; the ranges that the values
    // were checked against keep it below 2⁶³.
    std::int64_t parameterCount() const;
};

// Reads config.json and processor_config.json (the latter may be absent) of a checkpoint folder.
// Throws BadFile naming the file, the key and the reason; Unsupported, likewise, for another model
// or for features that this engine does not have (rope_scaling, tied embeddings, attention bias,
// …).
ModelConfig loadModelConfig(const std::filesystem::path& folder);

} // namespace engine
