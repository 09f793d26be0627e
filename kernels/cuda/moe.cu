// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Routed experts. Few tokens: each (token, choice) pair is computed for itself, organised by the
// rows of the weights, straight from the ids. Many: the pairs are sorted by expert on the device,
// and tiles of 64 pairs of one expert go through its products together. An assignment is a (token,
// choice) pair, numbered token · k + choice.
#include "kernels/contract.h"
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/launch.h"
#include "kernels/cuda/product.cuh"

#include <algorithm>

namespace kernels {

namespace {

// The addresses of all experts' matrices travel as kernel parameters, of which there are 4 KB.
constexpr int kMostExperts = 160;
// Bounds the scratch memory; more tokens go through in parts.
constexpr std::int64_t kTokensAtOnce = 4096;

template <class Weight>
struct ExpertMatrices {
    const Weight* data[kMostExperts];
    std::int64_t rows;
    std::int64_t columns;
    std::int64_t rowStride;

    __device__ Matrix<const Weight> of(int expert) const {
        return {data[expert], rows, columns, rowStride, 1};
    }
};

template <class Weight>
ExpertMatrices<Weight> expertMatrices(const Tensor* matrices, int count) {
    const Tensor& first = matrices[0];
    ExpertMatrices<Weight> result{{}, first.size(0), first.size(1), first.stride(0)};
    for (int e = 0; e < count; ++e) {
        check(matrices[e].stride(0) == first.stride(0), "expertFfn: strides differ on the GPU");
        result.data[e] = matrices[e].as<Weight>();
    }
    return result;
}

// The choices of tokens (T, k).
struct Choices {
    Matrix<const std::int32_t> ids;
    Matrix<const float> weights;

    __device__ std::int64_t perToken() const { return ids.columns; }

    __host__ __device__ std::int64_t count() const { return ids.rows * ids.columns; }

    // Behind all assignments there may be one more for each token.
    __device__ std::int64_t token(std::int64_t assignment) const {
        return assignment < count() ? assignment / perToken() : assignment - count();
    }

    __device__ int expert(std::int64_t assignment) const {
        return ids.at(assignment / perToken(), assignment % perToken());
    }

    __device__ float weight(std::int64_t assignment) const {
        return weights.at(assignment / perToken(), assignment % perToken());
    }
};

// The network that all tokens go through; without data where there is none.
template <class Weight>
struct SharedMatrices {
    Matrix<const Weight> gate;
    Matrix<const Weight> up;
    Matrix<const Weight> down;

