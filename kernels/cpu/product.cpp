// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cpu/product.cpp"

#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once per target.
#include "kernels/cpu/byte_products.h"
#include "kernels/cpu/product.h"
#include "kernels/cpu/ranges.h"

#include <hwy/cache_control.h>

#include <algorithm>
#include <type_traits>
#include <vector>

// First of the parts: the others are written with them.
#include "kernels/cpu/lane_sums-inl.h"
#include "kernels/cpu/weight_vector-inl.h"
// The two ways to multiply.
#include "kernels/cpu/few_rows-inl.h"
#include "kernels/cpu/panel-inl.h"
// What the two for quantised weights have in common.
#include "kernels/cpu/quantised_rows-inl.h"
// And these.
#include "kernels/cpu/quantised_panel-inl.h"
// Which reads weights as the panels do.
#include "kernels/cpu/few_rows_quantised-inl.h"

HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {
namespace {

// Calls function(element pointer) with the tensor's data as its own element type.
template <class Function>
void withElements(const Tensor& tensor, const Function& function) {
    switch (tensor.dtype) {
    case DType::F32:
        return function(tensor.as<const float>());
    case DType::BF16:
        return function(tensor.as<const BFloat16>());
    case DType::F16:
        return function(tensor.as<const Float16>());
    default:
        check(false, "products: not a type of weights");
    }
}

void splitRow(float* to, const float* from, std::int64_t depth) {
    const Floats d;
    const auto width = static_cast<std::int64_t>(lanes());
    float tail[kDepthStep] = {};
    for (std::int64_t k = 0; k < depth; k += 2 * width) {
        const float* pair = from + k;
        if (depth - k < 2 * width) {
            std::copy(pair, from + depth, tail);
            pair = tail;
        }
        Vector even;
        Vector odd;
        hn::LoadInterleaved2(d, pair, even, odd);
        hn::Store(even, d, to + k);
        hn::Store(odd, d, to + k + width);
    }
}

void interleaveQuad(float* to, const float* const (&rows)[4], std::int64_t depth) {
    const Floats d;
    const auto width = static_cast<std::int64_t>(lanes());
    std::int64_t k = 0;
    for (; k + width <= depth; k += width) {
        hn::StoreInterleaved4(hn::LoadU(d, rows[0] + k), hn::LoadU(d, rows[1] + k),
                              hn::LoadU(d, rows[2] + k), hn::LoadU(d, rows[3] + k), d, to + 4 * k);
    }
    for (; k < depth; ++k) {
        for (int r = 0; r < 4; ++r) {
            to[4 * k + r] = rows[r][k];
        }
    }
}

const float* sourceRow(const RowSource& source, std::int64_t row) {
    const std::int64_t at = source.index == nullptr ? row : source.index[row];
    return source.in.as<const float>() + at * source.in.stride(0);
}

void arrangeQuads(float* to, const RowSource& source, std::int64_t first, std::int64_t count) {
    const std::int64_t depth = source.in.size(1);
    const std::vector<float> zeros(static_cast<std::size_t>(count % 4 == 0 ? 0 : depth));
    for (std::int64_t quad = 0; quad < count; quad += 4) {
        const float* rows[4];
        for (std::int64_t r = 0; r < 4; ++r) {
            rows[r] = quad + r < count ? sourceRow(source, first + quad + r) : zeros.data();
        }
        interleaveQuad(to + (first + quad) * depth, rows, depth);
    }
}

void arrangeRow(float* to, RowLayout layout, const float* from, std::int64_t depth) {
    switch (layout) {
    case RowLayout::Split:
        return splitRow(to, from, depth);
    case RowLayout::FewBytes:
    case RowLayout::ManyBytes:
        return arrangeBytes(to, from, depth);
    default:
        std::copy(from, from + depth, to);
        std::fill(to + depth, to + paddedDepth(depth), 0.0F);
    }
}

void arrangeRows(float* to, RowLayout layout, const RowSource& source, std::int64_t first,
                 std::int64_t count) {
    if (layout == RowLayout::Quads) {
        return arrangeQuads(to, source, first, count);
    }
    const std::int64_t depth = source.in.size(1);
    const std::int64_t stride = rowFloats(layout, depth);
    for (std::int64_t row = first; row < first + count; ++row) {
        arrangeRow(to + row * stride, layout, sourceRow(source, row), depth);
    }
    if (layout == RowLayout::ManyBytes) {
        float* end = to + (first + count) * stride;
        std::fill(end, end + (roundUp(count, 4) - count) * stride, 0.0F);
    }
}

template <DType kType>
void quantisedSums(float* sums, const ArrangedRows& in, const Tensor& weight, float* panel) {
    switch (in.layout) {
    case RowLayout::Quads:
        return manyRowsAsFloats<kType>(sums, in, weight, panel);
    case RowLayout::ManyBytes:
        return manyRowsAsBytes<kType>(sums, in, weight, panel);
    default:
        return fewQuantisedRows<kType>(sums, in, weight);
    }
}

void productSums(float* sums, const ArrangedRows& in, const Tensor& weight, float* panel) {
    if (weight.dtype == DType::Q8) {
        return quantisedSums<DType::Q8>(sums, in, weight, panel);
    }
    if (weight.dtype == DType::Q4) {
        return quantisedSums<DType::Q4>(sums, in, weight, panel);
    }
    withElements(weight, [&](const auto* elements) {
        using Element = std::remove_cvref_t<decltype(*elements)>;
        if (in.layout == RowLayout::Quads) {
            manyRows<Element>(sums, in, weight, panel);
        } else {
            fewRows<Element>(sums, in, weight);
        }
    });
}

bool hasByteProducts() {
    return byteKernelFor(HWY_TARGET) != nullptr;
}

void widen(float* to, const Tensor& from) {
    withElements(from, [&](const auto* elements) {
        for (std::int64_t i = 0; i < from.size(0); ++i) {
            to[i] = toFloat(elements[i * from.stride(0)]);
        }
    });
}

} // namespace
} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kernels {
namespace {

HWY_EXPORT(arrangeRows);
HWY_EXPORT(hasByteProducts);
HWY_EXPORT(productSums);
HWY_EXPORT(widen);

// Weights that a block of few rows reads: enough that the threads do not fight over the next block,
// and for a large matrix, enough that its streams run long (256 KB lose a fifth of the bandwidth).
constexpr std::int64_t kLeastBlockBytes = 48 * 1024;
constexpr std::int64_t kMostBlockBytes = 2048 * 1024;

} // namespace

RowLayout rowLayout(std::int64_t rows, const Tensor& weight) {
    if (isQuantised(weight.dtype)) {
        return rows <= kFewRows                          ? RowLayout::FewBytes
               : HWY_DYNAMIC_DISPATCH(hasByteProducts)() ? RowLayout::ManyBytes
                                                         : RowLayout::Quads;
    }
    if (rows > kFewRows || weight.stride(1) != 1) {
        return RowLayout::Quads;
    }
    return weight.dtype == DType::BF16 ? RowLayout::Split : RowLayout::Plain;
}

std::int64_t blockColumns(std::int64_t rows, const Tensor& weight, std::int64_t products,
                          int threads) {
    const std::int64_t outputs = weight.size(0);
    const std::int64_t depth = std::max<std::int64_t>(weight.size(1), 1);
    if (products * rows * outputs * depth < kProductsWorthSharing) {
        return outputs;
    }
    if (isPanelled(rowLayout(rows, weight))) {
        return kPanelColumns;
    }
    const std::int64_t bytes = outputs * denseStride(weight.dtype, depth) *
                               static_cast<std::int64_t>(sizeOf(weight.dtype));
    const std::int64_t wanted = std::clamp(products * bytes / (kPiecesPerThread * threads),
                                           kLeastBlockBytes, kMostBlockBytes);
    const std::int64_t blocks = roundUp(bytes, wanted) / wanted;
    return roundUp(roundUp(outputs, blocks) / blocks, 8);
}

ArrangedRows ArrangedRows::slice(std::int64_t first, std::int64_t count) const {
    return {values + first * rowFloats(layout, depth), count, depth, layout};
}

std::size_t arrangedFloats(RowLayout layout, std::int64_t rows, std::int64_t depth) {
    const std::int64_t padded = isPanelled(layout) ? roundUp(rows, 4) : rows;
    return static_cast<std::size_t>(roundUp(padded * rowFloats(layout, depth), kDepthStep));
}

void arrangeRows(float* to, RowLayout layout, const RowSource& source, std::int64_t first,
                 std::int64_t count) {
    HWY_DYNAMIC_DISPATCH(arrangeRows)(to, layout, source, first, count);
}

void productSums(float* sums, const ArrangedRows& in, const Tensor& weight, float* panel) {
    HWY_DYNAMIC_DISPATCH(productSums)(sums, in, weight, panel);
}

void widen(float* to, const Tensor& from) {
    HWY_DYNAMIC_DISPATCH(widen)(to, from);
}

} // namespace kernels
#endif // HWY_ONCE
