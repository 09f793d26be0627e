// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of few rows with quantised weights: values are widened to 16 bits in registers and meet
// rows of 16-bit integers (quantised_rows-inl.h). Part of product.cpp, compiled once per
// instruction set.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

// --- weights ---

template <DType kType>
struct WordVectors {
    WordVector words[valuesPerWord(kType)];
};

template <DType kType>
HWY_INLINE WordVectors<kType> unpack(const std::uint8_t* from) {
    const auto packed = hn::LoadU(Words(), reinterpret_cast<const std::int16_t*>(from));
    if constexpr (kType == DType::Q8) {
        return {{hn::ShiftRight<8>(hn::ShiftLeft<8>(packed)), hn::ShiftRight<8>(packed)}};
    } else {
        return {{hn::ShiftRight<12>(hn::ShiftLeft<12>(packed)),
                 hn::ShiftRight<12>(hn::ShiftLeft<8>(packed)),
                 hn::ShiftRight<12>(hn::ShiftLeft<4>(packed)), hn::ShiftRight<12>(packed)}};
    }
}

// For every byte of a vector of floats, which byte of eight becomes it: the scale of the group that
// a block is part of, as the upper half of each float.
struct ScalePattern {
    alignas(64) std::uint8_t bytes[64] = {};

    constexpr explicit ScalePattern(std::int64_t blocksInGroup) {
        for (std::int64_t i = 0; i < 64; ++i) {
            const auto scale = static_cast<std::uint8_t>(2 * (i / kBlockBytes / blocksInGroup));
            bytes[i] = i % 4 < 2 ? 0x80 : static_cast<std::uint8_t>(scale + i % 2);
        }
    }
};

template <DType kType>
HWY_INLINE Vector scalesOf(const std::uint8_t* row, std::int64_t vector) {
    static constexpr ScalePattern kPattern(blocksPerGroup(kType));
    const std::int64_t group = vector * blocksPerVector() / blocksPerGroup(kType);
    std::uint64_t four; // as many as one vector needs
    hwy::CopyBytes<sizeof four>(row + 2 * group, &four);
    const auto all = hn::BitCast(Bytes(), hn::Set(hn::Repartition<std::uint64_t, Floats>(), four));
    return hn::BitCast(Floats(), hn::TableLookupBytesOr0(all, hn::Load(Bytes(), kPattern.bytes)));
}

// --- products ---

// sums[s][r] = row s of the weights · row r of x.
template <DType kType, int kRows, int kStreams>
HWY_INLINE void quantisedProducts(const std::uint8_t* const (&rows)[kStreams], const float* x,
                                  std::int64_t depth, float (&sums)[kStreams][kRows]) {
    constexpr int kVectors = valuesPerWord(kType);
    const Floats d;
    const Ints ints;
    const auto width = static_cast<std::int64_t>(lanes());
    const std::int64_t stride = rowFloats(layoutOfFew(kType), depth);
    const std::int64_t scaleBytes = quantisedScaleBytes(depth);
    const std::int64_t vectors = quantisedInputs(depth) / (kVectors * 2 * width);
    Vector totals[kStreams][kRows];
    for (auto& row : totals) {
        for (Vector& total : row) {
            total = hn::Zero(d);
        }
    }
    for (std::int64_t v = 0; v < vectors; ++v) {
        for (int s = 0; s < kStreams; ++s) {
            const std::uint8_t* from = rows[s] + scaleBytes + v * 4 * width;
            hwy::Prefetch(from + kBytesAhead);
            const auto weights = unpack<kType>(from);
            const Vector scales = scalesOf<kType>(rows[s], v);
            for (int r = 0; r < kRows; ++r) {
                const auto* words = reinterpret_cast<const std::int16_t*>(x + r * stride) +
                                    v * kVectors * 2 * width;
                const float* rowScales = x + r * stride + quantisedInputs(depth) / 2 + v * width;
                auto sum = hn::Zero(ints);
                auto other = hn::Zero(ints);
                for (int j = 0; j < kVectors; ++j) {
                    sum = hn::ReorderWidenMulAccumulate(ints, weights.words[j],
                                                        hn::Load(Words(), words + j * 2 * width),
                                                        sum, other);
                }
                const auto whole = hn::ConvertTo(d, hn::RearrangeToOddPlusEven(sum, other));
                totals[s][r] =
                    hn::MulAdd(whole, hn::Mul(scales, hn::Load(d, rowScales)), totals[s][r]);
            }
        }
    }
    sumLanes<kStreams * kRows>(&totals[0][0], &sums[0][0]);
}

// As fewRows of few_rows-inl.h.
template <DType kType, int kRows>
void fewQuantisedRows(float* sums, const ArrangedRows& in, const Tensor& weight) {
    constexpr int kStreams = streamsFor(kRows);
    const std::int64_t outputs = weight.size(0);
    const std::int64_t run = roundUp(outputs, kStreams) / kStreams;
    const std::int64_t rowStride = rowFloats(in.layout, in.depth);
    for (std::int64_t i = 0; i < run; ++i) {
        const std::uint8_t* rows[kStreams];
        for (std::int64_t s = 0; s < kStreams; ++s) {
            const std::int64_t output = std::min(s * run + i, outputs - 1);
            rows[s] = weight.as<const std::uint8_t>() + output * weight.stride(0);
        }
        for (std::int64_t done = 0; done < in.rows; done += kRows) {
            const std::int64_t row = std::min(done, in.rows - kRows);
            float block[kStreams][kRows];
            quantisedProducts<kType>(rows, in.values + row * rowStride, in.depth, block);
            for (std::int64_t s = 0; s < kStreams && s * run + i < outputs; ++s) {
                for (std::int64_t r = 0; r < kRows; ++r) {
                    sums[(row + r) * sumStride(outputs) + s * run + i] = block[s][r];
                }
            }
        }
    }
}

template <DType kType>
void fewQuantisedRows(float* sums, const ArrangedRows& in, const Tensor& weight) {
    switch (in.rows) {
    case 1:
        return fewQuantisedRows<kType, 1>(sums, in, weight);
    case 2:
        return fewQuantisedRows<kType, 2>(sums, in, weight);
    case 3:
        return fewQuantisedRows<kType, 3>(sums, in, weight);
    default:
        return fewQuantisedRows<kType, kRowsAtOnce>(sums, in, weight);
    }
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