    __host__ __device__ bool isThere() const { return gate.data != nullptr; }
};

// The first columns of one row of a matrix as a matrix.
template <class T>
__device__ Matrix<const T> rowOf(const Matrix<const T>& matrix, std::int64_t row,
                                 std::int64_t columns) {
    return {&matrix.at(row, 0), 1, columns, matrix.rowStride, matrix.columnStride};
}

// --- few tokens ---

// hidden (T·k, I) = silu(gate · x) ⊙ (up · x), of each assignment's own expert; behind them, of
// each token, what the shared network makes of it (T, J).
template <class In, class Weight>
__global__ void fewHiddenKernel(Matrix<In> hidden, Matrix<const In> in, Choices choices,
                                ExpertMatrices<Weight> gate, ExpertMatrices<Weight> up,
                                SharedMatrices<Weight> shared) {
    const std::int64_t inner = std::int64_t{blockIdx.x} * warpCount() + warpIndex();
    const std::int64_t assignment = blockIdx.y;
    const std::int64_t token = choices.token(assignment);
    const bool isShared = assignment >= choices.count();
    const int expert = isShared ? 0 : choices.expert(assignment);
    const Matrix<const Weight> gates = isShared ? shared.gate : gate.of(expert);
    const Matrix<const Weight> ups = isShared ? shared.up : up.of(expert);
    if (inner >= gates.rows) {
        return;
    }
    const Matrix<const In> row = rowOf(in, token, in.columns);
    float gateSums[kFewRows] = {};
    float upSums[kFewRows] = {};
    addRowSums(gateSums, row, &gates.at(inner, 0));
    addRowSums(upSums, row, &ups.at(inner, 0));
    const float gateSum = sumOfOwnRow(gateSums, 1);
    const float upSum = sumOfOwnRow(upSums, 1);
    if (laneIndex() == 0) {
        store(hidden.at(assignment, inner), silu(gateSum) * upSum);
    }
}

// out (T, D) += Σ weight · (down · hidden) over a token's choices, and the shared network's.
template <class Out, class In, class Weight>
__global__ void fewOutputsKernel(Matrix<Out> out, Matrix<const In> hidden, Choices choices,
                                 ExpertMatrices<Weight> down, SharedMatrices<Weight> shared) {
    const std::int64_t output = std::int64_t{blockIdx.x} * warpCount() + warpIndex();
    if (output >= out.columns) {
        return;
    }
    const std::int64_t token = blockIdx.y;
    float total = 0.0F;
    for (std::int64_t j = 0; j < choices.perToken(); ++j) {
        const std::int64_t assignment = token * choices.perToken() + j;
        float sums[kFewRows] = {};
        addRowSums(sums, rowOf(hidden, assignment, down.columns),
                   &down.of(choices.expert(assignment)).at(output, 0));
        total += choices.weight(assignment) * sums[0];
    }
    if (shared.isThere()) {
        float sums[kFewRows] = {};
        addRowSums(sums, rowOf(hidden, choices.count() + token, shared.down.columns),
                   &shared.down.at(output, 0));
        total += sums[0];
    }
    total = warpSum(total);
    if (laneIndex() == 0) {
        Out& to = out.at(token, output);
        store(to, widen(to) + total);
    }
}

// --- many tokens ---

// Assignments in the order of their experts, cut into tiles of one expert each.
struct SortedAssignments {
    std::int32_t* order;  // (T·k): assignments
    std::int32_t* tokens; // (T·k): their tokens
    std::int32_t* firsts; // (E + 1): where an expert's assignments begin
    std::int32_t* tiles;  // (E + 1): where its tiles begin
    std::int32_t* counts; // (E): how many assignments it has

