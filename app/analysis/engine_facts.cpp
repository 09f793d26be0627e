// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_facts.h"

#include "app/analysis/engine_failure.h"
#include "app/analysis/engine_weights.h"
#include "app/machine.h"
#include "engine/checkpoint.h"
#include "engine/engine.h"
#include "engine/model_config.h"
#include "engine/weights.h"

#include <algorithm>

namespace app {

namespace {

void describeVision(const engine::ModelConfig& config, MemoryShape& shape) {
    shape.tileEdge = config.vision.imageSize;
    shape.patchSize = config.vision.patchSize;
    shape.patches = config.vision.patches();
    shape.visionWidth = config.vision.width;
    shape.visionMlp = config.vision.mlpWidth;
    const int side = (config.vision.grid() + config.projector.downsampleRatio - 1) /
                     config.projector.downsampleRatio;
    shape.tokensPerTile = qint64{side} * side;
}

void describeAttention(const engine::LanguageConfig& config, MemoryShape& shape) {
    const qint64 heads = config.numAttentionHeads;
    const qint64 q = heads * config.qkHeadDim();
    const qint64 mixed = heads * config.valueHeadDim();
    const qint64 kept = config.cacheWidth();
    if (config.useMla) {
        shape.expandedWidth = q + heads * (config.qkNopeHeadDim + config.vHeadDim);
    }
    shape.attentionWidth = q + mixed + kept;
}

DeviceShape describeDevice(const engine::LanguageConfig& config, engine::Device device) {
    engine::EngineOptions options;
    options.device = device;
    const bool isOnGpu = device == engine::Device::Cuda;
    DeviceShape shape;
    shape.valueBytes = isOnGpu ? qint64(sizeOf(options.activations)) : qint64(sizeof(float));
    shape.promptRows = engine::passSize(device).promptRows;
    shape.towerBytes = engine::passSize(device).towerBytes;
    for (const WeightBits bits : kWeightBits) {
        options.quantisation = quantisationFor(bits);
        shape.cacheBytes[std::size_t(bits)] =
            config.cacheWidth() * qint64(sizeOf(engine::cacheType(config, options)));
    }
    return shape;
}

void describeLanguage(const engine::LanguageConfig& config, MemoryShape& shape) {
    shape.width = config.hiddenSize;
    shape.layers = config.numHiddenLayers;
    shape.vocabulary = config.vocabSize;
    shape.contextTokens = config.maxPositionEmbeddings;
    bool hasDense = false;
    for (int layer = 0; layer < config.numHiddenLayers; ++layer) {
        if (config.isMoeLayer(layer)) {
            shape.expertWidth = config.moeIntermediateSize;
            shape.expertsPerToken = config.numExpertsPerTok;
        } else {
            hasDense = true;
        }
    }
    shape.denseWidth = std::max<qint64>(hasDense ? config.intermediateSize : 0,
                                        config.nSharedExperts * shape.expertWidth);
    describeAttention(config, shape);
}

} // namespace

Result<ModelFacts> readModelFacts(const QString& folder) {
    return guarded(folder, [&]() -> Result<ModelFacts> {
        const engine::ModelConfig config = engine::loadModelConfig(toPath(folder));
        const engine::Checkpoint checkpoint(toPath(folder));
        ModelFacts facts;
        facts.variant = QString::fromStdString(config.variantName());
        facts.parameters = config.parameterCount();
        facts.contextTokens = config.language.maxPositionEmbeddings;
        for (const WeightBits bits : kWeightBits) {
            facts.memory.weightBytes[std::size_t(bits)] =
                qint64(engine::weightBytes(checkpoint, config, quantisationFor(bits)));
        }
        describeVision(config, facts.memory);
        describeLanguage(config.language, facts.memory);
        facts.memory.cpu = describeDevice(config.language, engine::Device::Cpu);
        facts.memory.gpu = describeDevice(config.language, engine::Device::Cuda);
        return facts;
    });
}

QVector<DeviceChoice> availableDevices() {
    const QString processor = processorName();
    QVector<DeviceChoice> devices{
        {QStringLiteral("cpu"),
         processor.isEmpty() ? QStringLiteral("CPU") : QStringLiteral("CPU, %1").arg(processor)}};
    for (const std::string& gpu : engine::gpuNames()) {
        const qsizetype number = devices.size() - 1;
        devices.append(
            {number == 0 ? QStringLiteral("cuda") : QStringLiteral("cuda:%1").arg(number),
             QStringLiteral("GPU, %1").arg(QString::fromStdString(gpu))});
    }
    return devices;
}

} // namespace app
