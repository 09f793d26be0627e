// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of many rows with quantised weights: as bytes where the processor multiplies those
// (byte_products.h), else from panels of fp32 like other weights. Part of product.cpp, compiled
// once per instruction set.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

constexpr std::int64_t kQuadsOfGroup = kGroupInputs / 4;

// A part of a weight that becomes a panel: outputs [0, columns), groups [0, groups).
struct QuantisedSource {
    const std::uint8_t* scales;
    const std::uint8_t* values;
    std::int64_t rowBytes;
    std::int64_t columns;
    std::int64_t groups;

    // Columns past the last repeat it: their sums are not used.
    std::int64_t offset(std::int64_t column) const {
        return std::min(column, columns - 1) * rowBytes;
    }

    float scale(std::int64_t column, std::int64_t group) const {
        BFloat16 scale;
        hwy::CopyBytes<sizeof scale>(scales + offset(column) + 2 * group, &scale);
        return toFloat(scale);
    }
};

template <DType kType>
constexpr std::int64_t kGroupBytes = kGroupInputs / (kType == DType::Q8 ? 1 : 2);

template <DType kType>
QuantisedSource quantisedSource(const Tensor& weight, std::int64_t column, std::int64_t columns,
                                std::int64_t group, std::int64_t groups) {
    const auto* row = weight.as<const std::uint8_t>() + column * weight.stride(0);
    return {row + 2 * group, row + quantisedScaleBytes(weight.size(1)) + group * kGroupBytes<kType>,
            weight.stride(0), columns, groups};
}

// --- as fp32 ---

template <DType kType>
void widenGroup(float* to, const QuantisedSource& source, std::int64_t column, std::int64_t group) {
    const std::uint8_t* from = source.values + source.offset(column) + group * kGroupBytes<kType>;
    const float scale = source.scale(column, group);
    if constexpr (kType == DType::Q8) {
        for (std::int64_t i = 0; i < kGroupInputs; ++i) {
            to[i] = scale * static_cast<float>(static_cast<std::int8_t>(from[i]));
        }
    } else {
        constexpr std::int64_t kHalf = kPairedInputs / 2;
        for (std::int64_t first = 0; first < kGroupInputs; first += kPairedInputs, from += kHalf) {
            for (std::int64_t i = 0; i < kHalf; ++i) {
                const auto lower = static_cast<std::int8_t>(from[i] << 4);
                const auto both = static_cast<std::int8_t>(from[i]);
                to[first + i] = scale * static_cast<float>(lower >> 4);
                to[first + kHalf + i] = scale * static_cast<float>(both >> 4);
            }
        }
    }
}

template <DType kType>
void packFloats(float* panel, std::int64_t width, const QuantisedSource& source) {
    alignas(64) float four[4][kGroupInputs];
    const PanelSource<float> block{four[0], kGroupInputs, 1, 4, kGroupInputs};
    for (std::int64_t column = 0; column < width; column += 4) {
        for (std::int64_t group = 0; group < source.groups; ++group) {
            for (std::int64_t i = 0; i < 4; ++i) {
                widenGroup<kType>(four[i], source, column + i, group);
            }
            float* to = panel + group * kGroupInputs * width + column;
            for (std::int64_t k = 0; k < kGroupInputs; k += 4) {
                transposeBlock(to + k * width, width, block, 0, k);
            }
        }
    }
}

// The panel's inputs end where the row does; what pads its last group is not multiplied.
template <DType kType>
void manyRowsAsFloats(float* sums, const ArrangedRows& in, const Tensor& weight, float* scratch) {
    constexpr std::int64_t kDepth = kPanelDepth / kGroupInputs * kGroupInputs;
    const auto lane = static_cast<std::int64_t>(lanes());
    const std::int64_t outputs = weight.size(0);
    const std::int64_t most = kBlockVectors * lane;
    for (std::int64_t k = 0; k < in.depth; k += kDepth) {
        const std::int64_t depth = std::min(kDepth, in.depth - k);
        for (std::int64_t column = 0; column < outputs; column += most) {
            const std::int64_t columns = std::min(most, outputs - column);
            const std::int64_t width = roundUp(columns, lane);
            packFloats<kType>(scratch, width,
                              quantisedSource<kType>(weight, column, columns, k / kGroupInputs,
                                                     roundUp(depth, kGroupInputs) / kGroupInputs));
            multiplyPanel(Panel<float>{scratch, width, depth, static_cast<int>(width / lane)},
                          PanelRows{in.values + 4 * k, 4 * in.depth, roundUp(in.rows, 4) / 4,
                                    sums + column, sumStride(outputs), k == 0});
        }
    }
}

// --- as bytes ---

// Inputs of a panel of bytes: with its rows it stays in a core's first cache.
constexpr std::int64_t kBytePanelGroups = 8;

using SixteenBytes = hn::Full128<std::uint8_t>;

constexpr int kQuartersOfGroup = kGroupInputs / 16;