    // The expert of a tile; E when there is no such tile.
    __device__ int expertOf(int tile, int experts) const {
        int expert = 0;
        while (expert < experts && tile >= tiles[expert + 1]) {
            ++expert;
        }
        return expert;
    }
};

constexpr int kSortThreads = 256;

// counts, by a block for each expert.
__global__ void countKernel(SortedAssignments sorted, Choices choices) {
    const auto expert = static_cast<int>(blockIdx.x);
    const std::int64_t assignments = choices.count();
    float own = 0.0F; // which holds every number that there can be
    for (std::int64_t a = threadIdx.x; a < assignments; a += kSortThreads) {
        own += choices.expert(a) == expert ? 1.0F : 0.0F;
    }
    const float all = blockSum(own, sharedMemory<float>());
    if (threadIdx.x == 0) {
        sorted.counts[expert] = static_cast<std::int32_t>(all);
    }
}

// Where the block's own expert begins, in assignments and tiles, which it leaves for others.
__device__ inline std::int32_t placeOfExpert(const SortedAssignments& sorted, int expert,
                                             int experts) {
    std::int32_t first = 0;
    std::int32_t tile = 0;
    for (int e = 0; e < expert; ++e) {
        first += sorted.counts[e];
        tile += (sorted.counts[e] + kTile - 1) / kTile;
    }
    if (threadIdx.x == 0) {
        const std::int32_t own = sorted.counts[expert];
        sorted.firsts[expert] = first;
        sorted.tiles[expert] = tile;
        if (expert == experts - 1) {
            sorted.firsts[experts] = first + own;
            sorted.tiles[experts] = tile + (own + kTile - 1) / kTile;
        }
    }
    return first;
}

// Everything else, by a block for each expert, which goes through the assignments in their order.
__global__ void sortKernel(SortedAssignments sorted, Choices choices) {
    const auto expert = static_cast<int>(blockIdx.x);
    const std::int64_t assignments = choices.count();
    auto* ofWarps = sharedMemory<std::int32_t>();
    std::int32_t place = placeOfExpert(sorted, expert, static_cast<int>(gridDim.x));
    for (std::int64_t first = 0; first < assignments; first += kSortThreads) {
        const std::int64_t a = first + threadIdx.x;
        const bool isOwn = a < assignments && choices.expert(a) == expert;
        const unsigned own = __ballot_sync(kAllLanes, isOwn ? 1 : 0);
        if (laneIndex() == 0) {
            ofWarps[warpIndex()] = __popc(own);
        }
        __syncthreads();
        std::int32_t before = place + __popc(own & ((1U << laneIndex()) - 1));
        for (int warp = 0; warp < warpCount(); ++warp) {
            before += warp < warpIndex() ? ofWarps[warp] : 0;
            place += ofWarps[warp];
        }
        if (isOwn) {
            sorted.order[before] = static_cast<std::int32_t>(a);
            sorted.tokens[before] = static_cast<std::int32_t>(choices.token(a));
        }
        __syncthreads();
    }
}

// A block's tile: the rows of an expert from `first` on, at most 64.
struct ExpertTile {
    int expert;
    std::int64_t first;
    std::int64_t rows;
};

__device__ inline ExpertTile tileOf(const SortedAssignments& sorted, int experts) {
    const auto tile = static_cast<int>(blockIdx.y);
    const int expert = sorted.expertOf(tile, experts);
    if (expert == experts) {
        return {experts, 0, 0};
    }
    const std::int64_t first = sorted.firsts[expert] + (tile - sorted.tiles[expert]) * kTile;
    return {expert, first, min(std::int64_t{kTile}, sorted.firsts[expert + 1] - first)};
}

// hidden (T·k, I) in the sorted order.
template <class In, class Weight>
__global__ void tileHiddenKernel(Matrix<In> hidden, Matrix<const In> in, SortedAssignments sorted,
                                 int experts, ExpertMatrices<Weight> gate,
                                 ExpertMatrices<Weight> up) {
    const ExpertTile tile = tileOf(sorted, experts);
    if (tile.rows == 0) {
        return;
    }
    Rows<In> rows{in, sorted.tokens + tile.first};
    rows.matrix.rows = tile.rows;
    const std::int64_t firstInner = std::int64_t{blockIdx.x} * kTile;
    using Products = Tile<In, Weight>;
    auto& memory = *sharedMemory<typename Products::Memory>();
    Products gated;
    Products upped;
    gated.add(rows, 0, Rows<Weight>{gate.of(tile.expert)}, firstInner, memory);
    upped.add(rows, 0, Rows<Weight>{up.of(tile.expert)}, firstInner, memory);
    forEachSum<Products>(0, tile.rows, firstInner, hidden.columns,
                         [&](std::int64_t row, std::int64_t inner, int i, int j) {
                             store(hidden.at(tile.first + row, inner),
                                   silu(gated.sums[i][j]) * upped.sums[i][j]);
                         });
}

// outputs (T·k, D) by assignment = down · hidden.
template <class In, class Weight>
__global__ void tileOutputsKernel(Matrix<float> outputs, Matrix<const In> hidden,
                                  SortedAssignments sorted, int experts,
                                  ExpertMatrices<Weight> down) {
    const ExpertTile tile = tileOf(sorted, experts);
    if (tile.rows == 0) {
        return;
    }
    Rows<In> rows{hidden};
    rows.matrix.data = &hidden.at(tile.first, 0);
    rows.matrix.rows = tile.rows;
    const std::int64_t firstOutput = std::int64_t{blockIdx.x} * kTile;
    using Products = Tile<In, Weight>;
    Products products;
    products.add(rows, 0, Rows<Weight>{down.of(tile.expert)}, firstOutput,
                 *sharedMemory<typename Products::Memory>());
    forEachSum<Products>(0, tile.rows, firstOutput, outputs.columns,
                         [&](std::int64_t row, std::int64_t output, int i, int j) {
                             outputs.at(sorted.order[tile.first + row], output) =
                                 products.sums[i][j];
                         });
}

// out (T, D) += Σ weight · outputs over a token's choices, always in the same order.
template <class Out>
__global__ void combineKernel(Matrix<Out> out, Matrix<const float> outputs, Choices choices) {
    const std::int64_t token = blockIdx.x;
    for (std::int64_t i = threadIdx.x; i < out.columns; i += blockDim.x) {
        float total = 0.0F;
        for (std::int64_t j = 0; j < choices.perToken(); ++j) {
            const std::int64_t assignment = token * choices.perToken() + j;
            total += choices.weight(assignment) * outputs.at(assignment, i);
        }
        Out& to = out.at(token, i);
        store(to, widen(to) + total);
    }
}

Choices choicesOf(const Tensor& ids, const Tensor& weights) {
    return {matrixOf<const std::int32_t>(ids), matrixOf<const float>(weights)};
}

template <class Weight>
SharedMatrices<Weight> sharedMatrices(const ExpertWeights& experts) {
    if (experts.shared == nullptr) {
        return {};
    }
    const auto& [gate, up, down] = *experts.shared;
    return {matrixOf<const Weight>(gate), matrixOf<const Weight>(up), matrixOf<const Weight>(down)};
}

Grid warpGrid(std::int64_t outputs, std::int64_t rows) {
    return {{blocksFor(outputs, kFewRowsWarps), static_cast<unsigned>(rows)}, kFewRowsThreads};
}

// One call for tokens that go through together.
template <class T, class Weight>
class ExpertCall {
public:
    ExpertCall(cudaStream_t stream, DeviceScratch& scratch, const ExpertWeights& experts)
        : m_stream(stream)
        , m_scratch(scratch)
        , m_count(experts.count)
        , m_gate(expertMatrices<Weight>(experts.gate, experts.count))
        , m_up(expertMatrices<Weight>(experts.up, experts.count))
        , m_down(expertMatrices<Weight>(experts.down, experts.count)) {}

