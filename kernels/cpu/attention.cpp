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

// A key packed for many rows costs its channels, a key read in place costs sums over lanes for each
// row: up to one row for so many channels the latter is faster.
constexpr std::int64_t kChannelsPerFewRow = 16;
// Queries and sums of the rows of a piece: what stays in the second cache beside a block of keys.
constexpr std::int64_t kPieceFloats = 128 * 1024;
// Fewer rows are not worth packing the keys once more, fewer keys not a state of their own.
constexpr std::int64_t kLeastRows = 64;
constexpr std::int64_t kLeastKeys = 128;
// Pieces of keys are for many threads whatever their number, so that results do not depend on it.
constexpr std::int64_t kKeyPieces = 32;
// Products below which a second thread is not worth waking: about 10 µs of one core.
constexpr std::int64_t kProductsWorthSharing = 400 * 1000;

std::int64_t divideUp(std::int64_t value, std::int64_t by) {
    return (value + by - 1) / by;
}

// A call, as attention of `count` independent groups of one shape.
struct Groups {
    Groups(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
           const AttentionParams& params)
        : outs(out)
        , queries(q)
        , keys(k)
        , values(v) {
        const bool isCausal = params.mask == AttentionMask::Causal;
        shape.qToken = q.stride(1);
        shape.qHead = q.stride(2);
        shape.kStride = k.stride(1);
        shape.vStride = v.stride(1);
        shape.outToken = out.stride(1);
        shape.outHead = out.stride(2);
        shape.heads = q.size(2) / k.size(2);
        shape.keys = k.size(1);
        shape.keySize = k.size(3);
        shape.valueSize = v.size(3);
        shape.firstSeen = isCausal ? k.size(1) - q.size(1) + 1 : k.size(1);
        shape.seenStep = isCausal ? 1 : 0;
        shape.scale = params.scale * std::numbers::log2e_v<float>;
        count = q.size(0) * k.size(2);
        rows = q.size(1) * shape.heads;
    }

    AttentionGroup at(std::int64_t index) const {
        const std::int64_t b = index / keys.size(2);
        const std::int64_t g = index % keys.size(2);
        AttentionGroup group = shape;
        group.q = queries.as<float>() + b * queries.stride(0) + g * group.heads * group.qHead;
        group.k = keys.as<float>() + b * keys.stride(0) + g * keys.stride(2);
        group.v = values.as<float>() + b * values.stride(0) + g * values.stride(2);
        group.out = outs.as<float>() + b * outs.stride(0) + g * group.heads * group.outHead;
        return group;
    }

    std::int64_t channels() const { return shape.keySize + shape.valueSize; }

    bool isWorthSharing() const {
        return count * rows * shape.keys * channels() >= kProductsWorthSharing;
    }

    bool hasFewRows() const { return rows * kChannelsPerFewRow <= shape.keySize || rows == 1; }

    const Tensor& outs;
    const Tensor& queries;
    const Tensor& keys;
    const Tensor& values;
    AttentionGroup shape; // of every group, without its memory
    std::int64_t count = 0;
    std::int64_t rows = 0;
};

// Calls attend(group, rows, thread) for pieces of rows of all groups.
template <class Attend>
void forRowPieces(ThreadPool& pool, const Groups& groups, const Attend& attend) {
    const bool isWorthSharing = groups.isWorthSharing();
    const std::int64_t wanted = isWorthSharing ? kPiecesPerThread * pool.threads() : 1;
    const std::int64_t forThreads =
        std::min(divideUp(wanted, groups.count), groups.rows / kLeastRows);
    const std::int64_t forCache = divideUp(groups.rows * groups.channels(), kPieceFloats);
    const std::int64_t pieces = std::max(forThreads, forCache);
    const std::int64_t length = divideUp(divideUp(groups.rows, pieces), 8) * 8;
    const Sharing sharing = isWorthSharing ? Sharing::Pool : Sharing::Alone;
    forPieces(pool, sharing, groups.count * pieces, [&](std::int64_t index, int thread) {
        // Last rows first: if causal they see most, and long pieces should not come at the end.
        const std::int64_t first = (pieces - 1 - index / groups.count) * length;
        const Range rows{first, std::min(length, groups.rows - first)};
        if (rows.count > 0) {
            attend(groups.at(index % groups.count), rows, thread);
        }
    });
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
    const Groups groups(out, q, k, v, params);
    if (!groups.hasFewRows()) {
        forRowPieces(m_pool, groups, [&](const AttentionGroup& group, Range rows, int thread) {
            auto* scratch = scratchOf(thread).take<float>(blockedFloats(group, rows.count));
            attendBlocked(group, rows, scratch);
        });
        return;
    }
    const bool isWorthSharing = groups.isWorthSharing();
    const std::int64_t keys = groups.shape.keys;
    const std::int64_t most = isWorthSharing ? divideUp(kKeyPieces, groups.count) : 1;
    const std::int64_t pieces = std::clamp<std::int64_t>(keys / kLeastKeys, 1, most);
    const std::size_t stateSize = stateFloats(groups.shape, groups.rows);
    const auto groupStates = static_cast<std::size_t>(pieces) * stateSize;
    auto* states = m_scratch.take<float>(groupStates * static_cast<std::size_t>(groups.count));
    const Sharing sharing = isWorthSharing ? Sharing::Pool : Sharing::Alone;
    forPieces(m_pool, sharing, groups.count * pieces, [&](std::int64_t index, int thread) {
        const std::int64_t piece = index % pieces;
        const std::int64_t first = keys * piece / pieces;
        const Range range{first, keys * (piece + 1) / pieces - first};
        auto* scratch = scratchOf(thread).take<float>(directFloats(groups.shape, groups.rows));
        attendDirect(groups.at(index / pieces), groups.rows, range,
                     states + static_cast<std::size_t>(index) * stateSize, scratch);
    });
    for (std::int64_t index = 0; index < groups.count; ++index) {
        mergeStates(groups.at(index), groups.rows,
                    {states + static_cast<std::size_t>(index) * groupStates, stateSize, pieces});
    }
}

} // namespace kernels
