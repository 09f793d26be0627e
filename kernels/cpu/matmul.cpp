// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of whole matrices, cut into blocks of outputs that the threads share. The sums of a
// block are made by product.h and go to the output through epilogue.h.
//
// Own code and not oneDNN: on two Zen 4 cores (multiply-add ceiling 234 GFLOP/s) oneDNN 2.6.3 with
// weights already widened to fp32, against this code with BF16 weights as stored, in GFLOP/s:
//     rows   1152 -> 3456   1152 -> 1152   1152 -> 4304   4304 -> 1152
//      729   220 / 220      207 / 220      220 / 219      205 / 220
//     7290   230 / 221      227 / 219      230 / 220      225 / 220
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/epilogue.h"
#include "kernels/cpu/product.h"
#include "kernels/cpu/ranges.h"

namespace kernels {
namespace {

// Rows that are arranged at once. Every panel meets all of them, so they are read once per panel
// and should stay in the last cache (of 1152 inputs: 3.5 MB).
constexpr std::int64_t kRowsArranged = 768;
// Row blocks end at whole register blocks.
constexpr std::int64_t kRowStep = 8;

// Outputs [row, row + rows) × [column, column + columns) of a product.
struct Block {
    std::int64_t row;
    std::int64_t rows;
    std::int64_t column;
    std::int64_t columns;
};

// A grid of blocks over (rows, outputs). Rows are cut only when the outputs alone give the threads
// too little to share, since each cut packs the weights again.
class Blocks {
public:
    Blocks(std::int64_t rows, const Tensor& weight, int threads)
        : m_rows(rows)
        , m_columns(weight.size(0))
        , m_columnStep(blockColumns(rows, weight, threads))
        , m_across(roundUp(m_columns, m_columnStep) / m_columnStep) {
        const std::int64_t wanted = kPiecesPerThread * threads;
        const bool isShared = m_across > 1 && rows > kFewRows;
        const std::int64_t down = isShared && m_across < wanted ? wanted / m_across : 1;
        m_rowStep = roundUp(roundUp(rows, down) / down, kRowStep);
        m_down = roundUp(rows, m_rowStep) / m_rowStep;
    }

    std::int64_t count() const { return m_across * m_down; }

