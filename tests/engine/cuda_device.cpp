// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/tested_device.h"

#include <cstdio>
#include <cstdlib>

namespace tested {

namespace {

engine::EngineOptions withActivations(kernels::DType type) {
    engine::EngineOptions options;
    options.device = engine::Device::Cuda;
    options.activations = type;
    return options;
}

} // namespace

const std::vector<Device>& devices() {
    if (kernels::cudaDevices().empty()) {
        std::puts("skipped: no GPU can be used here");
        std::exit(77); // what ctest takes for skipped
    }
    static const std::vector<Device> all{
        {"cuda, fp32", withActivations(kernels::DType::F32), true},
        {"cuda, bf16", withActivations(kernels::DType::BF16), false}};
    return all;
}

} // namespace tested
