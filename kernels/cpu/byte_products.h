// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of many rows of signed bytes with a panel of unsigned ones, on processors that have an
// instruction for four of them at a time. Highway 1.0.3 does not know it, so every such instruction
// set has a small file of its own, which CMake compiles for it. Usable from any thread.
#pragma once

#include <cstdint>

namespace kernels {

// Weights as bytes + 128. Inputs come in groups of 64, sixteen quads of four bytes each.
struct ByteProduct {
    const std::uint8_t* weights; // (groups, 16, kPanelColumns, 4)
    const float* weightScales;   // (groups, kPanelColumns)
    const std::int8_t* rows;     // first row's first group; each row's values one after another
    const float* rowScales;      // first row's, one a group
    const std::int32_t* starts;  // first row's, one a group: −128 · Σ values
    std::int64_t rowBytes;       // from row to row, of all three
    std::int64_t rowCount;       // a multiple of 4
    std::int64_t groups;
    std::int64_t columns; // a multiple of 16, at most kPanelColumns
    float* sums;          // (rowCount, columns)
    std::int64_t sumStride;
    bool isFirst; // else the sums are added to those of earlier inputs
};

using ByteKernel = void (*)(const ByteProduct& product);

// The processor's best one that a program for no more than this target of Highway's may use;
// nullptr: none.
ByteKernel byteKernelFor(std::int64_t target);

void byteProductsAvx512Vnni(const ByteProduct& product);
void byteProductsAvxVnni(const ByteProduct& product);

} // namespace kernels
