// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows that are to meet quantised weights, as 16-bit integers with a scale for every group. Part of
// product.cpp, compiled once per instruction set.
//
// A block is 16 bytes of a weight's values. Its part of every vector belongs to one group, and a
// word of it holds 2 (Q8) or 4 (Q4) values, which come apart by shifts: as many vectors of words,
// and the rows are arranged to match.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

using Words = hn::Repartition<std::int16_t, Floats>;
using WordVector = hn::Vec<Words>;
using Ints = hn::RebindToSigned<Floats>;
using Bytes = hn::Repartition<std::uint8_t, Floats>;

constexpr std::int64_t kBlockBytes = 16;

constexpr int valuesPerWord(DType type) {
    return type == DType::Q4 ? 4 : 2;
}

constexpr std::int64_t blocksPerGroup(DType type) {
    return kGroupInputs / kBlockBytes / (type == DType::Q4 ? 2 : 1);
}

HWY_INLINE std::int64_t blocksPerVector() {
    return static_cast<std::int64_t>(sizeof(float) * lanes()) / kBlockBytes;
}

// Eight words of a group at its place in an arranged row.
using EightWords = hn::Full128<std::int16_t>;

// 258 · 127: whole numbers that fit 8 bits are kept exactly.
constexpr float kMostWord = 32766.0F;

struct RowOfWords {
    std::int16_t* words;
    float* scales; // four a block
};

inline RowOfWords rowOfWords(float* row, std::int64_t depth) {
    return {reinterpret_cast<std::int16_t*>(row), row + quantisedInputs(depth) / 2};
}

template <DType kType>
HWY_INLINE void storeBlock(const RowOfWords& row, std::int64_t block,
                           const hn::Vec<EightWords>* vectors, float scale) {
    const auto width = static_cast<std::int64_t>(2 * lanes());
    const std::int64_t vector = block / blocksPerVector();
    const std::int64_t place = block % blocksPerVector();
    std::int16_t* to = row.words + vector * valuesPerWord(kType) * width + place * 8;
    for (int j = 0; j < valuesPerWord(kType); ++j) {
        hn::StoreU(vectors[j], EightWords(), to + j * width);
    }
    std::fill_n(row.scales + 4 * block, 4, scale);
}

// Eight floats as words.
HWY_INLINE hn::Vec<EightWords> wordsOf(const float* from, float inverse) {
    const hn::Full128<float> d;
    const hn::Half<EightWords> half;
    const auto factor = hn::Set(d, inverse);
    const auto lower = hn::NearestInt(hn::Mul(hn::LoadU(d, from), factor));
    const auto upper = hn::NearestInt(hn::Mul(hn::LoadU(d, from + 4), factor));
    return hn::Combine(EightWords(), hn::DemoteTo(half, upper), hn::DemoteTo(half, lower));
}

inline float largestMagnitude(const float* values, std::int64_t count) {
    const hn::Full128<float> d;
    auto largest = hn::Zero(d);
    for (std::int64_t i = 0; i < count; i += 4) {
        largest = hn::Max(largest, hn::Abs(hn::LoadU(d, values + i)));
    }
    return hn::GetLane(hn::MaxOfLanes(d, largest));
}

// A group's scale that makes its largest magnitude `most`, and what to multiply with for that.
struct GroupScale {
    float scale;
    float inverse;

    GroupScale(const float* values, float most)
        : scale(largestMagnitude(values, kGroupInputs) / most)
        , inverse(1.0F / scale) {
        if (!(inverse <= 3e38F)) { // nothing there, or too little to divide by
            scale = inverse = 0.0F;
        }
    }
};

// Calls visit(group, its 32 values) over a row of depth floats and the zeros that pad it.
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

template <DType kType>
void arrangeWords(float* to, const float* from, std::int64_t depth) {
    const RowOfWords row = rowOfWords(to, depth);
    const EightWords d;
    forEachGroup(from, depth, [&](std::int64_t group, const float* values) HWY_ATTR {
        const GroupScale factor(values, kMostWord);
        constexpr int kSixteens = kGroupInputs / 16;
        hn::Vec<EightWords> even[kSixteens];
        hn::Vec<EightWords> odd[kSixteens];
        for (int i = 0; i < kSixteens; ++i) {
            const auto first = wordsOf(values + 16 * i, factor.inverse);
            const auto second = wordsOf(values + 16 * i + 8, factor.inverse);
            even[i] = hn::ConcatEven(d, second, first);
            odd[i] = hn::ConcatOdd(d, second, first);
        }
        constexpr int kPerBlock = valuesPerWord(kType) / 2;
        const std::int64_t block = group * blocksPerGroup(kType);
        for (int i = 0; i < kSixteens; i += kPerBlock) {
            hn::Vec<EightWords> all[2 * kPerBlock];
            std::copy_n(even + i, kPerBlock, all);
            std::copy_n(odd + i, kPerBlock, all + kPerBlock);
            storeBlock<kType>(row, block + i / kPerBlock, all, factor.scale);
        }
    });
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
