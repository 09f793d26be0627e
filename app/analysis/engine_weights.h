// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine's name for how weights are loaded. Any thread.
#pragma once

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

} // namespace app
