// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Backend: the machine that the model runs on. Memory verbs and coarse compute verbs, each with its
// shape contract, which is checked on every call. Weights may be F32, BF16 or F16, and those of
// linear, project, swiGlu and expertFfn Q8 or Q4, aligned to 16 bytes; activations are of
// activationType(); sums are taken in fp32. Outputs never overlap inputs unless said. One thread at
// a time may call a backend. Threads, streams and workspaces inside are its own.
#pragma once

#include "kernels/buffer.h"
#include "kernels/tensor.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace kernels {

enum class Activation { None, GeluTanh, GeluErf };

// What a product does to its sums before they are stored: out = activation(sum + bias) + residual.
struct Epilogue {
    const Tensor* bias = nullptr; // (N)
    Activation activation = Activation::None;
    const Tensor* residual = nullptr; // (T, N); may be the output itself
};

// Which pairs of a head a rotation turns: HalfSplit (i, i + P/2), Interleaved (2i, 2i + 1).
enum class RopePairs { HalfSplit, Interleaved };

struct RopeParams {
    RopePairs pairs = RopePairs::HalfSplit;
    double theta = 10000.0;
};

// Rows that a verb takes through rmsNorm first.
struct NormedRows {
    Tensor rows;   // (T, D)
    Tensor weight; // (D)
    float eps = 0.0F;
};

// Heads turned by the position of their row.
struct TurnedHeads {
    Tensor out; // (T, H, P)
    Tensor in;  // the same shape, or the same heads
};

// What attention keeps of rows: maybe latents, then keys, then what is kept as it is.
struct KeptRows {
    Tensor rows;                        // (T, W); changed where they lie
    const Tensor* latentNorm = nullptr; // (R): the first R columns go through rmsNorm with it
    float latentEps = 0.0F;
    std::int64_t keyHeads = 0; // of P columns each, which are turned: keys(P)

    std::int64_t latents() const { return latentNorm == nullptr ? 0 : latentNorm->size(0); }

    Tensor keys(std::int64_t headSize) const {
        return rows.slice(1, latents(), keyHeads * headSize).split(1, headSize);
    }
};

enum class AttentionMask { Full, Causal };

struct AttentionParams {
    AttentionMask mask = AttentionMask::Full;
    float scale = 1.0F;
};

// What attention may see of a timeline.
struct Timeline {
    Tensor k;                // (S, G, C)
    Tensor v;                // (S, G, Cv)
    std::int64_t common = 0; // so many first keys and values equal those of the timeline before
};

// What a backend keeps of work that is done over and over; made and read by it alone. Empty at
// first and whenever the work has become another. Must not outlive the backend.
using Recording = std::shared_ptr<void>;

enum class Scoring { Softmax, Sigmoid };

struct RoutingParams {
    Scoring scoring = Scoring::Softmax;
    const Tensor* bias = nullptr; // (E): added to the scores for choosing only
    int groups = 1;               // experts are chosen within the best chosenGroups of groups
    int chosenGroups = 1;
    bool normalise = false; // weights divided by their sum (+1e-20)
    float scale = 1.0F;
};

// down · (silu(gate · x) ⊙ (up · x)), of inner width I.
struct GatedMlpWeights {
    Tensor gate, up; // (I, D)
    Tensor down;     // (D, I)
};

// The experts of one layer. All experts' tensors have the same shape and type; expert e's matrix
// lies anywhere in memory, since checkpoints store every expert as a tensor of its own.
struct ExpertWeights {
    const Tensor* gate = nullptr; // E tensors (I, D)
    const Tensor* up = nullptr;   // E tensors (I, D)
    const Tensor* down = nullptr; // E tensors (D, I)
    int count = 0;                // E
    // Null, or one more network that every row goes through, of the experts' type and any width.
    const GatedMlpWeights* shared = nullptr;
};

// Bits of fraction of resample's weights.
constexpr int kWindowBits = 22;

// What a tensor held when it was asked for. Must not outlive the backend.
class Fetched {
public:
    Fetched() = default;
    Fetched(const Fetched&) = delete;
    Fetched& operator=(const Fetched&) = delete;
    virtual ~Fetched() = default;

    // Returns once it is there, whatever has been asked of the backend since.
    virtual const void* wait() = 0;
};

class Backend {
public:
    Backend() = default;
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;
    virtual ~Backend() = default;

    // "CPU, 2 threads (AVX3_ZEN4)": for people.
    virtual std::string description() const = 0;
    virtual DType activationType() const = 0;
    // Whether verbs return before they have run, so that it pays to ask for more meanwhile.
    virtual bool runsBehind() const = 0;

    // --- memory ---

    // Uninitialised memory, aligned to 64 bytes or more. Throws OutOfMemory.
    virtual Buffer allocate(std::size_t bytes) = 0;
    // What a GPU has left of its own, in bytes. Of the CPU, whose memory grows by swapping and
    // shrinks with other programs, the largest number.
    virtual std::uint64_t freeMemory() const = 0;
    // Makes weights in host memory usable by the verbs. The CPU refers to them without a copy, so
    // the host memory must outlive the buffer; a GPU copies them.
    virtual Buffer adopt(const void* host, std::size_t bytes) = 0;
    // Dense tensors only. The host's memory may change, or is there, once these return.
    virtual void upload(const Tensor& to, const void* from) = 0;
    virtual void download(void* to, const Tensor& from) = 0;
    virtual std::shared_ptr<Fetched> fetch(const Tensor& from) = 0;
    // Same shape, any strides (0 repeats in `from`), converting between float types.
    virtual void copy(const Tensor& to, const Tensor& from) = 0;
    virtual void synchronize() = 0;
    // Runs work. A GPU, to which starting many small verbs costs more than they take, keeps them in
    // the recording and starts them as one from the third time on, without calling work: so nothing
    // but the contents of tensors may be other than the last time, and work neither allocates nor
    // uploads nor downloads.
    virtual void repeat(Recording& recording, const std::function<void()>& work) = 0;