    Block operator[](std::int64_t index) const {
        const std::int64_t row = index / m_across * m_rowStep;
        const std::int64_t column = index % m_across * m_columnStep;
        return {row, std::min(m_rowStep, m_rows - row), column,
                std::min(m_columnStep, m_columns - column)};
    }

private:
    std::int64_t m_rows;
    std::int64_t m_columns;
    std::int64_t m_columnStep;
    std::int64_t m_across;
    std::int64_t m_rowStep = 0;
    std::int64_t m_down = 0;
};

void checkActivations(const Tensor& out, const Tensor& in) {
    check(out.dtype == DType::F32 && in.dtype == DType::F32, "products: activations must be F32");
}

float* at(const Tensor& matrix, std::int64_t row, std::int64_t column) {
    return matrix.as<float>() + row * matrix.stride(0) + column;
}

// The bias as dense floats; memory holds them where it is stored otherwise.
const float* biasFloats(const Tensor* bias, std::vector<float>& memory) {
    if (bias == nullptr) {
        return nullptr;
    }
    if (bias->dtype == DType::F32 && bias->isDense()) {
        return bias->as<const float>();
    }
    memory.resize(static_cast<std::size_t>(bias->size(0)));
    widen(memory.data(), *bias);
    return memory.data();
}

// The matrix at this index of dimension d of a tensor of rank 3.
Tensor matrixOf(const Tensor& tensor, int d, std::int64_t index) {
    Tensor matrix = tensor.slice(d, index, 1);
    const std::size_t row = d == 0 ? 1 : 0;
    matrix.rank = 2;
    matrix.shape = {tensor.shape[row], tensor.shape[2]};
    matrix.strides = {tensor.strides[row], tensor.strides[2]};
    return matrix;
}

// out = in · weightᵀ on the calling thread.
void multiplyAlone(const Tensor& out, const Tensor& in, const Tensor& weight, Workspace& scratch) {
    const RowLayout layout = rowLayout(in.size(0), weight);
    const std::int64_t depth = in.size(1);
    const std::int64_t step = std::min(in.size(0), kRowsArranged);
    const std::size_t arranged = arrangedFloats(layout, step, depth);
    float* panel = scratch.take<float>(kPanelFloats + arranged + sumFloats(step, kPanelColumns));
    float* sums = panel + kPanelFloats + arranged;
    for (std::int64_t first = 0; first < in.size(0); first += step) {
        const ArrangedRows rows{panel + kPanelFloats, std::min(step, in.size(0) - first), depth,
                                layout};
        arrangeRows(panel + kPanelFloats, layout, {in.slice(0, first, rows.rows)}, 0, rows.rows);
        for (std::int64_t column = 0; column < out.size(1); column += kPanelColumns) {
            const std::int64_t columns = std::min(kPanelColumns, out.size(1) - column);
            productSums(sums, rows, weight.slice(0, column, columns), panel);
            for (std::int64_t r = 0; r < rows.rows; ++r) {
                std::copy_n(sums + r * sumStride(columns), columns, at(out, first + r, column));
            }
        }
    }
}

} // namespace

template <class Finish>
void CpuBackend::multiply(const Tensor& in, std::span<const Tensor> weights, const Finish& finish) {
    const std::int64_t total = in.size(0);
    const std::int64_t depth = in.size(1);
    if (total == 0 || weights[0].size(0) == 0) {
        return;
    }
    const RowLayout layout = rowLayout(total, weights[0]);
    const std::int64_t parts = roundUp(total, kRowsArranged) / kRowsArranged;
    const std::int64_t step = roundUp(roundUp(total, parts) / parts, kRowStep);
    float* arranged = m_scratch.take<float>(arrangedFloats(layout, std::min(step, total), depth));
    for (std::int64_t first = 0; first < total; first += step) {
        const Tensor part = in.slice(0, first, std::min(step, total - first));
        const ArrangedRows rows{arranged, part.size(0), depth, layout};
        forRanges(m_pool, roundUp(rows.rows, 4) / 4, 4 * depth,
                  [&](std::int64_t quad, std::int64_t quads, int) {
                      const std::int64_t count = std::min(4 * quads, rows.rows - 4 * quad);
                      arrangeRows(arranged, layout, {part}, 4 * quad, count);
                  });
        const Blocks blocks(rows.rows, weights[0], m_pool.threads());
        m_pool.parallelFor(blocks.count(), [&](std::int64_t index, int thread) {
            Block block = blocks[index];
            const std::size_t each = sumFloats(block.rows, block.columns);
            float* panel = scratchOf(thread).take<float>(kPanelFloats + weights.size() * each);
            float* sums = panel + kPanelFloats;
            for (std::size_t w = 0; w < weights.size(); ++w) {
                productSums(sums + w * each, rows.slice(block.row, block.rows),
                            weights[w].slice(0, block.column, block.columns), panel);
            }
            block.row += first;
            finish(block, sums);
        });
    }
}

void CpuBackend::linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                        const Epilogue& epilogue) {
    checkLinear(out, in, weight, epilogue);
    checkActivations(out, in);
    check(epilogue.residual == nullptr || epilogue.residual->dtype == DType::F32,
          "linear: the residual must be F32");
    std::vector<float> memory;
    const float* bias = biasFloats(epilogue.bias, memory);
    multiply(in, {&weight, 1}, [&](const Block& block, const float* sums) {
        RowEpilogue rowEpilogue{bias == nullptr ? nullptr : bias + block.column,
                                epilogue.activation};
        for (std::int64_t r = 0; r < block.rows; ++r, sums += sumStride(block.columns)) {
            if (epilogue.residual != nullptr) {
                rowEpilogue.residual = at(*epilogue.residual, block.row + r, block.column);
            }
            finishRow(at(out, block.row + r, block.column), sums, block.columns, rowEpilogue);
        }
    });
}

void CpuBackend::swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up) {
    checkSwiGlu(out, in, gate, up);
    checkActivations(out, in);
    const std::array<Tensor, 2> weights{gate, up};
    multiply(in, weights, [&](const Block& block, const float* gateSums) {
        const float* upSums = gateSums + sumFloats(block.rows, block.columns);
        for (std::int64_t r = 0; r < block.rows; ++r) {
            finishSwiGluRow(at(out, block.row + r, block.column), gateSums, upSums, block.columns);
            gateSums += sumStride(block.columns);
            upSums += sumStride(block.columns);
        }
    });
}

// Heads are independent products of a size that one thread does best alone.
void CpuBackend::linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) {
    checkLinearPerHead(out, in, weight);
    checkActivations(out, in);
    if (out.size(2) > 1 && out.stride(2) != 1) {
        const Buffer memory =
            allocateHost(static_cast<std::size_t>(out.elements()) * sizeof(float));
        const Tensor dense = memory.view(DType::F32, {out.size(0), out.size(1), out.size(2)});
        linearPerHead(dense, in, weight);
        return copy(out, dense);
    }
    if (in.size(2) > 1 && in.stride(2) != 1) {
        const Buffer memory = allocateHost(static_cast<std::size_t>(in.elements()) * sizeof(float));
        const Tensor dense = memory.view(DType::F32, {in.size(0), in.size(1), in.size(2)});
        copy(dense, in);
        return linearPerHead(out, dense, weight);
    }
    forRanges(m_pool, out.size(1), weight.size(1) * weight.size(2),
              [&](std::int64_t first, std::int64_t count, int thread) {
                  for (std::int64_t head = first; head < first + count; ++head) {
                      multiplyAlone(matrixOf(out, 1, head), matrixOf(in, 1, head),
                                    matrixOf(weight, 0, head), scratchOf(thread));
                  }
              });
}

} // namespace kernels