// A group's values, coded, sixteen after sixteen.
template <DType kType>
HWY_INLINE void loadGroup(hn::Vec<SixteenBytes> (&quarters)[kQuartersOfGroup],
                          const std::uint8_t* from, ByteCoding coding) {
    const SixteenBytes d;
    const bool isRaised = coding == ByteCoding::Raised;
    const auto sign = hn::Set(d, kType == DType::Q4 || isRaised ? 0x80 : 0);
    if constexpr (kType == DType::Q8) {
        for (auto& quarter : quarters) {
            quarter = hn::Xor(hn::LoadU(d, from), sign);
            from += 16;
        }
    } else {
        const hn::Repartition<std::uint16_t, SixteenBytes> words;
        const auto high = hn::Set(d, 0xf0);
        for (int i = 0; i < kQuartersOfGroup; i += 2, from += 16) {
            const auto both = hn::LoadU(d, from);
            const auto raised = hn::BitCast(d, hn::ShiftLeft<4>(hn::BitCast(words, both)));
            quarters[i] = hn::Xor(hn::And(raised, high), sign);
            quarters[i + 1] = hn::Xor(hn::And(both, high), sign);
        }
        if (!isRaised) {
            for (auto& quarter : quarters) {
                quarter = hn::BitCast(d, hn::ShiftRight<4>(hn::BitCast(words, quarter)));
            }
        }
    }
}

// Four quads of four columns, transposed.
HWY_INLINE void transposeQuads(std::uint8_t* to, std::int64_t stride,
                               const hn::Vec<SixteenBytes> (&columns)[4][kQuartersOfGroup],
                               int quarter) {
    const hn::Full128<std::uint32_t> d;
    const auto quads = [&](int column) HWY_ATTR {
        return hn::BitCast(d, columns[column][quarter]);
    };
    const auto store = [&](hn::Vec<hn::Full128<std::uint32_t>> vector, int quad) HWY_ATTR {
        hn::StoreU(hn::BitCast(SixteenBytes(), vector), SixteenBytes(), to + quad * stride);
    };
    const auto acLower = hn::InterleaveLower(d, quads(0), quads(2));
    const auto acUpper = hn::InterleaveUpper(d, quads(0), quads(2));
    const auto beLower = hn::InterleaveLower(d, quads(1), quads(3));
    const auto beUpper = hn::InterleaveUpper(d, quads(1), quads(3));
    store(hn::InterleaveLower(d, acLower, beLower), 0);
    store(hn::InterleaveUpper(d, acLower, beLower), 1);
    store(hn::InterleaveLower(d, acUpper, beUpper), 2);
    store(hn::InterleaveUpper(d, acUpper, beUpper), 3);
}

// panel: kBytePanelGroups · (16, kPanelColumns, 4) bytes, then their scales (groups,
// kPanelColumns).
template <DType kType>
void packBytes(std::uint8_t* panel, float* scales, std::int64_t width,
               const QuantisedSource& source, ByteCoding coding) {
    constexpr std::int64_t kQuadStride = 4 * kPanelColumns;
    const float unit = kType == DType::Q4 && coding == ByteCoding::Raised ? 0x1p-4F : 1.0F;
    for (std::int64_t column = 0; column < width; column += 4) {
        for (std::int64_t group = 0; group < source.groups; ++group) {
            hn::Vec<SixteenBytes> columns[4][kQuartersOfGroup];
            for (std::int64_t i = 0; i < 4; ++i) {
                loadGroup<kType>(
                    columns[i],
                    source.values + source.offset(column + i) + group * kGroupBytes<kType>, coding);
                scales[group * kPanelColumns + column + i] = unit * source.scale(column + i, group);
            }
            std::uint8_t* to = panel + (group * kQuadsOfGroup * kPanelColumns + column) * 4;
            for (int quarter = 0; quarter < kQuartersOfGroup; ++quarter) {
                transposeQuads(to + 4 * quarter * kQuadStride, kQuadStride, columns, quarter);
            }
        }
    }
}

template <DType kType>
void manyRowsAsBytes(float* sums, const ArrangedRows& in, const Tensor& weight, float* scratch) {
    const ByteKernel& kernel = *byteKernelFor(HWY_TARGET);
    const auto multiply = kType == DType::Q4 ? kernel.multiply4 : kernel.multiply8;
    ByteRows rows = byteRows(in);
    rows.count = roundUp(rows.count, 4);
    const std::int64_t outputs = weight.size(0);
    const std::int64_t allGroups = quantisedInputs(in.depth) / kGroupInputs;
    float* scales = scratch + kBytePanelGroups * kQuadsOfGroup * kPanelColumns;
    auto* panel = reinterpret_cast<std::uint8_t*>(scratch);
    for (std::int64_t group = 0; group < allGroups; group += kBytePanelGroups) {
        const std::int64_t groups = std::min(kBytePanelGroups, allGroups - group);
        for (std::int64_t column = 0; column < outputs; column += kPanelColumns) {
            const std::int64_t columns = std::min(kPanelColumns, outputs - column);
            const std::int64_t width = roundUp(columns, 16);
            packBytes<kType>(panel, scales, width,
                             quantisedSource<kType>(weight, column, columns, group, groups),
                             kernel.coding);
            const ByteRows part{rows.values + group * kGroupInputs, rows.scales + group,
                                rows.sums + group, rows.stride, rows.count};
            multiply({panel, scales, part, groups, width, sums + column, sumStride(outputs),
                      group == 0});
        }
    }
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
