// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of many rows: weights are turned into panels of fp32 in a core's own cache, K outermost,
// and every panel meets all rows. Part of product.cpp, compiled once per instruction set.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

// A register block is kBlockVectors vectors of outputs times kQuads quads of rows: as many sums as
// leave registers for one row of the panel and one value of the rows.
constexpr int kBlockVectors = 3;
constexpr int kQuads = kHasFewRegisters ? 1 : 2;
// Outputs packed in one go.
constexpr std::int64_t kPackColumns = 16;

template <class Element>
struct Panel {
    const Element* values; // (depth, vectors), K outermost
    std::int64_t stride;   // elements between two inputs
    std::int64_t depth;
    int vectors;
};

// Where the sums of a panel go; quads of rows, quadStride floats apart, are what it is times.
struct PanelRows {
    const float* quads;
    std::int64_t quadStride;
    std::int64_t quadCount;
    float* sums;
    std::int64_t sumStride;
    bool isFirst; // else the sums are added to those of earlier inputs
};

template <int kQ, int kV, class Element>
HWY_INLINE void multiplyBlock(const Panel<Element>& panel, const PanelRows& rows) {
    const Floats d;
    const auto width = static_cast<std::int64_t>(lanes());
    Vector sums[4 * kQ][kV];
    for (int r = 0; r < 4 * kQ; ++r) {
        for (int v = 0; v < kV; ++v) {
            const float* earlier = rows.sums + r * rows.sumStride + v * width;
            sums[r][v] = rows.isFirst ? hn::Zero(d) : hn::LoadU(d, earlier);
        }
    }
    const Element* weights = panel.values;
    const float* quads = rows.quads;
    for (std::int64_t k = 0; k < panel.depth; ++k, weights += panel.stride, quads += 4) {
        Vector weight[kV];
        for (int v = 0; v < kV; ++v) {
            weight[v] = load(d, weights + v * width);
        }
        for (int r = 0; r < 4 * kQ; ++r) {
            const Vector value = hn::Set(d, quads[(r / 4) * rows.quadStride + r % 4]);
            for (int v = 0; v < kV; ++v) {
                sums[r][v] = hn::MulAdd(value, weight[v], sums[r][v]);
            }
        }
    }
    for (int r = 0; r < 4 * kQ; ++r) {
        for (int v = 0; v < kV; ++v) {
            hn::StoreU(sums[r][v], d, rows.sums + r * rows.sumStride + v * width);
        }
    }
}

template <int kV, class Element>
void multiplyPanel(const Panel<Element>& panel, PanelRows rows) {
    std::int64_t quad = 0;
    for (; quad + kQuads <= rows.quadCount; quad += kQuads) {
        multiplyBlock<kQuads, kV>(panel, rows);
        rows.quads += kQuads * rows.quadStride;
        rows.sums += 4 * kQuads * rows.sumStride;
    }
    if (quad < rows.quadCount) {
        multiplyBlock<1, kV>(panel, rows);
    }
}

template <class Element>
void multiplyPanel(const Panel<Element>& panel, const PanelRows& rows) {
    switch (panel.vectors) {
    case 1:
        return multiplyPanel<1>(panel, rows);
    case 2:
        return multiplyPanel<2>(panel, rows);
    default:
        return multiplyPanel<kBlockVectors>(panel, rows);
    }
}

// A part of a weight that becomes a panel: outputs [0, columns) of inputs [0, depth).
template <class Element>
struct PanelSource {
    const Element* at;
    std::int64_t outputStride;
    std::int64_t inputStride;
    std::int64_t columns;
    std::int64_t depth;

    const Element* input(std::int64_t column, std::int64_t k) const {
        // Columns past the last repeat it: their sums are not used.
        return at + std::min(column, columns - 1) * outputStride + k * inputStride;
    }
};

