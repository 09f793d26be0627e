// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/tested_device.h"

#include <cstdio>
#include <cstdlib>
#include <limits>

namespace tested {

namespace {

engine::EngineOptions withActivations(kernels::DType type) {
    engine::EngineOptions options;
    options.device = engine::Device::Cuda;
    options.activations = type;
    return options;
}

// As on a GPU that is too small for the experts.
engine::EngineOptions withoutRoomForExperts() {
    engine::EngineOptions options = withActivations(kernels::DType::BF16);
    options.workingBytes = std::numeric_limits<std::uint64_t>::max();
    return options;
}

} // namespace

const std::vector<Device>& devices() {
    if (kernels::cudaDevices().empty()) {
        std::puts("skipped: no GPU can be used here");
        std::exit(77); // what ctest takes for skipped
    }
    static const bool isSlow = kernels::cudaDevices().front().starts_with("emulated") &&
                               std::getenv("TESSERA_ALL_ROWS") == nullptr;
    static const std::vector<Device> all{
        {"cuda, fp32", withActivations(kernels::DType::F32), true, isSlow},
        {"cuda, bf16", withActivations(kernels::DType::BF16), false, isSlow},
        {"cuda, bf16, experts on the CPU", withoutRoomForExperts(), false, isSlow}};
    return all;
}

} // namespace tested
