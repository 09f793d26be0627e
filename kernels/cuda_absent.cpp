// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled instead of kernels/cuda where the program is built without CUDA.
#include "kernels/backend.h"

namespace kernels {

std::vector<std::string> cudaDevices() {
    return {};
}

std::unique_ptr<Backend> makeCudaBackend(int /*device*/, DType /*activations*/) {
    throw Error(ErrorCode::DeviceUnavailable,
                "This program was built without GPU support; choose the CPU (--device cpu)");
}

} // namespace kernels
