// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CheckedBackend: a debugging tool. It computes with one backend and, before each verb, gives
// copies of all operands to a second one; where the two results part it throws Error(Internal)
// naming the verb, its shapes and the difference. So errors do not add up: the first verb named is
// the one that is wrong. Slow, since every operand is copied. A tie that the two decide otherwise
// counts as well.
#pragma once

#include "kernels/backend.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace kernels {

struct CheckedOptions {
    double tolerance = 1e-4; // of the largest value of a result
};

class CheckedBackend final : public Backend {
public:
    // Both have the same activationType(). Memory and results are the first one's.
    CheckedBackend(std::unique_ptr<Backend> backend, std::unique_ptr<Backend> witness,
                   const CheckedOptions& options);

    std::string description() const override;

    DType activationType() const override { return m_backend->activationType(); }

    bool runsBehind() const override { return false; }

    Buffer allocate(std::size_t bytes) override { return m_backend->allocate(bytes); }

    std::uint64_t freeMemory() const override { return m_backend->freeMemory(); }

    Buffer adopt(const void* host, std::size_t bytes) override;

    void upload(const Tensor& to, const void* from) override { m_backend->upload(to, from); }

    void download(void* to, const Tensor& from) override { m_backend->download(to, from); }

    std::shared_ptr<Fetched> fetch(const Tensor& from) override { return m_backend->fetch(from); }

    void copy(const Tensor& to, const Tensor& from) override;

    void synchronize() override { m_backend->synchronize(); }

    void repeat(Recording& /*recording*/, const std::function<void()>& work) override { work(); }

    void linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                const Epilogue& epilogue) override;
    void project(std::span<const Tensor> outs, const NormedRows& in,
                 std::span<const Tensor> weights) override;
    void linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) override;
    void swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up) override;

    void rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) override;
    void layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight, const Tensor& bias,
                   float eps) override;
    void keepRows(std::span<const Tensor> caches, const KeptRows& kept, const TurnedHeads& queries,
                  const Tensor& positions, const RopeParams& params) override;

    void attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                   const AttentionParams& params) override;
    void attentionOfTimelines(const Tensor& out, const Tensor& q,
                              std::span<const Timeline> timelines, const Tensor& positions,
                              float scale) override;

    void routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                      const NormedRows& in, const Tensor& gate,
                      const RoutingParams& params) override;
    void expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids, const Tensor& weights,
                   const ExpertWeights& experts) override;

    void embed(const Tensor& out, const Tensor& table, const Tensor& ids) override;
    void resample(const Tensor& out, const Tensor& in, const Tensor& windows) override;
    void patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) override;
    void unshuffle2x2(const Tensor& out, const Tensor& in) override;
    void argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) override;

private:
    using Operands = std::vector<Tensor>;
    using Run = std::function<void(Backend& backend, std::span<const Tensor> operands)>;

    // Runs a verb on both backends; the first `outputs` operands are compared.
    void both(const char* verb, std::size_t outputs, const Operands& operands, const Run& run);

    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<Backend> m_witness;
    CheckedOptions m_options;
};

} // namespace kernels
