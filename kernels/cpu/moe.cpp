// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The feed-forward networks of chosen experts. Rows are grouped by expert, so that every expert's
// weights are read once, and groups pass in waves of bounded memory. One row is the same path with
// groups of one. Each output is summed by one thread, expert by expert in ascending order, so that
// results do not depend on the number of threads.
#include "kernels/contract.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/cpu/epilogue.h"
#include "kernels/cpu/product.h"
#include "kernels/cpu/ranges.h"

#include <algorithm>
#include <span>
#include <vector>

namespace kernels {
namespace {

// Rows of one group: their sums and a panel share a core's own cache.
constexpr std::int64_t kGroupRows = 768;
// Rows of one wave: what they are on the way should stay in the last cache.
constexpr std::int64_t kWaveRows = 2048;

// Rows that one expert works on, a range of the sorted assignments.
struct Group {
    std::size_t expert;
    std::int64_t first;
    std::int64_t rows;
};

bool hasFewerRows(const Group& a, const Group& b) {
    return a.rows < b.rows;
}

// Every choice of an expert by a row, sorted by expert and then by row.
struct Assignments {
    std::vector<std::int32_t> rows;
    std::vector<float> weights;
    std::vector<Group> groups;
};

std::vector<std::int64_t> firstOfExperts(const Tensor& ids, int experts) {
    std::vector<std::int64_t> first(static_cast<std::size_t>(experts) + 1);
    for (std::int64_t t = 0; t < ids.size(0); ++t) {
        for (std::int64_t j = 0; j < ids.size(1); ++j) {
            const std::int32_t id = ids.as<const std::int32_t>()[t * ids.stride(0) + j];
            check(id >= 0 && id < experts, "expertFfn: no such expert");
            ++first[static_cast<std::size_t>(id) + 1];
        }
    }
    for (std::size_t e = 1; e < first.size(); ++e) {
        first[e] += first[e - 1];
    }
    return first;
}

Assignments sortByExpert(const Tensor& ids, const Tensor& weights, int experts) {
    const std::vector<std::int64_t> first = firstOfExperts(ids, experts);
    std::vector<std::int64_t> next = first;
    const auto total = static_cast<std::size_t>(ids.elements());
    Assignments sorted{std::vector<std::int32_t>(total), std::vector<float>(total), {}};
    for (std::int64_t t = 0; t < ids.size(0); ++t) {
        for (std::int64_t j = 0; j < ids.size(1); ++j) {
            const std::int32_t id = ids.as<const std::int32_t>()[t * ids.stride(0) + j];
            const auto at = static_cast<std::size_t>(next[static_cast<std::size_t>(id)]++);
            sorted.rows[at] = static_cast<std::int32_t>(t);
            sorted.weights[at] = weights.as<const float>()[t * weights.stride(0) + j];
        }
    }
    for (std::size_t e = 0; e + 1 < first.size(); ++e) {
        for (std::int64_t row = first[e]; row < first[e + 1]; row += kGroupRows) {
            sorted.groups.push_back({e, row, std::min(kGroupRows, first[e + 1] - row)});
        }
    }
    return sorted;
}

// The part of a group's hidden values that one thread makes at a time.
struct Piece {
    std::size_t group;
    std::int64_t column;
    std::int64_t columns;
};

std::int64_t rowsOf(std::span<const Group> groups) {
    return groups.empty() ? 0 : groups.back().first + groups.back().rows - groups.front().first;
}

// A run of groups on its way through gate and up to hidden values, and through down to the output.
class Wave {
public:
    Wave(ThreadPool& pool, std::vector<Workspace>& scratch, const ExpertWeights& experts,
         std::span<const Group> groups)
        : m_pool(pool)
        , m_scratch(scratch)
        , m_experts(experts)
        , m_groups(groups)
        , m_rows(rowsOf(groups)) {}

    void run(const Tensor& out, const Tensor& in, const Assignments& sorted, Workspace& memory);

private:
    template <class Work>
    void share(std::int64_t count, std::int64_t productsPerRow, const Work& work);

    Workspace& scratchOf(int thread) { return m_scratch[static_cast<std::size_t>(thread)]; }

    std::size_t floatsToArrange(const Tensor& weight) const;
    void arrange(float* to, const Tensor& weight, const Tensor& from, const std::int32_t* index);
    std::vector<Piece> hiddenPieces() const;
    void makeHidden(const Tensor& hidden);
    std::int64_t outputColumns(std::int64_t mostRows) const;
    void addOutputs(const Tensor& out, const Assignments& sorted);

