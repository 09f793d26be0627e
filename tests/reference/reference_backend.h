// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ReferenceBackend: every verb of kernels/backend.h written naively from its formula, in double
// precision, rounded once when the result is stored. It is what the other backends are tested
// against, so it is obviously right rather than fast. Any thread, one call at a time. Tests derive
// deliberately wrong backends from it.
#pragma once

#include "kernels/backend.h"

#include <limits>

namespace reference {

class ReferenceBackend : public kernels::Backend {
public:
    using Tensor = kernels::Tensor;

    std::string description() const override;
    kernels::DType activationType() const override;

    bool runsBehind() const override { return false; }

    kernels::Buffer allocate(std::size_t bytes) override;

    std::uint64_t freeMemory() const override { return std::numeric_limits<std::uint64_t>::max(); }

    kernels::Buffer adopt(const void* host, std::size_t bytes) override;
    void upload(const Tensor& to, const void* from) override;
    void download(void* to, const Tensor& from) override;
    std::shared_ptr<kernels::Fetched> fetch(const Tensor& from) override;
    void copy(const Tensor& to, const Tensor& from) override;
    void synchronize() override;

    void repeat(kernels::Recording& /*recording*/, const std::function<void()>& work) override {
        work();
    }

    void linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                const kernels::Epilogue& epilogue) override;
    void project(std::span<const Tensor> outs, const kernels::NormedRows& in,
                 std::span<const Tensor> weights) override;
    void linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) override;
    void swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up) override;

    void rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) override;
    void layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight, const Tensor& bias,
                   float eps) override;
    void keepRows(std::span<const Tensor> caches, const kernels::KeptRows& kept,
                  const kernels::TurnedHeads& queries, const Tensor& positions,
                  const kernels::RopeParams& params) override;

    void attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                   const kernels::AttentionParams& params) override;
    void attentionOfTimelines(const Tensor& out, const Tensor& q,
                              std::span<const kernels::Timeline> timelines, const Tensor& positions,
                              float scale) override;

    void routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                      const kernels::NormedRows& in, const Tensor& gate,
                      const kernels::RoutingParams& params) override;
    void expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids, const Tensor& weights,
                   const kernels::ExpertWeights& experts) override;

    void embed(const Tensor& out, const Tensor& table, const Tensor& ids) override;
    void resample(const Tensor& out, const Tensor& in, const Tensor& windows) override;
    void patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) override;
    void unshuffle2x2(const Tensor& out, const Tensor& in) override;
    void argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) override;
};

} // namespace reference
