// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How attention is divided into pieces for the threads: by picture, group of heads and either rows
// (many of them) or keys (few rows, whose states are merged afterwards).
#include "kernels/cpu/attention.h"

#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"

#include <numbers>

namespace kernels {

namespace {

// Up to this many rows of a group, reading keys where they lie is faster than packing them.
constexpr std::int64_t kFewRows = 16;
// Queries and sums of the rows of a piece: what stays in the second cache beside a block of keys.
constexpr std::int64_t kPieceFloats = 64 * 1024;
// Fewer keys are not worth a state of their own.
constexpr std::int64_t kLeastKeys = 128;
// Products below which a second thread is not worth waking: about 20 µs of one core.
constexpr std::int64_t kProductsWorthSharing = 400 * 1000;

AttentionGroup groupOf(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                       const AttentionParams& params) {
    AttentionGroup group;
    group.qToken = q.stride(1);
    group.qHead = q.stride(2);
    group.kStride = k.stride(1);
    group.vStride = v.stride(1);
    group.outToken = out.stride(1);
    group.outHead = out.stride(2);
    group.heads = q.size(2) / k.size(2);
    group.keys = k.size(1);
    group.keySize = k.size(3);
    group.valueSize = v.size(3);
    const bool isCausal = params.mask == AttentionMask::Causal;
    group.firstSeen = isCausal ? k.size(1) - q.size(1) + 1 : k.size(1);
    group.seenStep = isCausal ? 1 : 0;
    group.scale = params.scale * std::numbers::log2e_v<float>;
    return group;
}

std::int64_t divideUp(std::int64_t value, std::int64_t by) {
    return (value + by - 1) / by;
}

} // namespace

void CpuBackend::attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionParams& params) {
    checkAttention(out, q, k, v, params);
    check(out.dtype == DType::F32 && q.dtype == DType::F32 && k.dtype == DType::F32 &&
              v.dtype == DType::F32,
          "attention: the CPU works in fp32");
    if (out.elements() == 0) {
        return;
    }
    const AttentionGroup shape = groupOf(out, q, k, v, params);
    const std::int64_t groups = k.size(2);
    const auto groupAt = [&](std::int64_t index) { // (picture, group)
        const std::int64_t b = index / groups;
        const std::int64_t g = index % groups;
        AttentionGroup group = shape;
        group.q = q.as<float>() + b * q.stride(0) + g * group.heads * group.qHead;
        group.k = k.as<float>() + b * k.stride(0) + g * k.stride(2);
        group.v = v.as<float>() + b * v.stride(0) + g * v.stride(2);
        group.out = out.as<float>() + b * out.stride(0) + g * group.heads * group.outHead;
        return group;
    };
    const std::int64_t rows = q.size(1) * shape.heads;
    const std::int64_t count = q.size(0) * groups;
    const std::int64_t rowFloats = shape.keySize + shape.valueSize;
    const bool isWorthSharing = count * rows * shape.keys * rowFloats >= kProductsWorthSharing;
    const std::int64_t wanted = isWorthSharing ? kPiecesPerThread * m_pool.threads() : 1;
    const auto run = [&](std::int64_t pieces, const auto& work) {
        if (isWorthSharing) {
            m_pool.parallelFor(pieces, work);
            return;
        }
        for (std::int64_t piece = 0; piece < pieces; ++piece) {
            work(piece, 0);
        }
    };
    if (rows > kFewRows) {
        const std::int64_t most = std::max<std::int64_t>(kFewRows, kPieceFloats / rowFloats);
        const std::int64_t pieces = divideUp(rows, most);
        const std::int64_t length = divideUp(divideUp(rows, pieces), 8) * 8;
        run(count * pieces, [&](std::int64_t index, int thread) {
            // Last rows first: if causal they see most, and long pieces should not come at the end.
            const std::int64_t first = (pieces - 1 - index / count) * length;
            const Range piece{first, std::min(length, rows - first)};
            if (piece.count > 0) {
                auto* scratch = scratchOf(thread).take<float>(blockedFloats(shape, piece.count));
                attendBlocked(groupAt(index % count), piece, scratch);
            }
        });
        return;
    }
    const std::int64_t pieces = std::clamp<std::int64_t>(
        divideUp(wanted, count), 1, std::max<std::int64_t>(1, shape.keys / kLeastKeys));
    const std::size_t stride = stateFloats(shape, rows);
    auto* states = m_scratch.take<float>(stride * static_cast<std::size_t>(count * pieces));
    run(count * pieces, [&](std::int64_t index, int thread) {
        auto* scratch = scratchOf(thread).take<float>(directFloats(shape, rows));
        const std::int64_t piece = index % pieces;
        const std::int64_t first = shape.keys * piece / pieces;
        const Range keys{first, shape.keys * (piece + 1) / pieces - first};
        attendDirect(groupAt(index / pieces), rows, keys,
                     states + static_cast<std::size_t>(index) * stride, scratch);
    });
    const auto perGroup = static_cast<std::size_t>(pieces) * stride;
    for (std::int64_t index = 0; index < count; ++index) {
        const AttentionGroup group = groupAt(index);
        for (std::int64_t row = 0; row < rows; ++row) {
            mergeStates(group, row, states + static_cast<std::size_t>(index) * perGroup, stride,
                        pieces);
        }
    }
}

} // namespace kernels