    ThreadPool& m_pool;
    std::vector<Workspace>& m_scratch; // one per thread
    const ExpertWeights& m_experts;
    std::span<const Group> m_groups;
    std::int64_t m_rows;
    std::vector<ArrangedRows> m_arranged; // of each group, for its next product
};

// Calls work(index, thread) for [0, count), on all threads if so many products a row are worth it.
template <class Work>
void Wave::share(std::int64_t count, std::int64_t productsPerRow, const Work& work) {
    if (m_rows * productsPerRow >= kProductsWorthSharing) {
        return m_pool.parallelFor(count, work);
    }
    for (std::int64_t index = 0; index < count; ++index) {
        work(index, 0);
    }
}

std::size_t Wave::floatsToArrange(const Tensor& weight) const {
    std::size_t floats = 0;
    for (const Group& group : m_groups) {
        floats += arrangedFloats(rowLayout(group.rows, weight), group.rows, weight.size(1));
    }
    return floats;
}

// Arranges every group's rows for a product with a weight like this one. The wave's row r is
// from[index[r]], or from[r] without an index.
void Wave::arrange(float* to, const Tensor& weight, const Tensor& from, const std::int32_t* index) {
    const std::int64_t depth = weight.size(1);
    m_arranged.clear();
    for (const Group& group : m_groups) {
        const RowLayout layout = rowLayout(group.rows, weight);
        m_arranged.push_back({to, group.rows, depth, layout});
        to += arrangedFloats(layout, group.rows, depth);
    }
    const auto arrangeGroup = [&](std::size_t g) {
        const std::int64_t first = m_groups[g].first - m_groups.front().first;
        const ArrangedRows& rows = m_arranged[g];
        const Tensor own = index == nullptr ? from.slice(0, first, rows.rows) : from;
        arrangeRows(const_cast<float*>(rows.values), rows.layout,
                    {own, index == nullptr ? nullptr : index + first}, 0, rows.rows);
    };
    const auto groups = static_cast<std::int64_t>(m_groups.size());
    forRanges(m_pool, groups, m_rows * depth / groups,
              [&](std::int64_t first, std::int64_t count, int) {
                  for (std::int64_t g = first; g < first + count; ++g) {
                      arrangeGroup(static_cast<std::size_t>(g));
                  }
              });
}

std::vector<Piece> Wave::hiddenPieces() const {
    std::vector<Piece> pieces;
    const Tensor& weight = m_experts.gate[0];
    const auto products = static_cast<std::int64_t>(2 * m_groups.size());
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const std::int64_t step =
            blockColumns(m_groups[g].rows, weight, products, m_pool.threads());
        for (std::int64_t column = 0; column < weight.size(0); column += step) {
            pieces.push_back({g, column, std::min(step, weight.size(0) - column)});
        }
    }
    return pieces;
}

// hidden (rows, I) = silu(gate · x) ⊙ (up · x).
void Wave::makeHidden(const Tensor& hidden) {
    const std::vector<Piece> pieces = hiddenPieces();
    const auto work = [&](std::int64_t index, int thread) {
        const auto& [g, column, columns] = pieces[static_cast<std::size_t>(index)];
        const Group& group = m_groups[g];
        const std::size_t each = sumFloats(group.rows, columns);
        float* panel = scratchOf(thread).take<float>(kPanelFloats + 2 * each);
        float* gate = panel + kPanelFloats;
        float* up = gate + each;
        productSums(gate, m_arranged[g], m_experts.gate[group.expert].slice(0, column, columns),
                    panel);
        productSums(up, m_arranged[g], m_experts.up[group.expert].slice(0, column, columns), panel);
        const Tensor own = hidden.slice(0, group.first - m_groups.front().first, group.rows);
        storeSwiGlu(own.slice(1, column, columns), gate, up);
    };
    share(static_cast<std::int64_t>(pieces.size()), 2 * m_experts.gate[0].elements(), work);
}

// Columns of the output that one thread makes at a time, from all groups.
std::int64_t Wave::outputColumns(std::int64_t mostRows) const {
    const Tensor& weight = m_experts.down[0];
    if (isPanelled(rowLayout(mostRows, weight))) {
        return kPanelColumns;
    }
    const std::int64_t pieces = kPiecesPerThread * m_pool.threads();
    return roundUp(roundUp(weight.size(0), pieces) / pieces, 8);
}

// out += weight · (down · hidden).
void Wave::addOutputs(const Tensor& out, const Assignments& sorted) {
    const std::int64_t mostRows =
        std::max_element(m_groups.begin(), m_groups.end(), hasFewerRows)->rows;
    const std::int64_t step = outputColumns(mostRows);
    const auto work = [&](std::int64_t index, int thread) {
        const std::int64_t column = index * step;
        const std::int64_t columns = std::min(step, out.size(1) - column);
        const Tensor own = out.slice(1, column, columns);
        float* panel = scratchOf(thread).take<float>(kPanelFloats + sumFloats(mostRows, columns));
        float* sums = panel + kPanelFloats;
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            const Group& group = m_groups[g];
            const auto first = static_cast<std::size_t>(group.first);
            productSums(sums, m_arranged[g], m_experts.down[group.expert].slice(0, column, columns),
                        panel);
            addWeighted(own, sums, std::span(sorted.rows).subspan(first, m_arranged[g].rows),
                        sorted.weights.data() + first);
        }
    };
    share(roundUp(out.size(1), step) / step, m_experts.down[0].elements(), work);
}

void Wave::run(const Tensor& out, const Tensor& in, const Assignments& sorted, Workspace& memory) {
    const Tensor& gate = m_experts.gate[0];
    const Tensor& down = m_experts.down[0];
    const std::size_t arranged = std::max(floatsToArrange(gate), floatsToArrange(down));
    const std::int64_t inner = gate.size(0);
    float* values = memory.take<float>(arranged + static_cast<std::size_t>(m_rows * inner));
    const Tensor hidden(values + arranged, DType::F32, {m_rows, inner});
    arrange(values, gate, in, sorted.rows.data() + m_groups.front().first);
    makeHidden(hidden);
    arrange(values, down, hidden, nullptr);
    addOutputs(out, sorted);
}

} // namespace

void CpuBackend::expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids,
                           const Tensor& weights, const ExpertWeights& experts) {
    checkExpertFfn(out, in, ids, weights, experts);
    check(out.dtype == DType::F32 && in.dtype == DType::F32, "expertFfn: activations must be F32");
    const Assignments sorted = sortByExpert(ids, weights, experts.count);
    std::span<const Group> waiting = sorted.groups;
    while (!waiting.empty()) {
        std::size_t count = 1;
        while (count < waiting.size() && rowsOf(waiting.first(count + 1)) <= kWaveRows) {
            ++count;
        }
        Wave(m_pool, m_threadScratch, experts, waiting.first(count))
            .run(out, in, sorted, m_scratch);
        waiting = waiting.subspan(count);
    }
}

} // namespace kernels
