// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a row of a quantised weight lies in memory, the same for every backend and in files. Inputs
// are padded with zeros to a multiple of 128. First the scales, BF16, one for every group of 64
// inputs, padded to a multiple of 16 bytes; then the values, as two's complement. Of 8 bits: a byte
// an input, -127…127. Of 4 bits: 16 bytes for every 32 inputs, byte b holding input b in its lower
// half and input b + 16 in its upper half, -8…7. A weight is value × scale.
#pragma once

#include <cstdint>

namespace kernels {

constexpr std::int64_t kGroupInputs = 64;
constexpr std::int64_t kPairedInputs = 32;       // whose 4-bit values share 16 bytes
constexpr std::int64_t kQuantisedStep = 128;     // whole vectors on every machine
constexpr std::int64_t kQuantisedAlignment = 16; // of a row's first byte, in bytes

constexpr std::int64_t quantisedInputs(std::int64_t inputs) {
    return (inputs + kQuantisedStep - 1) / kQuantisedStep * kQuantisedStep;
}

// Bytes of the scales, with their padding: where the values begin.
constexpr std::int64_t quantisedScaleBytes(std::int64_t inputs) {
    const std::int64_t bytes = quantisedInputs(inputs) / kGroupInputs * 2;
    return (bytes + kQuantisedAlignment - 1) / kQuantisedAlignment * kQuantisedAlignment;
}

constexpr std::int64_t quantisedRowBytes(int bits, std::int64_t inputs) {
    return quantisedScaleBytes(inputs) + quantisedInputs(inputs) * bits / 8;
}

} // namespace kernels
