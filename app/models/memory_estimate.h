// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much memory a model will take on the CPU or of a GPU, from its shapes alone, before it is
// opened. The weights are in memory whole, the rest follows what engine/ takes: the cache of each
// conversation, and the scratch memory of its largest pass. Pure, any thread.
#pragma once

#include "app/models/weight_bits.h"

#include <QtGlobal>

namespace app {

// Of what a model runs on.
struct DeviceShape {
    qint64 valueBytes = 4;                               // of an activation
    qint64 promptRows = 0;                               // of a prompt, in one pass
    qint64 towerBytes = 0;                               // for the tiles of a pass
    std::array<qint64, kWeightBits.size()> cacheBytes{}; // of a token and layer, as weightBytes
};

// What the memory of a model depends on (analysis/engine_facts reads it from the files).
struct MemoryShape {
    DeviceShape cpu;
    DeviceShape gpu;
    std::array<qint64, kWeightBits.size()> weightBytes{}; // as WeightBits numbers them
    // vision
    qint64 tileEdge = 384;
    qint64 patchSize = 14;
    qint64 patches = 729; // of a tile
    qint64 visionWidth = 0;
    qint64 visionMlp = 0;
    qint64 tokensPerTile = 196;
    // language
    qint64 width = 0;
    qint64 layers = 0;
    qint64 vocabulary = 0;
    qint64 attentionWidth = 0; // values of one token's q, k, v and mixed heads
    qint64 expandedWidth = 0;  // latent attention: of one cached token's keys and values
    qint64 expertWidth = 0;
    qint64 expertsPerToken = 0;
    qint64 denseWidth = 0; // of the widest MLP that every token goes through
    qint64 contextTokens = 0;
};

// What is asked of it.
struct Workload {
    int tiles = 10;        // distinct ones of a picture, overview included
    int visualTokens = 0;  // 0: tiles × tokensPerTile
    int tokens = 0;        // of a conversation in the end; 0: visual tokens and 1,024 of text
    int conversations = 1; // side by side
    WeightBits weights = WeightBits::Stored;
    bool isOnGpu = false;
};

struct MemoryUse {
    qint64 weights = 0;
    qint64 cache = 0;
    qint64 scratch = 0;

    qint64 total() const { return weights + cache + scratch; }
};

MemoryUse estimateMemory(const MemoryShape& shape, const Workload& workload = {});

// The same with the model's context filled to its end.
MemoryUse estimateMost(const MemoryShape& shape, WeightBits weights);

} // namespace app