// to[k][0..3] = four outputs × four inputs, transposed.
template <class Element>
HWY_INLINE void transposeBlock(float* to, std::int64_t stride, const PanelSource<Element>& source,
                               std::int64_t column, std::int64_t k) {
    const hn::FixedTag<float, 4> d;
    const auto a = load(d, source.input(column, k));
    const auto b = load(d, source.input(column + 1, k));
    const auto c = load(d, source.input(column + 2, k));
    const auto e = load(d, source.input(column + 3, k));
    const auto acLower = hn::InterleaveLower(d, a, c);
    const auto acUpper = hn::InterleaveUpper(d, a, c);
    const auto beLower = hn::InterleaveLower(d, b, e);
    const auto beUpper = hn::InterleaveUpper(d, b, e);
    hn::StoreU(hn::InterleaveLower(d, acLower, beLower), d, to);
    hn::StoreU(hn::InterleaveUpper(d, acLower, beLower), d, to + stride);
    hn::StoreU(hn::InterleaveLower(d, acUpper, beUpper), d, to + 2 * stride);
    hn::StoreU(hn::InterleaveUpper(d, acUpper, beUpper), d, to + 3 * stride);
}

// Sixteen outputs side by side from end to end: as many streams as a core prefetches by itself.
template <class Element>
void packPanel(float* panel, std::int64_t width, const PanelSource<Element>& source) {
    const std::int64_t blocks = source.inputStride == 1 ? source.depth / 4 : 0;
    for (std::int64_t left = 0; left < width; left += kPackColumns) {
        const std::int64_t right = std::min(left + kPackColumns, width);
        for (std::int64_t k = 0; k < 4 * blocks; k += 4) {
            for (std::int64_t column = left; column < right; column += 4) {
                transposeBlock(panel + k * width + column, width, source, column, k);
            }
        }
    }
    for (std::int64_t k = 4 * blocks; k < source.depth; ++k) {
        for (std::int64_t column = 0; column < width; ++column) {
            panel[k * width + column] = toFloat(*source.input(column, k));
        }
    }
}

// One panel of the weight times all rows. A transposed weight is a panel as it lies, except where
// its last vector would reach past the end.
template <class Element>
void multiplyColumns(const PanelSource<Element>& source, const PanelRows& rows, float* scratch) {
    const auto width = static_cast<std::int64_t>(lanes());
    const std::int64_t vectors = roundUp(source.columns, width) / width;
    if (source.outputStride == 1 && source.columns == vectors * width) {
        const Panel<Element> panel{source.at, source.inputStride, source.depth,
                                   static_cast<int>(vectors)};
        return multiplyPanel(panel, rows);
    }
    packPanel(scratch, vectors * width, source);
    const Panel<float> panel{scratch, vectors * width, source.depth, static_cast<int>(vectors)};
    multiplyPanel(panel, rows);
}

template <class Element>
void manyRows(float* sums, const ArrangedRows& in, const Tensor& weight, float* scratch) {
    const std::int64_t columns = weight.size(0);
    const std::int64_t width = kBlockVectors * static_cast<std::int64_t>(lanes());
    const std::int64_t parts =
        std::max<std::int64_t>(1, roundUp(in.depth, kPanelDepth) / kPanelDepth);
    const std::int64_t depth = roundUp(in.depth, parts) / parts;
    for (std::int64_t part = 0; part < parts; ++part) {
        const std::int64_t k = part * depth;
        for (std::int64_t column = 0; column < columns; column += width) {
            const PanelSource<Element> source{
                weight.as<const Element>() + column * weight.stride(0) + k * weight.stride(1),
                weight.stride(0), weight.stride(1), std::min(width, columns - column),
                std::min(depth, in.depth - k)};
            const PanelRows rows{in.values + 4 * k, 4 * in.depth,       roundUp(in.rows, 4) / 4,
                                 sums + column,     sumStride(columns), k == 0};
            multiplyColumns(source, rows, scratch);
        }
    }
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
