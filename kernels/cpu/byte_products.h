// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of many rows of bytes with a panel of weights as bytes. Highway 1.0.3 does not know the
// instructions for that, so every instruction set that has some has a small file of its own, which
// CMake compiles for it. Usable from any thread.
#pragma once

#include <cstdint>
#include <span>

namespace kernels {

// How a kernel wants the values of weights.
enum class ByteCoding {
    Raised, // + 128, those of 4 bits times 16 before
    Plain,  // those of 8 bits as they are, those of 4 bits + 8
};

// Inputs come in groups of 64, sixteen quads of four bytes each.
struct ByteProduct {
    const std::uint8_t* weights; // (groups, 16, kPanelColumns, 4), coded
    const float* weightScales;   // (groups, kPanelColumns)
    const std::int8_t* rows;     // first row's first group; each row's values one after another
    const float* rowScales;      // first row's, one a group
    const std::int32_t* rowSums; // first row's, one a group: Σ values
    std::int64_t rowBytes;       // from row to row, of all three
    std::int64_t rowCount;       // a multiple of 4
    std::int64_t groups;
    std::int64_t columns; // a multiple of 16, at most kPanelColumns
    float* sums;          // (rowCount, columns)
    std::int64_t sumStride;
    bool isFirst; // else the sums are added to those of earlier inputs
};

struct ByteKernel {
    const char* name;
    std::int64_t target; // of Highway's, the least that may use it
    ByteCoding coding;
    void (*multiply8)(const ByteProduct& product); // with weights of 8 bits
    void (*multiply4)(const ByteProduct& product); // and of 4
};

// All that this processor runs, the best first.
std::span<const ByteKernel> byteKernels();

// The best one that a program for this target of Highway's may use; nullptr: none.
const ByteKernel* byteKernelFor(std::int64_t target);

void byteProductsAvx512Vnni(const ByteProduct& product);
void byteProductsAvxVnni(const ByteProduct& product);
void byteProductsAvx2(const ByteProduct& product);
void nibbleProductsAvx2(const ByteProduct& product);

} // namespace kernels
