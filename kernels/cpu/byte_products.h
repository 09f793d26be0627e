// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of rows of bytes with weights as bytes: of many rows with a panel of coded weights, and
// of few rows with weights as they lie in memory. Highway 1.0.3 does not know the instructions for
// that, so every instruction set that has some has a small file of its own, which CMake compiles
// for it. Usable from any thread.
#pragma once

#include <cstdint>
#include <span>

namespace kernels {

// Between what is read of a stream of weights and what is asked for meanwhile. Intel's processors
// stop at the end of every page by themselves; AMD's don't, and asking disturbs them (a Zen 5 then
// read 86 instead of 95 % of what it could).
std::int64_t bytesAhead();

// Scales and sums of groups are taken so many at a time.
constexpr std::int64_t kScalesTogether = 8;

// Rows of inputs in groups of 64, each with its scale.
struct ByteRows {
    const std::int8_t* values; // first row's, one after another
    const float* scales; // first row's, one a group, and zeros to a multiple of kScalesTogether
    const std::int32_t* sums; // first row's, as its scales: Σ values
    std::int64_t stride;      // bytes from row to row, of all three
    std::int64_t count;
};

// How a kernel wants the values of panels.
enum class ByteCoding {
    Raised, // + 128, those of 4 bits times 16 before, which their scales take back
    Plain,  // those of 8 bits as they are, those of 4 bits + 8
};

// A group of a panel is sixteen quads of four inputs each.
struct ByteProduct {
    const std::uint8_t* weights; // (groups, 16, kPanelColumns, 4), coded
    const float* weightScales;   // (groups, kPanelColumns), of the values as they are coded
    ByteRows rows;               // a multiple of 4, from the first group's values on
    std::int64_t groups;
    std::int64_t columns; // a multiple of 16, at most kPanelColumns
    float* sums;          // (rows, columns)
    std::int64_t sumStride;
    bool isFirst; // else the sums are added to those of earlier inputs
};

// Weights as quantised_row.h says; every one is read once and meets all rows while it is near.
struct FewRowsProduct {
    const std::uint8_t* weights; // first output's row
    std::int64_t weightStride;   // bytes
    std::int64_t scaleBytes;     // of a row of weights, before its values
    std::int64_t outputs;
    ByteRows rows;
    std::int64_t groups;
    float* sums; // (rows, outputs)
    std::int64_t sumStride;
    std::int64_t bytesAhead; // as the function says
};

struct ByteKernel {
    const char* name;
    std::int64_t target; // of Highway's, the least that may use it
    ByteCoding coding;
    void (*multiply8)(const ByteProduct& product); // with weights of 8 bits
    void (*multiply4)(const ByteProduct& product); // and of 4
    void (*multiplyFew8)(const FewRowsProduct& product);
    void (*multiplyFew4)(const FewRowsProduct& product);
};

// All that this processor runs, the best first.
std::span<const ByteKernel> byteKernels();

// The best one that a program for this target of Highway's may use; nullptr: none.
const ByteKernel* byteKernelFor(std::int64_t target);

extern const ByteKernel kAvx512VnniKernel;
extern const ByteKernel kAvxVnniKernel;
extern const ByteKernel kAvx2Kernel;

} // namespace kernels
