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

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

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
    // products: so many of this size are shared out at once.
    Blocks(std::int64_t rows, const Tensor& weight, std::int64_t products, int threads)
        : m_rows(rows)
        , m_columns(weight.size(0))
        , m_columnStep(blockColumns(rows, weight, products, threads))
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

// Rows that a thread arranges for itself. Where they fit its own cache and are many enough to pack
// the weights for, this spares the threads from reading each other's caches. 0: they do not.
std::int64_t ownRows(std::int64_t rows, std::int64_t depth, int threads) {
    constexpr std::int64_t kOwnFloats = 96 * 1024;
    constexpr std::int64_t kLeastRows = 96;
    const std::int64_t pieces = 2 * std::int64_t{threads};
    const std::int64_t even = roundUp(roundUp(rows, pieces) / pieces, kRowStep);
    const std::int64_t own =
        std::min(even, kOwnFloats / std::max<std::int64_t>(depth, 1) / kRowStep * kRowStep);
    return own < kLeastRows ? 0 : own;
}

Tensor partOf(const Tensor& matrix, const Block& block) {
    return matrix.slice(0, block.row, block.rows).slice(1, block.column, block.columns);
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

// The block's sums of every weight's product, one after another.
void sumBlock(float* sums, const ArrangedRows& rows, std::span<const Tensor> weights,
              const Block& block, float* panel) {
    for (const Tensor& weight : weights) {
        productSums(sums, rows, weight.slice(0, block.column, block.columns), panel);
        sums += sumFloats(block.rows, block.columns);
    }
}

// multiply() on the calling thread.
template <class Finish>
void multiplyAlone(const Tensor& in, std::span<const Tensor> weights, Workspace& scratch,
                   const Finish& finish) {
    const std::int64_t step = std::min(in.size(0), kRowsArranged);
    const RowLayout layout = rowLayout(in.size(0), weights[0]);
    const std::size_t arranged = arrangedFloats(layout, step, in.size(1));
    float* panel = scratch.take<float>(kPanelFloats + arranged +
                                       weights.size() * sumFloats(step, kPanelColumns));
    float* values = panel + kPanelFloats;
    for (std::int64_t first = 0; first < in.size(0); first += step) {
        const ArrangedRows rows{values, std::min(step, in.size(0) - first), in.size(1), layout};
        arrangeRows(values, layout, {in.slice(0, first, rows.rows)}, 0, rows.rows);
        for (std::int64_t column = 0; column < weights[0].size(0); column += kPanelColumns) {
            const Block block{first, rows.rows, column,
                              std::min(kPanelColumns, weights[0].size(0) - column)};
            sumBlock(values + arranged, rows, weights, block, panel);
            finish(block, values + arranged);
        }
    }
}

} // namespace

template <class Finish>
void CpuBackend::multiply(const Tensor& in, std::span<const Tensor> weights, const Finish& finish) {
    const std::int64_t total = in.size(0);
    if (total == 0 || weights[0].size(0) == 0) {
        return;
    }
    const std::int64_t own = ownRows(total, in.size(1), m_pool.threads());
    if (own == 0) {
        return multiplyTogether(in, weights, finish);
    }
    m_pool.parallelFor(roundUp(total, own) / own, [&](std::int64_t index, int thread) {
        const std::int64_t first = index * own;
        const Tensor rows = in.slice(0, first, std::min(own, total - first));
        multiplyAlone(rows, weights, scratchOf(thread), [&](Block block, const float* sums) {
            block.row += first;
            finish(block, sums);
        });
    });
}

