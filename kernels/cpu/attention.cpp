// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How attention is divided into pieces for the threads: by picture, group of heads and either rows
// (many of them) or keys (few rows, whose states are merged afterwards).
#include "kernels/cpu/attention.h"

#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/ranges.h"

#include <algorithm>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace kernels {

namespace {

// A key packed for many rows costs its channels, a key read in place costs sums over lanes for each
// row: up to one row for so many channels the latter is faster.
constexpr std::int64_t kChannelsPerFewRow = 16;
// Queries and sums of the rows of a piece: what stays in the second cache beside a block of keys.
constexpr std::int64_t kPieceFloats = 128 * 1024;
// Fewer rows are not worth packing the keys once more.
constexpr std::int64_t kLeastRows = 64;
// Keys of a state. Always as many, from the first key on, so that what becomes of a row depends
// neither on the number of threads nor on the rows beside it.
constexpr std::int64_t kStateKeys = 128;
// Products below which a second thread is not worth waking: about 10 µs of one core.
constexpr std::int64_t kProductsWorthSharing = 400 * 1000;

constexpr const char* kTypesOfCpu =
    "attention: the CPU works in fp32, with keys and values of fp32 or bf16";

bool areTypesOfCpu(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v) {
    return out.dtype == DType::F32 && q.dtype == DType::F32 && k.dtype == v.dtype &&
           (k.dtype == DType::F32 || k.dtype == DType::BF16);
}

std::int64_t divideUp(std::int64_t value, std::int64_t by) {
    return (value + by - 1) / by;
}

// Keys that some rows meet in one go, and what comes of it.
struct KeyPiece {
    AttentionGroup group;
    std::int64_t rows = 0;
    Range keys;
    std::size_t state = 0; // floats before it in the memory of all
};

// Everything that few rows at a time meet of a call's keys, piece by piece.
class KeyPieces {
public:
    // Pieces that follow one another; the states of their rows from `row` on.
    struct Span {
        std::size_t first = 0;
        std::size_t count = 0;
        std::int64_t row = 0;
    };

    // What the first rows of a group meet of these keys. The first key is the first of a state.
    Span add(const AttentionGroup& group, std::int64_t rows, Range keys) {
        const std::size_t before = m_pieces.size();
        const std::int64_t end = keys.first + keys.count;
        for (std::int64_t first = keys.first; first < end; first += kStateKeys) {
            const std::int64_t count = std::min(kStateKeys, end - first);
            m_pieces.push_back({group, rows, {first, count}, m_floats});
            m_floats += stateFloats(group, rows);
        }
        m_products += rows * keys.count * (group.keySize + group.valueSize);
        return {before, m_pieces.size() - before};
    }

    void attend(ThreadPool& pool, Workspace& memory, std::vector<Workspace>& scratch) {
        m_states = memory.take<float>(m_floats);
        const Sharing sharing =
            m_products >= kProductsWorthSharing ? Sharing::Pool : Sharing::Alone;
        const auto count = static_cast<std::int64_t>(m_pieces.size());
        forPieces(pool, sharing, count, [&](std::int64_t index, int thread) {
            const auto& [group, rows, keys, state] = m_pieces[static_cast<std::size_t>(index)];
            Workspace& own = scratch[static_cast<std::size_t>(thread)];
            attendDirect(group, rows, keys, m_states + state,
                         own.take<float>(directFloats(group, rows)));
        });
    }

