// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CpuBackend: the verbs on host memory, in fp32, over a thread pool of its own. Weights are read
// where they lie and as they are stored, so they need only the alignment of their element type.
// Each verb is defined in the file of its family, together with the code that it runs.
#pragma once

#include "kernels/backend.h"
#include "kernels/cpu/host_memory.h"
#include "kernels/cpu/thread_pool.h"

#include <limits>
#include <span>
#include <vector>

namespace kernels {

class CpuBackend final : public Backend {
public:
    explicit CpuBackend(int threads);

    // cpu_backend.cpp
    std::string description() const override;

    DType activationType() const override { return DType::F32; }

    bool runsBehind() const override { return false; }

    Buffer allocate(std::size_t bytes) override;

    std::uint64_t freeMemory() const override { return std::numeric_limits<std::uint64_t>::max(); }

    Buffer adopt(const void* host, std::size_t bytes) override;
    void upload(const Tensor& to, const void* from) override;
    void download(void* to, const Tensor& from) override;
    std::shared_ptr<Fetched> fetch(const Tensor& from) override;

    void synchronize() override {}

    void repeat(Recording& /*recording*/, const std::function<void()>& work) override { work(); }

    // copy.cpp
    void copy(const Tensor& to, const Tensor& from) override;

    // matmul.cpp
    void linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                const Epilogue& epilogue) override;
    void project(std::span<const Tensor> outs, const NormedRows& in,
                 std::span<const Tensor> weights) override;
    void linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) override;
    void swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up) override;

    // norm.cpp
    void rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) override;
    void layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight, const Tensor& bias,
                   float eps) override;

    // rope.cpp
    void keepRows(std::span<const Tensor> caches, const KeptRows& kept, const TurnedHeads& queries,
                  const Tensor& positions, const RopeParams& params) override;

    // attention.cpp
    void attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                   const AttentionParams& params) override;
    void attentionOfTimelines(const Tensor& out, const Tensor& q,
                              std::span<const Timeline> timelines, const Tensor& positions,
                              float scale) override;

    // routing.cpp
    void routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                      const NormedRows& in, const Tensor& gate,
                      const RoutingParams& params) override;

    // moe.cpp
    void expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids, const Tensor& weights,
                   const ExpertWeights& experts) override;

    // embedding.cpp
    void embed(const Tensor& out, const Tensor& table, const Tensor& ids) override;
    void argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) override;

    // resample.cpp
    void resample(const Tensor& out, const Tensor& in, const Tensor& windows) override;

    // patches.cpp
    void patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) override;
    void unshuffle2x2(const Tensor& out, const Tensor& in) override;

private:
    // Scratch of one pool thread, for use inside a stage.
    Workspace& scratchOf(int thread) { return m_threadScratch[static_cast<std::size_t>(thread)]; }

    // copy.cpp: row t of from (T, W) becomes row places[t] of to[t], or of the only one.
    void writeRows(std::span<const Tensor> to, const Tensor& from, const Tensor& places);

    // rope.cpp
    void turn(const TurnedHeads& heads, const Tensor& positions, const RopeParams& params);

    // matmul.cpp: the sums of in · weightᵀ for each weight, block by block, to finish(block, sums).
    template <class Finish>
    void multiply(const Tensor& in, std::span<const Tensor> weights, const Finish& finish);
    // The same with rows arranged once for all threads, which share the outputs.
    template <class Finish>
    void multiplyTogether(const Tensor& in, std::span<const Tensor> weights, const Finish& finish);

    ThreadPool m_pool;
    std::vector<Workspace> m_threadScratch; // one per pool thread
    Workspace m_scratch;                    // of the calling thread, across stages of one verb
    Workspace m_between;                    // of verbs that call others
};

} // namespace kernels