template <class Finish>
void CpuBackend::multiplyTogether(const Tensor& in, std::span<const Tensor> weights,
                                  const Finish& finish) {
    const std::int64_t total = in.size(0);
    const std::int64_t depth = in.size(1);
    const RowLayout layout = rowLayout(total, weights[0]);
    const std::int64_t parts = roundUp(total, kRowsArranged) / kRowsArranged;
    const std::int64_t step = roundUp(roundUp(total, parts) / parts, kRowStep);
    float* values = m_scratch.take<float>(arrangedFloats(layout, std::min(step, total), depth));
    for (std::int64_t first = 0; first < total; first += step) {
        const Tensor part = in.slice(0, first, std::min(step, total - first));
        const ArrangedRows rows{values, part.size(0), depth, layout};
        forRanges(m_pool, roundUp(rows.rows, 4) / 4, 4 * depth,
                  [&](std::int64_t quad, std::int64_t quads, int) {
                      const std::int64_t count = std::min(4 * quads, rows.rows - 4 * quad);
                      arrangeRows(values, layout, {part}, 4 * quad, count);
                  });
        const Blocks blocks(rows.rows, weights[0], 1, m_pool.threads());
        m_pool.parallelFor(blocks.count(), [&](std::int64_t index, int thread) {
            Block block = blocks[index];
            const std::size_t sumsOfAll = weights.size() * sumFloats(block.rows, block.columns);
            float* panel = scratchOf(thread).take<float>(kPanelFloats + sumsOfAll);
            float* sums = panel + kPanelFloats;
            sumBlock(sums, rows.slice(block.row, block.rows), weights, block, panel);
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
        BlockEpilogue own{bias == nullptr ? nullptr : bias + block.column, epilogue.activation};
        Tensor residual;
        if (epilogue.residual != nullptr) {
            residual = partOf(*epilogue.residual, block);
            own.residual = &residual;
        }
        storeSums(partOf(out, block), sums, own);
    });
}

// Of few rows, the blocks of all weights are shared out together: those of one are soon done, and
// then threads would wait for each other.
void CpuBackend::project(std::span<const Tensor> outs, const NormedRows& rows,
                         std::span<const Tensor> weights) {
    checkProject(outs, rows, weights);
    check(rows.rows.dtype == DType::F32, "project: the CPU works in fp32");
    const std::int64_t count = rows.rows.size(0);
    const Tensor in(m_between.take<float>(static_cast<std::size_t>(rows.rows.elements())),
                    DType::F32, {count, rows.rows.size(1)});
    rmsNorm(in, rows.rows, rows.weight, rows.eps);
    const auto isNothing = [](const Tensor& out) {
        return out.elements() == 0;
    };
    if (count > kFewRows || weights.size() == 1 ||
        std::any_of(outs.begin(), outs.end(), isNothing)) {
        for (std::size_t i = 0; i < outs.size(); ++i) {
            linear(outs[i], in, weights[i], {});
        }
        return;
    }
    checkActivations(outs[0], in);
    const RowLayout layout = rowLayout(count, weights[0]);
    float* values = m_scratch.take<float>(arrangedFloats(layout, count, in.size(1)));
    arrangeRows(values, layout, {in}, 0, count);
    std::vector<std::pair<std::size_t, Block>> pieces;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto products = static_cast<std::int64_t>(weights.size());
        const Blocks blocks(count, weights[i], products, m_pool.threads());
        for (std::int64_t index = 0; index < blocks.count(); ++index) {
            pieces.emplace_back(i, blocks[index]);
        }
    }
    const auto makePiece = [&](std::int64_t index, int thread) {
        const auto& [i, block] = pieces[static_cast<std::size_t>(index)];
        float* panel =
            scratchOf(thread).take<float>(kPanelFloats + sumFloats(block.rows, block.columns));
        float* sums = panel + kPanelFloats;
        sumBlock(sums, {values, count, in.size(1), layout}, weights.subspan(i, 1), block, panel);
        storeSums(partOf(outs[i], block), sums, {});
    };
    m_pool.parallelFor(static_cast<std::int64_t>(pieces.size()), makePiece);
}

void CpuBackend::swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up) {
    checkSwiGlu(out, in, gate, up);
    checkActivations(out, in);
    const std::array<Tensor, 2> weights{gate, up};
    multiply(in, weights, [&](const Block& block, const float* sums) {
        storeSwiGlu(partOf(out, block), sums, sums + sumFloats(block.rows, block.columns));
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
                      const Tensor to = matrixOf(out, 1, head);
                      const Tensor factor = matrixOf(weight, 0, head);
                      multiplyAlone(matrixOf(in, 1, head), {&factor, 1}, scratchOf(thread),
                                    [&](const Block& block, const float* sums) {
                                        storeSums(partOf(to, block), sums, {});
                                    });
                  }
              });
}

} // namespace kernels
