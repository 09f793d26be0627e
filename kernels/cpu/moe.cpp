// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The feed-forward networks of chosen experts. Rows are grouped by expert, so that every expert's
// weights are read once, and groups pass in waves of bounded memory. One row is the same path with
// groups of one. The network that all rows go through is the last expert. Each output is summed by
// one thread, expert by expert in ascending order, so that results do not depend on the number of
// threads.
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

void addGroups(Assignments& sorted, std::size_t expert, std::int64_t first, std::int64_t end) {
    for (std::int64_t row = first; row < end; row += kGroupRows) {
        sorted.groups.push_back({expert, row, std::min(kGroupRows, end - row)});
    }
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
        addGroups(sorted, e, first[e], first[e + 1]);
    }
    return sorted;
}

// All rows go to the shared network with weight 1.
void addShared(Assignments& sorted, std::int64_t rows, int experts) {
    const auto first = static_cast<std::int64_t>(sorted.rows.size());
    for (std::int64_t row = 0; row < rows; ++row) {
        sorted.rows.push_back(static_cast<std::int32_t>(row));
        sorted.weights.push_back(1.0F);
    }
    addGroups(sorted, static_cast<std::size_t>(experts), first, first + rows);
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
        , m_groups(groups) {}

    void run(const Tensor& out, const Tensor& in, const Assignments& sorted, Workspace& memory);

private:
    // The weights of a group.
    const Tensor& gateOf(const Group& group) const {
        return isShared(group) ? m_experts.shared->gate : m_experts.gate[group.expert];
    }

    const Tensor& upOf(const Group& group) const {
        return isShared(group) ? m_experts.shared->up : m_experts.up[group.expert];
    }

    const Tensor& downOf(const Group& group) const {
        return isShared(group) ? m_experts.shared->down : m_experts.down[group.expert];
    }

    bool isShared(const Group& group) const {
        return group.expert == static_cast<std::size_t>(m_experts.count);
    }

    template <class Value>
    std::int64_t sumOverGroups(const Value& value) const;
    template <class Work>
    void share(std::int64_t count, std::int64_t products, const Work& work);

    Workspace& scratchOf(int thread) { return m_scratch[static_cast<std::size_t>(thread)]; }

    std::int64_t floatsToArrange(const Group& group, const Tensor& weight) const;
    template <class WeightOf, class SourceOf>
    void arrange(float* to, const WeightOf& weightOf, const SourceOf& sourceOf);
    std::vector<Piece> hiddenPieces() const;
    void makeHidden();
    std::int64_t outputColumns(std::int64_t mostRows) const;
    void addOutputs(const Tensor& out, const Assignments& sorted);

    ThreadPool& m_pool;
    std::vector<Workspace>& m_scratch; // one per thread
    const ExpertWeights& m_experts;
    std::span<const Group> m_groups;
    std::vector<ArrangedRows> m_arranged; // of each group, for its next product
    std::vector<Tensor> m_hidden;         // of each group: (rows, I)
};

// Σ value(group).
template <class Value>
std::int64_t Wave::sumOverGroups(const Value& value) const {
    std::int64_t sum = 0;
    for (const Group& group : m_groups) {
        sum += value(group);
    }
    return sum;
}

// Calls work(index, thread) for [0, count), on all threads if so many products are worth it.
template <class Work>
void Wave::share(std::int64_t count, std::int64_t products, const Work& work) {
    forPieces(m_pool, products >= kProductsWorthSharing ? Sharing::Pool : Sharing::Alone, count,
              work);
}

std::int64_t Wave::floatsToArrange(const Group& group, const Tensor& weight) const {
    const RowLayout layout = rowLayout(group.rows, weight);
    return static_cast<std::int64_t>(arrangedFloats(layout, group.rows, weight.size(1)));
}

