// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights.h"

#include <cstdint>
#include <initializer_list>
#include <string>

namespace engine {

using kernels::Backend;
using kernels::DType;
using kernels::Error;
using kernels::ErrorCode;
using kernels::Tensor;

namespace {

constexpr std::size_t kMaxListedProblems = 8;

using Shape = std::initializer_list<std::int64_t>;

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i == 0 ? "" : ",") + std::to_string(shape[i]);
    }
    return text + "]";
}

// What a product is part of, which decides where its weight is placed.
enum class PartOf { Layer, Expert };

DType quantisedType(Quantisation quantisation) {
    return quantisation == Quantisation::FourBits ? DType::Q4 : DType::Q8;
}

// Finds tensors by name, collects what is wrong with them and which are to be quantised, and hands
// them to the backend only after everything was found right.
class WeightFinder {
public:
    // Only looks.
    WeightFinder(const Checkpoint& checkpoint, Quantisation quantisation)
        : m_checkpoint(checkpoint)
        , m_quantisation(quantisation) {}

    // Places what the other one found; quantised: null when nothing is.
    WeightFinder(const Checkpoint& checkpoint, Backend& backend, Backend& expertBackend,
                 const QuantisedWeights* quantised)
        : m_checkpoint(checkpoint)
        , m_backend(&backend)
        , m_expertBackend(&expertBackend)
        , m_quantised(quantised) {}

    // The tensor under that name, which must have the shape `stored` in the file; seen as `view`.
    Tensor take(const std::string& name, Shape stored, Shape view) {
        return takeTo(m_backend, name, stored, view);
    }

    Tensor take(const std::string& name, Shape shape) { return take(name, shape, shape); }

    // A table of which an answer reads some rows only.
    Tensor takeTable(const std::string& name, Shape shape) {
        if (m_quantisation == Quantisation::None && m_quantised == nullptr) {
            return take(name, shape);
        }
        const CheckpointTensor* found = look(name, shape);
        return found == nullptr ? Tensor() : place(*found, shape, m_backend);
    }

    // The weight (N, K) of a product, which is quantised to this type when any are.
    Tensor takeProduct(const std::string& name, Shape shape, DType type,
                       PartOf part = PartOf::Layer) {
        Backend* backend = part == PartOf::Expert ? m_expertBackend : m_backend;
        if (m_quantised != nullptr) {
            return placeQuantised(m_nextQuantised++, shape, *backend);
        }
        if (m_quantisation == Quantisation::None) {
            return takeTo(backend, name, shape, shape);
        }
        if (const CheckpointTensor* found = look(name, shape)) {
            m_toQuantise.push_back({found, type, shape.begin()[0], shape.begin()[1]});
        }
        return {};
    }

    Tensor takeProduct(const std::string& name, Shape shape, PartOf part = PartOf::Layer) {
        return takeProduct(name, shape, quantisedType(m_quantisation), part);
    }

    void throwProblems() const {
        if (m_problemCount == 0) {
            return;
        }
        const auto rest = m_problemCount - std::min(m_problemCount, kMaxListedProblems);
        throw Error(ErrorCode::BadFile,
                    "The weights in " + m_checkpoint.shards().front().file.parent_path().string() +
                        " do not fit its config.json: " + m_problems +
                        (rest > 0 ? " and " + std::to_string(rest) + " more" : "") +
                        ". Get the model's files again, all from one place.");
    }

    // After looking.
    std::vector<QuantisedTensor> toQuantise() { return std::move(m_toQuantise); }

    // After placing.
    std::vector<kernels::Buffer> takeStorage() { return std::move(m_storage); }

    std::vector<MappedPart> mappedParts() const {
        std::vector<MappedPart> parts;
        if (m_quantised == nullptr) {
            for (const Checkpoint::Shard& shard : m_checkpoint.shards()) {
                parts.push_back({shard.file, shard.memory, shard.bytes});
            }
            return parts;
        }
        for (const CheckpointTensor* tensor : m_kept) {
            parts.push_back(
                {m_checkpoint.shards()[tensor->shard].file, tensor->data, tensor->bytes});
        }
        if (m_quantised->isMapped()) {
            parts.push_back({m_quantised->file(), m_quantised->memory(), m_quantised->bytes()});
        }
        return parts;
    }

