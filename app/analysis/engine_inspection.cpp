// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_inspection.h"

#include <QFile>
#include <QJsonDocument>

namespace app {

namespace {

QJsonObject toJson(const engine::VisionConfig& config) {
    return {{"image_size", config.imageSize}, {"patch_size", config.patchSize},
            {"width", config.width},          {"layers", config.layers},
            {"heads", config.heads},          {"mlp_width", config.mlpWidth}};
}

QJsonObject toJson(const engine::ProjectorConfig& config) {
    return {{"input_dim", config.inputDim},
            {"n_embed", config.nEmbed},
            {"depth", config.depth},
            {"mlp_ratio", config.mlpRatio},
            {"downsample_ratio", config.downsampleRatio}};
}

QJsonObject toJson(const engine::LanguageConfig& config) {
    using engine::ScoringFunc;
    using engine::TopkMethod;
    return {{"vocab_size", config.vocabSize},
            {"hidden_size", config.hiddenSize},
            {"intermediate_size", config.intermediateSize},
            {"moe_intermediate_size", config.moeIntermediateSize},
            {"num_hidden_layers", config.numHiddenLayers},
            {"num_attention_heads", config.numAttentionHeads},
            {"num_key_value_heads", config.numKeyValueHeads},
            {"n_shared_experts", config.nSharedExperts},
            {"n_routed_experts", config.nRoutedExperts},
            {"routed_scaling_factor", config.routedScalingFactor},
            {"use_mla", config.useMla},
            {"kv_lora_rank", config.kvLoraRank},
            {"qk_rope_head_dim", config.qkRopeHeadDim},
            {"qk_nope_head_dim", config.qkNopeHeadDim},
            {"v_head_dim", config.vHeadDim},
            {"topk_method", config.topkMethod == TopkMethod::Greedy ? "greedy" : "noaux_tc"},
            {"n_group", config.nGroup},
            {"topk_group", config.topkGroup},
            {"num_experts_per_tok", config.numExpertsPerTok},
            {"moe_layer_freq", config.moeLayerFreq},
            {"first_k_dense_replace", config.firstKDenseReplace},
            {"norm_topk_prob", config.normTopkProb},
            {"scoring_func", config.scoringFunc == ScoringFunc::Softmax ? "softmax" : "sigmoid"},
            {"max_position_embeddings", config.maxPositionEmbeddings},
            {"rms_norm_eps", config.rmsNormEps},
            {"rope_theta", config.ropeTheta},
            {"bos_token_id", config.bosTokenId},
            {"eos_token_id", config.eosTokenId}};
}

// The values in row-major order; a view with gaps or repeats is laid out densely first.
QByteArray bytesOf(const kernels::Tensor& tensor, kernels::Backend& backend) {
    const auto count = static_cast<std::size_t>(tensor.elements());
    const std::size_t size = count * kernels::sizeOf(tensor.dtype);
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (tensor.isDense()) {
        backend.download(bytes.data(), tensor);
        return bytes;
    }
    const kernels::Buffer buffer = backend.allocate(size);
    kernels::Tensor dense = tensor;
    dense.data = buffer.data();
    std::int64_t step = 1;
    for (auto d = static_cast<std::size_t>(tensor.rank); d-- > 0;) {
        dense.strides[d] = step;
        step *= dense.shape[d];
    }
    backend.copy(dense, tensor);
    backend.download(bytes.data(), dense);
    return bytes;
}

} // namespace

QJsonObject configJson(const engine::ModelConfig& config) {
    QJsonArray candidates;
    for (const engine::ImageSize& size : config.candidateResolutions) {
        candidates.append(QJsonArray{size.width, size.height});
    }
    return {{"variant", QString::fromStdString(config.variantName())},
            {"parameters", static_cast<qint64>(config.parameterCount())},
            {"vision", toJson(config.vision)},
            {"projector", toJson(config.projector)},
            {"language", toJson(config.language)},
            {"global_view_first", config.globalViewFirst},
            {"candidate_resolutions", candidates},
            {"image_mean", static_cast<double>(config.imageMean)},
            {"image_std", static_cast<double>(config.imageStd)}};
}

QString typeName(kernels::DType type) {
    switch (type) {
    case kernels::DType::F32:
        return QStringLiteral("f32");
    case kernels::DType::BF16:
        return QStringLiteral("bf16");
    case kernels::DType::F16:
        return QStringLiteral("f16");
    case kernels::DType::I32:
        return QStringLiteral("i32");
    default:
        break;
    }
    return QStringLiteral("u8");
}

QString shapeText(std::span<const std::int64_t> shape) {
    QStringList sizes;
    for (const std::int64_t size : shape) {
        sizes.append(QString::number(size));
    }
    return u'(' + sizes.join(u", ") + u')';
}

ModuleDump::ModuleDump(const QString& folder)
    : m_folder(folder) {
    if (!QDir().mkpath(folder)) {
        m_error = QStringLiteral("the folder cannot be made");
    }
}

void ModuleDump::write(std::string_view module, const kernels::Tensor& output,
                       kernels::Backend& backend) {
    const QByteArray bytes = bytesOf(output, backend);
    const QString name = QString::fromUtf8(module.data(), static_cast<qsizetype>(module.size()));
    const QString file =
        QStringLiteral("%1_%2.bin").arg(m_index.size(), 4, 10, QLatin1Char('0')).arg(name);
    const auto dimensions = std::span(output.shape).first(static_cast<std::size_t>(output.rank));
    m_index.append(QJsonObject{{"module", name},
                               {"file", file},
                               {"type", typeName(output.dtype)},
                               {"shape", shapeText(dimensions)}});
    save(file, bytes);
}

std::optional<Failure> ModuleDump::finish() {
    save(QStringLiteral("index.json"),
         QJsonDocument(QJsonObject{{"schema", 1}, {"outputs", m_index}}).toJson());
    if (m_error.isEmpty()) {
        return std::nullopt;
    }
    return Failure{FailureCode::FileAccess, m_folder.path(), m_error};
}

void ModuleDump::save(const QString& name, const QByteArray& bytes) {
    QFile file(m_folder.filePath(name));
    if (m_error.isEmpty() &&
        (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())) {
        m_error = file.errorString();
    }
}

} // namespace app