    // What the spans together say of the rows of a group.
    void merge(const AttentionGroup& group, std::int64_t rows, std::initializer_list<Span> spans) {
        m_merged.clear();
        for (const Span& span : spans) {
            for (std::size_t i = span.first; i < span.first + span.count; ++i) {
                m_merged.push_back(m_states + m_pieces[i].state + stateFloats(group, span.row));
            }
        }
        mergeStates(group, rows, m_merged);
    }

private:
    std::vector<KeyPiece> m_pieces;
    std::vector<const float*> m_merged;
    std::size_t m_floats = 0;
    std::int64_t m_products = 0;
    float* m_states = nullptr;
};

// A call, as attention of `count` independent groups of one shape.
struct Groups {
    Groups(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
           const AttentionParams& params)
        : outs(out)
        , queries(q)
        , keys(k)
        , values(v) {
        const bool isCausal = params.mask == AttentionMask::Causal;
        shape.cached = k.dtype;
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
        group.k = keys.slice(0, b, 1).slice(2, g, 1).data;
        group.v = values.slice(0, b, 1).slice(2, g, 1).data;
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

// What a step sees of timelines: their keys up to the positions of its rows.
std::vector<Timeline> seenOf(std::span<const Timeline> timelines, const Tensor& positions) {
    std::vector<Timeline> seen(timelines.begin(), timelines.end());
    for (std::size_t n = 0; n < seen.size(); ++n) {
        const std::int64_t count = std::int64_t{positions.as<std::int32_t>()[n]} + 1;
        seen[n].k = seen[n].k.slice(0, 0, count);
        seen[n].v = seen[n].v.slice(0, 0, count);
    }
    return seen;
}

// Timelines beside each other that begin alike.
struct Company {
    std::span<const Timeline> timelines;
    std::int64_t shared = 0; // first keys that are the same in all, whole states
};

// The first of them.
Company companyOf(std::span<const Timeline> timelines) {
    std::int64_t common = timelines[0].k.size(0);
    std::size_t count = 1;
    for (; count < timelines.size(); ++count) {
        const Timeline& next = timelines[count];
        const std::int64_t ofAll = std::min({common, next.common, next.k.size(0)});
        if (ofAll < kStateKeys) {
            break;
        }
        common = ofAll;
    }
    return {timelines.first(count), count == 1 ? 0 : common / kStateKeys * kStateKeys};
}

// A group of a row, with the keys that it meets beside the others of its company and by itself.
struct RowOfTimeline {
    AttentionGroup group;
    KeyPieces::Span shared;
    KeyPieces::Span own;
};

// Calls visit for the groups of rows that see one timeline.
template <class Visit>
void forGroups(const Tensor& out, const Tensor& q, const Timeline& seen, float scale,
               const Visit& visit) {
    const Tensor batch[] = {out.asBatch(), q.asBatch(), seen.k.asBatch(), seen.v.asBatch()};
    const Groups groups(batch[0], batch[1], batch[2], batch[3], {AttentionMask::Full, scale});
    for (std::int64_t index = 0; index < groups.count; ++index) {
        visit(groups.at(index));
    }
}

// out, q: the rows of the company.
void addCompany(KeyPieces& pieces, std::vector<RowOfTimeline>& rows, const Tensor& out,
                const Tensor& q, const Company& company, float scale) {
    std::vector<KeyPieces::Span> shared;
    forGroups(out, q, company.timelines[0], scale, [&](const AttentionGroup& group) {
        shared.push_back(pieces.add(group, q.size(0) * group.heads, {0, company.shared}));
    });
    for (std::int64_t n = 0; n < q.size(0); ++n) {
        auto ofAll = shared.begin();
        const Timeline& timeline = company.timelines[static_cast<std::size_t>(n)];
        forGroups(out.slice(0, n, 1), q.slice(0, n, 1), timeline, scale,
                  [&](const AttentionGroup& group) {
                      KeyPieces::Span first = *ofAll++;
                      first.row = n * group.heads;
                      const Range rest{company.shared, group.keys - company.shared};
                      rows.push_back({group, first, pieces.add(group, group.heads, rest)});
                  });
    }
}

} // namespace

void CpuBackend::attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionParams& params) {
    checkAttention(out, q, k, v, params);
    check(areTypesOfCpu(out, q, k, v), kTypesOfCpu);
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
    KeyPieces pieces;
    std::vector<KeyPieces::Span> spans;
    for (std::int64_t index = 0; index < groups.count; ++index) {
        spans.push_back(pieces.add(groups.at(index), groups.rows, {0, groups.shape.keys}));
    }
    pieces.attend(m_pool, m_scratch, m_threadScratch);
    for (std::int64_t index = 0; index < groups.count; ++index) {
        pieces.merge(groups.at(index), groups.rows, {spans[static_cast<std::size_t>(index)]});
    }
}

// A row of each timeline goes through the keys in two parts: those that it has in common with the
// timelines beside it, which all their rows meet together, and its own.
void CpuBackend::attentionOfTimelines(const Tensor& out, const Tensor& q,
                                      std::span<const Timeline> timelines, const Tensor& positions,
                                      float scale) {
    checkAttentionOfTimelines(out, q, timelines, positions);
    if (out.elements() == 0) {
        return;
    }
    check(areTypesOfCpu(out, q, timelines[0].k, timelines[0].v), kTypesOfCpu);
    KeyPieces pieces;
    std::vector<RowOfTimeline> rows;
    const std::vector<Timeline> seen = seenOf(timelines, positions);
    for (std::int64_t first = 0; first < q.size(0);) {
        const Company company = companyOf(std::span(seen).subspan(static_cast<std::size_t>(first)));
        const auto count = static_cast<std::int64_t>(company.timelines.size());
        addCompany(pieces, rows, out.slice(0, first, count), q.slice(0, first, count), company,
                   scale);
        first += count;
    }
    pieces.attend(m_pool, m_scratch, m_threadScratch);
    for (const RowOfTimeline& row : rows) {
        pieces.merge(row.group, row.group.heads, {row.shared, row.own});
    }
}

} // namespace kernels
