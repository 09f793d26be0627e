// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of few rows of bytes with quantised weights as they lie in memory: by the processor's
// instructions for bytes (byte_products.h), else by those for 16-bit integers. Part of product.cpp,
// compiled once per instruction set.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

using EightWords = hn::Full128<std::int16_t>;
using FourInts = hn::Full128<std::int32_t>;

// Lanes that add up to the sum of sixteen products; Byte is that of the weights.
template <class Byte>
HWY_INLINE hn::Vec<FourInts> dotsOfSixteen(hn::Vec<FourInts> sum, const Byte* weights,
                                           const std::int8_t* values) {
    const EightWords words;
    const hn::Rebind<Byte, EightWords> ofWeights;
    const hn::Rebind<std::int8_t, EightWords> ofValues;
    auto other = hn::Zero(FourInts());
    for (int half = 0; half < 16; half += 8) {
        const auto weight = hn::PromoteTo(words, hn::LoadU(ofWeights, weights + half));
        const auto value = hn::PromoteTo(words, hn::LoadU(ofValues, values + half));
        sum = hn::ReorderWidenMulAccumulate(FourInts(), weight, value, sum, other);
    }
    return hn::Add(sum, other);
}

// One output of one row. Weights of 4 bits are taken as 8 more than they are.
template <DType kType>
HWY_INLINE float sumOfOutput(const std::uint8_t* weight, const RowOfBytes& row,
                             std::int64_t depth) {
    constexpr float kRaisedBy = kType == DType::Q4 ? 8.0F : 0.0F;
    using Byte = std::conditional_t<kType == DType::Q4, std::uint8_t, std::int8_t>;
    const hn::Full128<float> d;
    const QuantisedSource source{weight, weight + quantisedScaleBytes(depth), 0, 1, 0};
    auto total = hn::Zero(d);
    float tooMuch = 0.0F;
    for (std::int64_t group = 0; group < quantisedInputs(depth) / kGroupInputs; ++group) {
        hn::Vec<SixteenBytes> quarters[kQuartersOfGroup];
        loadGroup<kType>(quarters, source.values + group * kGroupBytes<kType>, ByteCoding::Plain);
        auto sum = hn::Zero(FourInts());
        for (int i = 0; i < kQuartersOfGroup; ++i) {
            alignas(16) std::uint8_t bytes[16];
            hn::Store(quarters[i], SixteenBytes(), bytes);
            sum = dotsOfSixteen(sum, reinterpret_cast<const Byte*>(bytes),
                                row.values + group * kGroupInputs + 16 * i);
        }
        const float scale = source.scale(0, group) * row.scales[group];
        total = hn::MulAdd(hn::ConvertTo(d, sum), hn::Set(d, scale), total);
        tooMuch += scale * kRaisedBy * static_cast<float>(row.sums[group]);
    }
    return hn::GetLane(hn::SumOfLanes(d, total)) - tooMuch;
}

template <DType kType>
void fewRowsAsWords(float* sums, const ArrangedRows& in, const Tensor& weight) {
    for (std::int64_t output = 0; output < weight.size(0); ++output) {
        const std::uint8_t* of = weight.as<const std::uint8_t>() + output * weight.stride(0);
        for (std::int64_t row = 0; row < in.rows; ++row) {
            float* from = const_cast<float*>(in.values) + row * rowFloats(in.layout, in.depth);
            sums[row * sumStride(weight.size(0)) + output] =
                sumOfOutput<kType>(of, rowOfBytes(from, in.depth), in.depth);
        }
    }
}

template <DType kType>
void fewQuantisedRows(float* sums, const ArrangedRows& in, const Tensor& weight) {
    const ByteKernel* kernel = byteKernelFor(HWY_TARGET);
    if (kernel == nullptr) {
        return fewRowsAsWords<kType>(sums, in, weight);
    }
    const auto multiply = kType == DType::Q4 ? kernel->multiplyFew4 : kernel->multiplyFew8;
    multiply({weight.as<const std::uint8_t>(), weight.stride(0), quantisedScaleBytes(in.depth),
              weight.size(0), byteRows(in), quantisedInputs(in.depth) / kGroupInputs, sums,
              sumStride(weight.size(0)), bytesAhead()});
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