    // --- products ---

    // out (T, N) = epilogue(in (T, K) · weight (N, K)ᵀ). Rows may be strided.
    virtual void linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                        const Epilogue& epilogue) = 0;
    // outs[i] (T, N_i) = norm of in (T, K) · weights[i] (N_i, K)ᵀ, all weights of one type:
    // products of the same rows at once.
    virtual void project(std::span<const Tensor> outs, const NormedRows& in,
                         std::span<const Tensor> weights) = 0;
    // out (T, H, N): out[t,h,:] = weight[h] (N, K) · in[t,h,:] (K). Any strides, so that weight may
    // be a transposed view; one of its last two strides is 1.
    virtual void linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) = 0;
    // out (T, I) = silu(in (T, D) · gate (I, D)ᵀ) ⊙ (in · up (I, D)ᵀ).
    virtual void swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate,
                        const Tensor& up) = 0;

    // --- normalisation and position ---

    // out (T, D) = in · rsqrt(mean(in²) + eps) ⊙ weight (D). Rows may be strided; in place allowed.
    virtual void rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) = 0;
    // out (T, D) = (in − mean) · rsqrt(variance + eps) ⊙ weight + bias. In place allowed.
    virtual void layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight,
                           const Tensor& bias, float eps) = 0;
    // Turns the queries and keys of row t by the angles of positions[t] (T, I32), computed
    // in fp64 and so exact anywhere; both pair kinds leave a pair where it was. Then row t of kept
    // becomes row positions[t] of caches[t] (S, W, floats of one row stride) or of the only one.
    virtual void keepRows(std::span<const Tensor> caches, const KeptRows& kept,
                          const TurnedHeads& queries, const Tensor& positions,
                          const RopeParams& params) = 0;

    // --- attention ---

    // out (B, T, H, Cv) = softmax(scale · q (B, T, H, C) · k (B, S, G, C)ᵀ) · v (B, S, G, Cv),
    // where head h reads group h / (H / G). Causal: row t sees the first S − T + t + 1 rows. Any
    // strides with the last one 1. G = 1 with v a view of k's first columns is absorbed latent
    // attention. On the CPU k and v may both be BF16.
    virtual void attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionParams& params) = 0;
    // One row of each of several timelines: row n of q (N, H, C) stands at positions[n] (N, I32) of
    // timeline n and sees its keys up to there; out (N, H, Cv). Types as of attention.
    virtual void attentionOfTimelines(const Tensor& out, const Tensor& q,
                                      std::span<const Timeline> timelines, const Tensor& positions,
                                      float scale) = 0;

    // --- experts ---

    // normed (T, D) = the norm of in; ids (T, k) I32 and weights (T, k) F32 of the k best experts
    // of each of its rows, scored with gate (E, D) in fp32. modeling_deepseek.py: MoEGate.forward
    virtual void routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                              const NormedRows& in, const Tensor& gate,
                              const RoutingParams& params) = 0;
    // out (T, D) += Σ_j weights[t,j] · E_ids[t,j](in[t]) + shared(in[t]), each down · swiGlu.
    virtual void expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids,
                           const Tensor& weights, const ExpertWeights& experts) = 0;

    // --- input and output ---

    // out (T, D) = rows ids (T, I32) of table (V, D).
    virtual void embed(const Tensor& out, const Tensor& table, const Tensor& ids) = 0;
    // Rows of out (N, M, 3) U8 = sums of rows of in (S, M, 3) U8, rounded and clamped. windows
    // (N, 2 + K) I32: the first row of in, how many, and the weight of each in 1 / 2^kWindowBits;
    // the absolute values of a window's weights add up to less than 2. Pixels follow each other in
    // memory along the same one of the first two dimensions in both: along the first in views that
    // are turned on their side, which are summed along their rows.
    virtual void resample(const Tensor& out, const Tensor& in, const Tensor& windows) = 0;
    // out (B·g², 3·p²), g = edge / p: the p×p patches of tiles (B, edge, edge, 3) U8 row by row as
    // (channel, y, x), each value (pixel/255 − mean) / deviation. Pixels past g·p are not read.
    virtual void patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) = 0;
    // out (B, m², 4C), m = ceil(g / 2): 2×2 blocks of in (B, g², C) in element order 4c + 2dy + dx,
    // with zeros past the last row and column. modeling_deepseek_vl_v2.py: MlpProjector
    virtual void unshuffle2x2(const Tensor& out, const Tensor& in) = 0;
    // ids (T) I32 = index of the largest of each row of in (T, V), the first of equals;
    // probabilities (T) F32 = softmax of the row at that index.
    virtual void argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) = 0;
};

// threads 0: one per physical core that this process may use.
std::unique_ptr<Backend> makeCpuBackend(int threads);

// The names of the GPUs that makeCudaBackend can be asked for, in its order; none where there is no
// driver, or where the program was built without CUDA.
std::vector<std::string> cudaDevices();
// device: a place in cudaDevices(). activations: BF16, or F32 for results as exact as the CPU's.
// Throws DeviceUnavailable or OutOfMemory.
std::unique_ptr<Backend> makeCudaBackend(int device, DType activations);

} // namespace kernels