    void runFew(const Tensor& out, const Tensor& in, const Choices& choices,
                const SharedMatrices<Weight>& shared) {
        const std::int64_t rows = choices.count() + (shared.isThere() ? out.size(0) : 0);
        const std::int64_t width = std::max(m_gate.rows, shared.gate.rows);
        T* memory = m_scratch.take<T>(static_cast<std::size_t>(rows * width));
        const Matrix<T> hidden{memory, rows, width, width, 1};
        launch(m_stream, warpGrid(width, rows), fewHiddenKernel<T, Weight>, hidden,
               matrixOf<const T>(in), choices, m_gate, m_up, shared);
        launch(m_stream, warpGrid(out.size(1), out.size(0)), fewOutputsKernel<T, T, Weight>,
               matrixOf<T>(out), readOnly(hidden), choices, m_down, shared);
    }

    void runMany(const Tensor& out, const Tensor& in, const Choices& choices) {
        const std::int64_t assignments = choices.count();
        const auto outputFloats = static_cast<std::size_t>(assignments * out.size(1));
        const auto hiddenElements = static_cast<std::size_t>(assignments * m_gate.rows);
        const auto indices = static_cast<std::size_t>(2 * (assignments + m_count + 1) + m_count);
        auto* memory = m_scratch.take<std::byte>((outputFloats + indices) * sizeof(float) +
                                                 hiddenElements * sizeof(T));
        auto* outputs = reinterpret_cast<float*>(memory);
        auto* index = reinterpret_cast<std::int32_t*>(outputs + outputFloats);
        auto* hidden = reinterpret_cast<T*>(index + indices);
        auto* ofExperts = index + 2 * assignments;
        const SortedAssignments sorted{index, index + assignments, ofExperts,
                                       ofExperts + m_count + 1, ofExperts + 2 * (m_count + 1)};
        const Matrix<T> hiddenRows{hidden, assignments, m_gate.rows, m_gate.rows, 1};
        const Matrix<float> outputRows{outputs, assignments, out.size(1), out.size(1), 1};
        launch(m_stream, sortGrid(), countKernel, sorted, choices);
        launch(m_stream, sortGrid(), sortKernel, sorted, choices);
        launch(m_stream, tileGrid(m_gate.rows, assignments), tileHiddenKernel<T, Weight>,
               hiddenRows, matrixOf<const T>(in), sorted, m_count, m_gate, m_up);
        launch(m_stream, tileGrid(out.size(1), assignments), tileOutputsKernel<T, Weight>,
               outputRows, readOnly(hiddenRows), sorted, m_count, m_down);
        launch(m_stream, Grid{{static_cast<unsigned>(out.size(0))}}, combineKernel<T>,
               matrixOf<T>(out), readOnly(outputRows), choices);
    }

private:
    template <class Element>
    static Matrix<const Element> readOnly(const Matrix<Element>& matrix) {
        return {matrix.data, matrix.rows, matrix.columns, matrix.rowStride, matrix.columnStride};
    }