// Arranges the rows of every group, sourceOf(its index), for a product with weightOf(group).
template <class WeightOf, class SourceOf>
void Wave::arrange(float* to, const WeightOf& weightOf, const SourceOf& sourceOf) {
    m_arranged.clear();
    for (const Group& group : m_groups) {
        const Tensor& weight = weightOf(group);
        m_arranged.push_back({to, group.rows, weight.size(1), rowLayout(group.rows, weight)});
        to += floatsToArrange(group, weight);
    }
    const auto groups = static_cast<std::int64_t>(m_groups.size());
    const std::int64_t elements =
        sumOverGroups([&](const Group& group) { return group.rows * weightOf(group).size(1); });
    forRanges(m_pool, groups, elements / groups, [&](std::int64_t first, std::int64_t count, int) {
        for (auto g = static_cast<std::size_t>(first); count-- > 0; ++g) {
            const ArrangedRows& rows = m_arranged[g];
            arrangeRows(const_cast<float*>(rows.values), rows.layout, sourceOf(g), 0, rows.rows);
        }
    });
}

std::vector<Piece> Wave::hiddenPieces() const {
    std::vector<Piece> pieces;
    const auto products = static_cast<std::int64_t>(2 * m_groups.size());
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const Tensor& weight = gateOf(m_groups[g]);
        const std::int64_t step =
            blockColumns(m_groups[g].rows, weight, products, m_pool.threads());
        for (std::int64_t column = 0; column < weight.size(0); column += step) {
            pieces.push_back({g, column, std::min(step, weight.size(0) - column)});
        }
    }
    return pieces;
}

// hidden (rows, I) = silu(gate · x) ⊙ (up · x).
void Wave::makeHidden() {
    const std::vector<Piece> pieces = hiddenPieces();
    const auto work = [&](std::int64_t index, int thread) {
        const auto& [g, column, columns] = pieces[static_cast<std::size_t>(index)];
        const Group& group = m_groups[g];
        const std::size_t each = sumFloats(group.rows, columns);
        float* panel = scratchOf(thread).take<float>(kPanelFloats + 2 * each);
        float* gate = panel + kPanelFloats;
        float* up = gate + each;
        productSums(gate, m_arranged[g], gateOf(group).slice(0, column, columns), panel);
        productSums(up, m_arranged[g], upOf(group).slice(0, column, columns), panel);
        storeSwiGlu(m_hidden[g].slice(1, column, columns), gate, up);
    };
    share(static_cast<std::int64_t>(pieces.size()), sumOverGroups([&](const Group& group) {
              return 2 * group.rows * gateOf(group).elements();
          }),
          work);
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
            productSums(sums, m_arranged[g], downOf(group).slice(0, column, columns), panel);
            addWeighted(own, sums, std::span(sorted.rows).subspan(first, m_arranged[g].rows),
                        sorted.weights.data() + first);
        }
    };
    share(roundUp(out.size(1), step) / step,
          sumOverGroups([&](const Group& group) { return group.rows * downOf(group).elements(); }),
          work);
}

void Wave::run(const Tensor& out, const Tensor& in, const Assignments& sorted, Workspace& memory) {
    const auto gate = [&](const Group& group) -> const Tensor& {
        return gateOf(group);
    };
    const auto down = [&](const Group& group) -> const Tensor& {
        return downOf(group);
    };
    const auto floatsFor = [&](const auto& weightOf) {
        return sumOverGroups(
            [&](const Group& group) { return floatsToArrange(group, weightOf(group)); });
    };
    const std::int64_t arranged = std::max(floatsFor(gate), floatsFor(down));
    const std::int64_t made =
        sumOverGroups([&](const Group& group) { return group.rows * gateOf(group).size(0); });
    auto* values = memory.take<float>(static_cast<std::size_t>(arranged + made));
    float* hidden = values + arranged;
    for (const Group& group : m_groups) {
        m_hidden.push_back({hidden, DType::F32, {group.rows, gateOf(group).size(0)}});
        hidden += m_hidden.back().elements();
    }
    arrange(values, gate, [&](std::size_t g) {
        return RowSource{in, sorted.rows.data() + m_groups[g].first};
    });
    makeHidden();
    arrange(values, down, [&](std::size_t g) { return RowSource{m_hidden[g]}; });
    addOutputs(out, sorted);
}

} // namespace

void CpuBackend::expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids,
                           const Tensor& weights, const ExpertWeights& experts) {
    checkExpertFfn(out, in, ids, weights, experts);
    check(out.dtype == DType::F32 && in.dtype == DType::F32, "expertFfn: activations must be F32");
    Assignments sorted = sortByExpert(ids, weights, experts.count);
    if (experts.shared != nullptr) {
        addShared(sorted, in.size(0), experts.count);
    }
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