    std::uint64_t keptBytes() const {
        std::uint64_t sum = 0;
        for (const CheckpointTensor* tensor : m_kept) {
            sum += tensor->bytes;
        }
        return sum;
    }

private:
    Tensor takeTo(Backend* backend, const std::string& name, Shape stored, Shape view) {
        const CheckpointTensor* found = look(name, stored);
        if (found == nullptr) {
            return {};
        }
        m_kept.push_back(found);
        return place(*found, view, backend);
    }

    // Null, and a problem reported, when it is not there in that shape.
    const CheckpointTensor* look(const std::string& name, Shape stored) {
        const CheckpointTensor* found = m_checkpoint.find(name);
        if (found == nullptr) {
            report(name + " is missing");
            return nullptr;
        }
        if (found->shape != std::vector<std::int64_t>(stored)) {
            report(name + " has shape " + shapeText(found->shape) + " instead of " +
                   shapeText(std::vector<std::int64_t>(stored)));
            return nullptr;
        }
        return found;
    }

    void report(const std::string& problem) {
        if (m_problemCount++ < kMaxListedProblems) {
            m_problems += (m_problems.empty() ? "" : "; ") + problem;
        }
    }

    // Experts and everything else lie in different memory.
    bool isDivided() const { return m_expertBackend != m_backend; }

    // Null: only look.
    Tensor place(const CheckpointTensor& tensor, Shape view, Backend* backend) {
        if (backend == nullptr) {
            return {};
        }
        const auto address = reinterpret_cast<std::uintptr_t>(tensor.data);
        if (address % kernels::sizeOf(tensor.dtype) != 0) { // an odd header length: copy aligned
            m_storage.push_back(backend->allocate(tensor.bytes));
            const Tensor copy = m_storage.back().view(tensor.dtype, view);
            backend->upload(copy, tensor.data);
            return copy;
        }
        if (m_quantised != nullptr || isDivided()) { // most of the file is not needed there
            m_storage.push_back(backend->adopt(tensor.data, tensor.bytes));
            return m_storage.back().view(tensor.dtype, view);
        }
        const Checkpoint::Shard& shard = m_checkpoint.shards()[tensor.shard];
        m_adopted.resize(m_checkpoint.shards().size());
        if (m_adopted[tensor.shard] == nullptr) {
            m_storage.push_back(backend->adopt(shard.memory, shard.bytes));
            m_adopted[tensor.shard] = static_cast<std::byte*>(m_storage.back().data());
        }
        return {m_adopted[tensor.shard] + (tensor.data - shard.memory), tensor.dtype, view};
    }

    Tensor placeQuantised(std::size_t index, Shape shape, Backend& backend) {
        const Tensor tensor(nullptr, m_quantised->tensor(index).type, shape);
        const std::byte* host = m_quantised->memory() + m_quantised->offset(index);
        if (isDivided()) {
            m_storage.push_back(backend.adopt(host, tensor.denseBytes()));
            return {m_storage.back().data(), tensor.dtype, shape};
        }
        if (m_wholeBlock == nullptr) {
            m_storage.push_back(backend.adopt(m_quantised->memory(), m_quantised->bytes()));
            m_wholeBlock = static_cast<std::byte*>(m_storage.back().data());
        }
        return {m_wholeBlock + m_quantised->offset(index), tensor.dtype, shape};
    }

    const Checkpoint& m_checkpoint;
    Quantisation m_quantisation = Quantisation::None;
    std::vector<QuantisedTensor> m_toQuantise;
    Backend* m_backend = nullptr; // null: only look, do not place
    Backend* m_expertBackend = nullptr;
    const QuantisedWeights* m_quantised = nullptr;
    std::size_t m_nextQuantised = 0;
    std::vector<const CheckpointTensor*> m_kept;
    std::vector<kernels::Buffer> m_storage;
    std::byte* m_wholeBlock = nullptr; // where the backend has the quantised ones
    std::vector<std::byte*> m_adopted; // per shard: where the backend has it
    std::string m_problems;
    std::size_t m_problemCount = 0;
};

