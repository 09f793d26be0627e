// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one place where kernels start. The call goes through the runtime's own function instead of
// the <<<>>> of the language, so that sources stay plain C++, which tests/cuda_on_host compiles and
// runs without a GPU.
#pragma once

#include "kernels/cuda/cuda_check.h"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace kernels {

// Blocks in up to three dimensions; threads of each in one; dynamic shared memory in bytes.
struct Grid {
    dim3 blocks;
    unsigned threads = 256;
    std::size_t sharedBytes = 0;
};

// Enough blocks of `each` for count things.
inline unsigned blocksFor(std::int64_t count, std::int64_t each) {
    return static_cast<unsigned>((count + each - 1) / each);
}

// Arguments are converted to the kernel's parameters. Returns before the kernel has run.
template <class... Parameters, class... Arguments>
void launch(cudaStream_t stream, const Grid& grid, void (*kernel)(Parameters...),
            Arguments&&... arguments) {
    cudaLaunchConfig_t config{};
    config.gridDim = grid.blocks;
    config.blockDim = dim3{grid.threads};
    config.dynamicSmemBytes = grid.sharedBytes;
    config.stream = stream;
    cudaCheck(
        cudaLaunchKernelEx(&config, kernel, Parameters(std::forward<Arguments>(arguments))...),
        "starting a kernel");
}

} // namespace kernels
