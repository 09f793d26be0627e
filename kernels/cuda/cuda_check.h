// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every call of the CUDA runtime goes through: its failure becomes a kernels::Error whose code
// names what the user can do.
#pragma once

#include <cuda_runtime.h>

namespace kernels {

// Throws OutOfMemory, or DeviceUnavailable for a device that is missing, lost or too old, or
// Internal for a launch that is wrong in itself. doing: "allocating 12 bytes", for the text.
void cudaCheck(cudaError_t error, const char* doing);

// Whether a kernel or the device broke down: nothing works on it in this process any more, unless
// it is reset.
bool isBreakdown(cudaError_t error);

} // namespace kernels
