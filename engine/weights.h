// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tensors of a checkpoint as named, shaped structs in the memory of the backends they run on.
// Every expected tensor is checked for presence, type and shape before any of them is handed to the
// backend. The weights of the language model's products may be quantised, but for the router's and
// for kv_b_proj, which is used transposed too. Immutable; the Checkpoint and the Backend must
// outlive them.
#pragma once

#include "engine/checkpoint.h"
#include "engine/model_config.h"
#include "engine/quantised_weights.h"
#include "kernels/backend.h"

#include <memory>
#include <vector>

namespace engine {

struct VisionBlockWeights {                 // W: vision width
    kernels::Tensor norm1Weight, norm1Bias; // (W)
    kernels::Tensor qkvWeight, qkvBias;     // (3W, W), (3W)
    kernels::Tensor projWeight, projBias;   // (W, W), (W)
    kernels::Tensor norm2Weight, norm2Bias; // (W)
    kernels::Tensor fc1Weight, fc1Bias;     // (mlpWidth, W), (mlpWidth)
    kernels::Tensor fc2Weight, fc2Bias;     // (W, mlpWidth), (W)
};

struct VisionWeights {
    kernels::Tensor patchWeight, patchBias; // (W, 3·patchSize²), (W)
    kernels::Tensor posEmbed;               // (patches, W)
    std::vector<VisionBlockWeights> blocks;
    kernels::Tensor normWeight, normBias; // (W)
};

struct ProjectorLayer {
    kernels::Tensor weight, bias; // (out, in), (out)
};

using kernels::GatedMlpWeights;

struct AttentionWeights {
    kernels::Tensor qProj; // (H·qkHeadDim, D)
    kernels::Tensor oProj; // (D, H·valueHeadDim)
    // Multi-head attention (Tiny)
    kernels::Tensor kProj, vProj; // (G·headDim, D)
    // Multi-head latent attention (Small, Base); R: kvLoraRank, P: qkRopeHeadDim
    kernels::Tensor kvAProj; // (R + P, D): kv_a_proj_with_mqa
    kernels::Tensor kvANorm; // (R)
    kernels::Tensor kvBProj; // (H·(nope + v), R)
};

struct MoeWeights {
    kernels::Tensor gate;           // (E, D)
    kernels::Tensor correctionBias; // (E); rank 0 when the model has none
    std::vector<kernels::Tensor> expertGate, expertUp, expertDown; // E each
    GatedMlpWeights shared; // of width nSharedExperts · moeIntermediateSize; rank 0: none
};

struct LayerWeights {
    kernels::Tensor inputNorm, postAttentionNorm; // (D)
    AttentionWeights attention;
    GatedMlpWeights mlp; // dense layers
    MoeWeights moe;      // the others
};

struct LanguageWeights {
    kernels::Tensor embedTokens; // (V, D)
    std::vector<LayerWeights> layers;
    kernels::Tensor norm;   // (D)
    kernels::Tensor lmHead; // (V, D)
};

// A part of a mapped file.
struct MappedPart {
    std::filesystem::path file;
    const std::byte* memory = nullptr;
    std::size_t bytes = 0;
};

struct Weights {
    VisionWeights vision;
    std::vector<ProjectorLayer> projector;
    kernels::Tensor imageNewline, viewSeparator; // (D)
    LanguageWeights language;
    std::vector<kernels::Buffer> storage;        // what the tensors above lie in
    std::unique_ptr<QuantisedWeights> quantised; // and what some of those refer to
    std::vector<MappedPart> parts;               // what of mapped files answers read, for preload
};

// What the weights of a checkpoint take in memory, missing ones left aside; of the embedding table,
// which is mapped and read a row at a time, nothing where others are quantised.
std::uint64_t weightBytes(const Checkpoint& checkpoint, const ModelConfig& config,
                          Quantisation quantisation);

// Throws BadFile listing every tensor that is missing or has another shape than the config implies,
// and what QuantisedWeights throws. Routed experts go to expertBackend, which may be the same.
Weights loadWeights(const Checkpoint& checkpoint, const ModelConfig& config,
                    const LoadOptions& options, kernels::Backend& backend,
                    kernels::Backend& expertBackend);

} // namespace engine