VisionBlockWeights visionBlock(WeightFinder& find, const VisionConfig& config, int index) {
    const std::string at = "vision.blocks." + std::to_string(index) + ".";
    const std::int64_t width = config.width;
    const std::int64_t mlp = config.mlpWidth;
    VisionBlockWeights block;
    block.norm1Weight = find.take(at + "norm1.weight", {width});
    block.norm1Bias = find.take(at + "norm1.bias", {width});
    block.qkvWeight = find.take(at + "attn.qkv.weight", {3 * width, width});
    block.qkvBias = find.take(at + "attn.qkv.bias", {3 * width});
    block.projWeight = find.take(at + "attn.proj.weight", {width, width});
    block.projBias = find.take(at + "attn.proj.bias", {width});
    block.norm2Weight = find.take(at + "norm2.weight", {width});
    block.norm2Bias = find.take(at + "norm2.bias", {width});
    block.fc1Weight = find.take(at + "mlp.fc1.weight", {mlp, width});
    block.fc1Bias = find.take(at + "mlp.fc1.bias", {mlp});
    block.fc2Weight = find.take(at + "mlp.fc2.weight", {width, mlp});
    block.fc2Bias = find.take(at + "mlp.fc2.bias", {width});
    return block;
}

VisionWeights vision(WeightFinder& find, const VisionConfig& config) {
    const std::int64_t width = config.width;
    const std::int64_t patch = config.patchSize;
    VisionWeights weights;
    weights.patchWeight = find.take("vision.patch_embed.proj.weight", {width, 3, patch, patch},
                                    {width, 3 * patch * patch});
    weights.patchBias = find.take("vision.patch_embed.proj.bias", {width});
    weights.posEmbed =
        find.take("vision.pos_embed", {1, config.patches(), width}, {config.patches(), width});
    for (int i = 0; i < config.layers; ++i) {
        weights.blocks.push_back(visionBlock(find, config, i));
    }
    weights.normWeight = find.take("vision.norm.weight", {width});
    weights.normBias = find.take("vision.norm.bias", {width});
    return weights;
}

// modeling_deepseek_vl_v2.py: MlpProjector, "downsample_mlp_gelu"
std::vector<ProjectorLayer> projector(WeightFinder& find, const ProjectorConfig& config) {
    const std::int64_t hidden = std::int64_t{config.nEmbed} * config.mlpRatio;
    std::int64_t in =
        std::int64_t{config.inputDim} * config.downsampleRatio * config.downsampleRatio;
    std::vector<ProjectorLayer> layers;
    for (int i = 0; i < config.depth; ++i) {
        const std::int64_t out = i + 1 == config.depth ? config.nEmbed : hidden;
        const std::string at = "projector.layers." + std::to_string(2 * i) + ".";
        layers.push_back({find.take(at + "weight", {out, in}), find.take(at + "bias", {out})});
        in = out;
    }
    return layers;
}

GatedMlpWeights gatedMlp(WeightFinder& find, const std::string& at, std::int64_t hidden,
                         std::int64_t width, PartOf part = PartOf::Layer) {
    return {find.takeProduct(at + "gate_proj.weight", {width, hidden}, part),
            find.takeProduct(at + "up_proj.weight", {width, hidden}, part),
            find.takeProduct(at + "down_proj.weight", {hidden, width}, part)};
}

AttentionWeights attention(WeightFinder& find, const LanguageConfig& config,
                           const std::string& at) {
    const std::int64_t hidden = config.hiddenSize;
    const std::int64_t heads = config.numAttentionHeads;
    AttentionWeights weights;
    weights.qProj = find.takeProduct(at + "q_proj.weight", {heads * config.qkHeadDim(), hidden});
    weights.oProj = find.takeProduct(at + "o_proj.weight", {hidden, heads * config.valueHeadDim()});
    if (!config.useMla) {
        const std::int64_t kv = std::int64_t{config.numKeyValueHeads} * config.qkHeadDim();
        weights.kProj = find.takeProduct(at + "k_proj.weight", {kv, hidden});
        weights.vProj = find.takeProduct(at + "v_proj.weight", {kv, hidden});
        return weights;
    }
    const std::int64_t rank = config.kvLoraRank;
    const std::int64_t expanded = heads * (config.qkNopeHeadDim + config.vHeadDim);
    weights.kvAProj =
        find.takeProduct(at + "kv_a_proj_with_mqa.weight", {rank + config.qkRopeHeadDim, hidden});
    weights.kvANorm = find.take(at + "kv_a_layernorm.weight", {rank});
    weights.kvBProj = find.take(at + "kv_b_proj.weight", {expanded, rank});
    return weights;
}

