// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/cuda_check.h"
#include "kernels/error.h"

#include <string>

namespace kernels {

namespace {

ErrorCode codeOf(cudaError_t error) {
    switch (error) {
    case cudaErrorMemoryAllocation:
        return ErrorCode::OutOfMemory;
    case cudaErrorInvalidValue:
    case cudaErrorInvalidConfiguration:
    case cudaErrorLaunchOutOfResources:
        return ErrorCode::Internal;
    default: // the device is not there, or no longer: after a failed kernel nothing works on it
        return ErrorCode::DeviceUnavailable;
    }
}

} // namespace

// Of these the toolkit says that the process has to be started anew.
bool isBreakdown(cudaError_t error) {
    switch (error) {
    case cudaErrorECCUncorrectable:
    case cudaErrorNvlinkUncorrectable:
    case cudaErrorIllegalAddress:
    case cudaErrorLaunchTimeout:
    case cudaErrorAssert:
    case cudaErrorHardwareStackError:
    case cudaErrorIllegalInstruction:
    case cudaErrorMisalignedAddress:
    case cudaErrorInvalidAddressSpace:
    case cudaErrorInvalidPc:
    case cudaErrorLaunchFailure:
    case cudaErrorContextIsDestroyed:
        return true;
    default:
        return false;
    }
}

void cudaCheck(cudaError_t error, const char* doing) {
    if (error == cudaSuccess) {
        return;
    }
    cudaGetLastError(); // else the next call would report it again
    throw Error(codeOf(error), std::string("the GPU failed at ") + doing + ": " +
                                   cudaGetErrorString(error) + " (" + cudaGetErrorName(error) +
                                   ")");
}

} // namespace kernels
