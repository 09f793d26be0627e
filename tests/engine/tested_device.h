// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the engine's tests run on: the processor (cpu_device.cpp), or a GPU, real or emulated
// (cuda_device.cpp), with activations of one type or another.
#pragma once

#include "engine/engine.h"

#include <vector>

namespace tested {

struct Device {
    const char* name;
    engine::EngineOptions options;
    // fp32 throughout: differs from the published implementation by the order of its sums only.
    bool isExact = true;
    // Emulated: hundreds of times slower, so that fewer rows are run unless TESSERA_ALL_ROWS is
    // set.
    bool isSlow = false;
};

const std::vector<Device>& devices();

} // namespace tested
