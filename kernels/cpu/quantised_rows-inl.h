// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows that are to meet quantised weights, as bytes with a scale for every group (ByteRows). Part
// of product.cpp, compiled once per instruction set.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

struct RowOfBytes {
    std::int8_t* values;
    float* scales;
    std::int32_t* sums;
};

inline RowOfBytes rowOfBytes(float* row, std::int64_t depth) {
    const std::int64_t inputs = quantisedInputs(depth);
    float* scales = row + inputs / 4;
    const std::int64_t groups = roundUp(inputs / kGroupInputs, kScalesTogether);
    return {reinterpret_cast<std::int8_t*>(row), scales,
            reinterpret_cast<std::int32_t*>(scales + groups)};
}

inline float largestMagnitude(const float* values, std::int64_t count) {
    const hn::Full128<float> d;
    auto largest = hn::Zero(d);
    for (std::int64_t i = 0; i < count; i += 4) {
        largest = hn::Max(largest, hn::Abs(hn::LoadU(d, values + i)));
    }
    return hn::GetLane(hn::MaxOfLanes(d, largest));
}

constexpr float kMostByte = 127.0F;

// A group's scale that makes its largest magnitude 127, and what to multiply with for that.
struct GroupScale {
    float scale;
    float inverse;

    explicit GroupScale(const float* values)
        : scale(largestMagnitude(values, kGroupInputs) / kMostByte)
        , inverse(1.0F / scale) {
        if (!(inverse <= 3e38F)) { // nothing there, or too little to divide by
            scale = inverse = 0.0F;
        }
    }
};

// Calls visit(group, its 64 values) over a row of depth floats and the zeros that pad it.
template <class Visit>
HWY_INLINE void forEachGroup(const float* from, std::int64_t depth, const Visit& visit) {
    for (std::int64_t first = 0; first < quantisedInputs(depth); first += kGroupInputs) {
        if (first + kGroupInputs <= depth) {
            visit(first / kGroupInputs, from + first);
            continue;
        }
        float tail[kGroupInputs] = {};
        std::copy(from + std::min(first, depth), from + depth, tail);
        visit(first / kGroupInputs, tail);
    }
}

inline void arrangeBytes(float* to, const float* from, std::int64_t depth) {
    const RowOfBytes row = rowOfBytes(to, depth);
    const hn::Full128<float> d;
    const hn::Full128<std::int32_t> ints;
    const hn::Rebind<std::int8_t, hn::Full128<float>> bytes;
    std::fill(row.scales, to + rowFloats(RowLayout::ManyBytes, depth), 0.0F);
    forEachGroup(from, depth, [&](std::int64_t group, const float* values) HWY_ATTR {
        const GroupScale factor(values);
        const auto inverse = hn::Set(d, factor.inverse);
        auto sum = hn::Zero(ints);
        for (std::int64_t i = 0; i < kGroupInputs; i += 4) {
            const auto value = hn::NearestInt(hn::Mul(hn::LoadU(d, values + i), inverse));
            sum = hn::Add(sum, value);
            hn::StoreU(hn::DemoteTo(bytes, value), bytes, row.values + group * kGroupInputs + i);
        }
        row.scales[group] = factor.scale;
        row.sums[group] = hn::GetLane(hn::SumOfLanes(ints, sum));
    });
}

// The first of arranged rows.
inline ByteRows byteRows(const ArrangedRows& in) {
    const RowOfBytes first = rowOfBytes(const_cast<float*>(in.values), in.depth);
    const auto stride = static_cast<std::int64_t>(sizeof(float)) * rowFloats(in.layout, in.depth);
    return {first.values, first.scales, first.sums, stride, in.rows};
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
