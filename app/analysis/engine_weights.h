// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How weights are loaded, in the engine's terms. Any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/analysis/engine_failure.h"
#include "app/models/weight_bits.h"
#include "engine/engine.h"

namespace app {

constexpr engine::Quantisation quantisationFor(WeightBits bits) {
    switch (bits) {
    case WeightBits::Eight:
        return engine::Quantisation::EightBits;
    case WeightBits::Four:
        return engine::Quantisation::FourBits;
    default:
        return engine::Quantisation::None;
    }
}

// On the CPU; where weights are quantised, from and into the user's cache folder.
inline engine::EngineOptions weightOptions(const ModelChoice& choice) {
    engine::EngineOptions options;
    options.threads = choice.threads;
    options.quantisation = quantisationFor(choice.weights);
    options.cacheFolder = toPath(quantisedFolder());
    return options;
}

} // namespace app