MoeWeights moe(WeightFinder& find, const LanguageConfig& config, const std::string& at) {
    const std::int64_t hidden = config.hiddenSize;
    const std::int64_t width = config.moeIntermediateSize;
    MoeWeights weights;
    weights.gate = find.take(at + "gate.weight", {config.nRoutedExperts, hidden});
    if (config.topkMethod == TopkMethod::NoauxTc) {
        weights.correctionBias =
            find.take(at + "gate.e_score_correction_bias", {config.nRoutedExperts});
    }
    for (int e = 0; e < config.nRoutedExperts; ++e) {
        const GatedMlpWeights expert = gatedMlp(find, at + "experts." + std::to_string(e) + ".",
                                                hidden, width, PartOf::Expert);
        weights.expertGate.push_back(expert.gate);
        weights.expertUp.push_back(expert.up);
        weights.expertDown.push_back(expert.down);
    }
    if (config.nSharedExperts > 0) {
        weights.shared =
            gatedMlp(find, at + "shared_experts.", hidden, config.nSharedExperts * width);
    }
    return weights;
}

LayerWeights layer(WeightFinder& find, const LanguageConfig& config, int index) {
    const std::string at = "language.model.layers." + std::to_string(index) + ".";
    const std::int64_t hidden = config.hiddenSize;
    LayerWeights weights;
    weights.inputNorm = find.take(at + "input_layernorm.weight", {hidden});
    weights.postAttentionNorm = find.take(at + "post_attention_layernorm.weight", {hidden});
    weights.attention = attention(find, config, at + "self_attn.");
    if (config.isMoeLayer(index)) {
        weights.moe = moe(find, config, at + "mlp.");
    } else {
        weights.mlp = gatedMlp(find, at + "mlp.", hidden, config.intermediateSize);
    }
    return weights;
}

Weights find(WeightFinder& finder, const ModelConfig& config) {
    const std::int64_t hidden = config.language.hiddenSize;
    const std::int64_t vocab = config.language.vocabSize;
    Weights weights;
    weights.vision = vision(finder, config.vision);
    weights.projector = projector(finder, config.projector);
    weights.imageNewline = finder.take("image_newline", {hidden});
    weights.viewSeparator = finder.take("view_seperator", {hidden}); // sic
    weights.language.embedTokens =
        finder.takeTable("language.model.embed_tokens.weight", {vocab, hidden});
    for (int i = 0; i < config.language.numHiddenLayers; ++i) {
        weights.language.layers.push_back(layer(finder, config.language, i));
    }
    weights.language.norm = finder.take("language.model.norm.weight", {hidden});
    weights.language.lmHead =
        finder.takeProduct("language.lm_head.weight", {vocab, hidden}, DType::Q8);
    return weights;
}

} // namespace

std::uint64_t weightBytes(const Checkpoint& checkpoint, const ModelConfig& config,
                          Quantisation quantisation) {
    if (quantisation == Quantisation::None) {
        return checkpoint.totalBytes();
    }
    WeightFinder look(checkpoint, quantisation);
    find(look, config);
    std::uint64_t sum = look.keptBytes();
    for (const QuantisedTensor& tensor : look.toQuantise()) {
        sum += Tensor(nullptr, tensor.type, {tensor.outputs, tensor.inputs}).denseBytes();
    }
    return sum;
}

Weights loadWeights(const Checkpoint& checkpoint, const ModelConfig& config,
                    const LoadOptions& options, Backend& backend, Backend& expertBackend) {
    WeightFinder look(checkpoint, options.quantisation);
    find(look, config);
    look.throwProblems();

    std::unique_ptr<QuantisedWeights> quantised;
    if (options.quantisation != Quantisation::None) {
        quantised = std::make_unique<QuantisedWeights>(checkpoint, look.toQuantise(), options);
    }
    WeightFinder finder(checkpoint, backend, expertBackend, quantised.get());
    Weights weights = find(finder, config);
    weights.storage = finder.takeStorage();
    weights.parts = finder.mappedParts();
    weights.quantised = std::move(quantised);
    return weights;
}

} // namespace engine