    Grid sortGrid() const {
        return {{static_cast<unsigned>(m_count)}, kSortThreads, kSortThreads / kWarpSize * 4};
    }

    // As many tiles as there are at most: how many there are is known on the device only.
    Grid tileGrid(std::int64_t outputs, std::int64_t assignments) const {
        const std::int64_t most =
            assignments / kTile + std::min<std::int64_t>(m_count, assignments);
        return {{blocksFor(outputs, kTile), static_cast<unsigned>(most)},
                kTileThreads,
                sizeof(typename Tile<T, Weight>::Memory)};
    }

    cudaStream_t m_stream;
    DeviceScratch& m_scratch;
    int m_count;
    ExpertMatrices<Weight> m_gate; // (I, D) each
    ExpertMatrices<Weight> m_up;
    ExpertMatrices<Weight> m_down; // (D, I) each
};

} // namespace

void CudaBackend::expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids,
                            const Tensor& weights, const ExpertWeights& experts) {
    checkExpertFfn(out, in, ids, weights, experts);
    check(out.dtype == in.dtype, "expertFfn: out and in are of one type on the GPU");
    check(experts.count <= kMostExperts, "expertFfn: more experts than the GPU's kernels take");
    if (out.elements() == 0 || ids.elements() == 0) {
        return;
    }
    withActivationType(in.dtype, [&](auto inZero) {
        withWeightType(experts.gate[0].dtype, [&](auto weightZero) {
            ExpertCall<decltype(inZero), decltype(weightZero)> call(stream(), m_scratch, experts);
            if (in.size(0) <= kFewRows) {
                return call.runFew(out, in, choicesOf(ids, weights),
                                   sharedMatrices<decltype(weightZero)>(experts));
            }
            for (std::int64_t first = 0; first < in.size(0); first += kTokensAtOnce) {
                const std::int64_t count = std::min(kTokensAtOnce, in.size(0) - first);
                call.runMany(out.slice(0, first, count), in.slice(0, first, count),
                             choicesOf(ids.slice(0, first, count), weights.slice(0, first, count)));
            }
            if (experts.shared != nullptr) {
                addShared(out, in, *experts.shared);
            }
        });
    });
}

// Of many rows, by products of their own.
void CudaBackend::addShared(const Tensor& out, const Tensor& in, const GatedMlpWeights& shared) {
    const std::int64_t inner = shared.gate.size(0);
    const auto elements = static_cast<std::size_t>(in.size(0) * inner);
    const Tensor hidden(m_sharedScratch.take<std::byte>(elements * sizeOf(in.dtype)), in.dtype,
                        {in.size(0), inner});
    swiGlu(hidden, in, shared.gate, shared.up);
    linear(out, hidden, shared.down, {.residual = &out});
}

} // namespace kernels
