// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Copies between float types. Of strided ones, dimensions that follow each other in both tensors
// are merged first, so that most come down to a few long rows.
#include "kernels/bfloat16.h"
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"

namespace kernels {

namespace {

// A row longer than this is left apart from its neighbours, so that threads can share them.
constexpr std::int64_t kLongRow = 16 * 1024;

struct Dimension {
    std::int64_t size = 1;
    std::int64_t to = 0; // strides
    std::int64_t from = 0;
};

struct Walk {
    std::array<Dimension, Tensor::kMaxRank> dimensions{}; // innermost first
    std::size_t rank = 1;
};

Walk mergedWalk(const Tensor& to, const Tensor& from) {
    Walk walk;
    walk.dimensions[0] = {1, 1, 1};
    for (int d = to.rank - 1; d >= 0; --d) {
        Dimension& last = walk.dimensions[walk.rank - 1];
        const Dimension next{to.size(d), to.stride(d), from.stride(d)};
        if (next.size == 1) {
            continue;
        }
        if (last.size == 1) {
            last = next;
        } else if (last.size < kLongRow && next.to == last.to * last.size &&
                   next.from == last.from * last.size) {
            last.size *= next.size;
        } else {
            walk.dimensions[walk.rank++] = next;
        }
    }
    return walk;
}

void convert(float& to, float from) {
    to = from;
}

void convert(BFloat16& to, float from) {
    to = toBFloat16(from);
}

void convert(Float16& to, float from) {
    to = toFloat16(from);
}

float widened(float value) {
    return value;
}

template <class Half>
float widened(Half value) {
    return toFloat(value);
}

template <class To, class From>
void copyRow(void* to, const void* from, const Dimension& row) {
    auto* target = static_cast<To*>(to);
    const auto* source = static_cast<const From*>(from);
    const auto copyAll = [&](std::int64_t toStride, std::int64_t fromStride) {
        for (std::int64_t i = 0; i < row.size; ++i) {
            if constexpr (std::is_same_v<To, From>) {
                target[i * toStride] = source[i * fromStride];
            } else {
                convert(target[i * toStride], widened(source[i * fromStride]));
            }
        }
    };
    if (row.to == 1 && row.from == 1) {
        copyAll(1, 1); // known strides: the compiler makes vectors of it
    } else {
        copyAll(row.to, row.from);
    }
}

using CopyRow = void (*)(void* to, const void* from, const Dimension& row);

template <class To>
CopyRow rowCopierTo(DType from) {
    switch (from) {
    case DType::BF16:
        return copyRow<To, BFloat16>;
    case DType::F16:
        return copyRow<To, Float16>;
    default:
        return copyRow<To, float>;
    }
}

CopyRow rowCopier(DType to, DType from) {
    switch (to) {
    case DType::F32:
        return rowCopierTo<float>(from);
    case DType::BF16:
        return rowCopierTo<BFloat16>(from);
    case DType::F16:
        return rowCopierTo<Float16>(from);
    case DType::I32:
        return copyRow<std::int32_t, std::int32_t>;
    default:
        return copyRow<std::uint8_t, std::uint8_t>;
    }
}

} // namespace

void CpuBackend::copy(const Tensor& to, const Tensor& from) {
    checkCopy(to, from);
    if (to.elements() == 0) {
        return;
    }
    const Walk walk = mergedWalk(to, from);
    const Dimension& row = walk.dimensions[0];
    const CopyRow copyOne = rowCopier(to.dtype, from.dtype);
    const std::int64_t rows = to.elements() / row.size;
    forRanges(m_pool, rows, row.size, [&](std::int64_t first, std::int64_t count, int /*thread*/) {
        for (std::int64_t index = first; index < first + count; ++index) {
            std::int64_t rest = index;
            std::int64_t toOffset = 0;
            std::int64_t fromOffset = 0;
            for (std::size_t d = 1; d < walk.rank; ++d) {
                const Dimension& dimension = walk.dimensions[d];
                toOffset += rest % dimension.size * dimension.to;
                fromOffset += rest % dimension.size * dimension.from;
                rest /= dimension.size;
            }
            copyOne(to.as<std::byte>() + toOffset * std::int64_t(sizeOf(to.dtype)),
                    from.as<std::byte>() + fromOffset * std::int64_t(sizeOf(from.dtype)), row);
        }
    });
}

void CpuBackend::writeRows(std::span<const Tensor> to, const Tensor& from, const Tensor& places) {
    const CopyRow copyOne = rowCopier(to[0].dtype, from.dtype);
    const Dimension row{from.size(1), 1, 1};
    const auto copyRows = [&](std::int64_t first, std::int64_t count, int /*thread*/) {
        for (std::int64_t t = first; t < first + count; ++t) {
            const Tensor& target = to[to.size() == 1 ? 0 : static_cast<std::size_t>(t)];
            copyOne(target.slice(0, places.as<std::int32_t>()[t], 1).data, from.slice(0, t, 1).data,
                    row);
        }
    };
    forRanges(m_pool, from.size(0), row.size, copyRows);
}

} // namespace kernels
