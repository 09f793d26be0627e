// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/memory_estimate.h"

#include <algorithm>

namespace app {

namespace {

// Of the engine: engine/session.cpp, engine/language/kv_cache.cpp; and of kernels: cpu/moe.cpp,
// cuda/cublas_lt.cu.
constexpr qint64 kFloat = 4;
constexpr qint64 kTextTokens = 1024;
constexpr qint64 kReservedAnswer = 256;
constexpr qint64 kSmallestCache = 256;
constexpr qint64 kWaveRows = 1024;
constexpr qint64 kLibraryBytes = qint64{32} << 20;

struct Sizes {
    const DeviceShape& device;
    qint64 tiles = 0;
    qint64 visualTokens = 0;
    qint64 tokens = 0;
    qint64 conversations = 1;

    qint64 rows() const { return std::min(device.promptRows, tokens); } // of a pass
};

Sizes sizesOf(const MemoryShape& shape, const Workload& workload) {
    Sizes sizes{workload.isOnGpu ? shape.gpu : shape.cpu};
    sizes.tiles = std::max(1, workload.tiles);
    sizes.visualTokens =
        workload.visualTokens > 0 ? workload.visualTokens : sizes.tiles * shape.tokensPerTile;
    sizes.tokens = workload.tokens > 0 ? workload.tokens : sizes.visualTokens + kTextTokens;
    sizes.tokens = std::min(sizes.tokens, std::max<qint64>(1, shape.contextTokens));
    sizes.conversations = std::max(1, workload.conversations);
    return sizes;
}

qint64 cacheBytes(const MemoryShape& shape, const Sizes& sizes, WeightBits weights) {
    const qint64 capacity = std::max(sizes.tokens + kReservedAnswer, kSmallestCache);
    return sizes.conversations * capacity * shape.layers *
           sizes.device.cacheBytes[std::size_t(weights)];
}

// Of one pass of tiles through the tower and the projector.
qint64 towerBytes(const MemoryShape& shape, const Sizes& sizes) {
    const qint64 value = sizes.device.valueBytes;
    const qint64 widest = shape.visionMlp + 4 * shape.visionWidth;
    const qint64 perTile = std::max<qint64>(1, shape.patches * widest * value);
    const qint64 together = std::clamp<qint64>(sizes.device.towerBytes / perTile, 1, sizes.tiles);
    const qint64 pixels = shape.tileEdge * shape.tileEdge * 3;
    const qint64 features = shape.patches * shape.visionWidth;
    const qint64 patchPixels = shape.patches * 3 * shape.patchSize * shape.patchSize;
    const qint64 block =
        shape.patches * (shape.visionWidth + std::max(3 * shape.visionWidth, shape.visionMlp));
    const qint64 projected = shape.tokensPerTile * (4 * shape.visionWidth + shape.width);
    return together * (pixels + value * (features + std::max({block, patchPixels, projected})));
}

qint64 pictureBytes(const MemoryShape& shape, const Sizes& sizes) {
    const qint64 rows = sizes.visualTokens * shape.width;
    const qint64 vectors = sizes.tiles * shape.tokensPerTile * shape.width;
    return (rows + vectors) * sizes.device.valueBytes + towerBytes(shape, sizes);
}

// What the CPU's experts take of their own in a pass over the prompt.
qint64 cpuExpertBytes(const MemoryShape& shape, const Sizes& sizes) {
    const qint64 assignments = std::min(sizes.rows() * shape.expertsPerToken, kWaveRows);
    return kFloat * assignments * (std::max(shape.width, shape.expertWidth) + shape.expertWidth);
}

// What a GPU keeps for its experts and gated products, and for its library.
qint64 gpuScratchBytes(const MemoryShape& shape, const Sizes& sizes) {
    const qint64 value = sizes.device.valueBytes;
    const qint64 assignments = sizes.rows() * shape.expertsPerToken;
    const qint64 experts = assignments * (kFloat * shape.width + value * shape.expertWidth);
    const qint64 gated = 2 * sizes.rows() * shape.denseWidth * value;
    return std::max(experts, gated) + kLibraryBytes;
}

// Of one pass over the prompt through the widest layer.
qint64 promptBytes(const MemoryShape& shape, const Sizes& sizes, bool isOnGpu) {
    const qint64 value = sizes.device.valueBytes;
    const qint64 pictures = sizes.visualTokens * shape.width * value;
    const qint64 residual = 2 * sizes.rows() * shape.width * value;
    const qint64 attention =
        value * (sizes.rows() * shape.attentionWidth + sizes.tokens * shape.expandedWidth);
    const qint64 dense = value * sizes.rows() * shape.denseWidth;
    const qint64 experts = isOnGpu ? 0 : cpuExpertBytes(shape, sizes);
    return pictures + residual + std::max(attention, experts + dense);
}

} // namespace

MemoryUse estimateMemory(const MemoryShape& shape, const Workload& workload) {
    const Sizes sizes = sizesOf(shape, workload);
    const qint64 logits = sizes.conversations * shape.vocabulary * kFloat;
    MemoryUse use;
    use.weights = shape.weightBytes[std::size_t(workload.weights)];
    use.cache = cacheBytes(shape, sizes, workload.weights);
    use.scratch =
        std::max(pictureBytes(shape, sizes), promptBytes(shape, sizes, workload.isOnGpu)) + logits +
        (workload.isOnGpu ? gpuScratchBytes(shape, sizes) : 0);
    return use;
}

MemoryUse estimateMost(const MemoryShape& shape, WeightBits weights) {
    Workload full;
    full.weights = weights;
    full.tokens = int(std::min<qint64>(shape.contextTokens, 1 << 30));
    return estimateMemory(shape, full);
}

} // namespace app
