// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CudaBackend: the verbs on one NVIDIA GPU, in order on one stream. Activations are bf16 or fp32,
// sums fp32. Products of many rows go to cuBLASLt where it has them, everything else to the kernels
// of this folder; each verb is defined in the file of its family, named as in kernels/cpu. A verb
// returns before it has run; download and synchronize wait, and report what failed meanwhile.
#pragma once

#include "kernels/backend.h"
#include "kernels/cuda/cublas_lt.h"
#include "kernels/cuda/device_memory.h"

namespace kernels {

class Landing;

class CudaBackend final : public Backend {
public:
    // Throws DeviceUnavailable. activations: F32 or BF16.
    CudaBackend(int device, DType activations);
    ~CudaBackend() override;

    // cuda_backend.cu
    std::string description() const override;

    DType activationType() const override { return m_activations; }

    bool runsBehind() const override { return true; }

    Buffer allocate(std::size_t bytes) override;
    std::uint64_t freeMemory() const override;
    Buffer adopt(const void* host, std::size_t bytes) override;
    void upload(const Tensor& to, const void* from) override;
    void download(void* to, const Tensor& from) override;
    void synchronize() override;

    // fetch.cu
    std::shared_ptr<Fetched> fetch(const Tensor& from) override;

    // copy.cu
    void copy(const Tensor& to, const Tensor& from) override;

    // repeat.cu
    void repeat(Recording& recording, const std::function<void()>& work) override;

    // matmul.cu
    void linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                const Epilogue& epilogue) override;
    void project(std::span<const Tensor> outs, const NormedRows& in,
                 std::span<const Tensor> weights) override;
    void linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) override;
    void swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up) override;

    // norm.cu
    void rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) override;
    void layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight, const Tensor& bias,
                   float eps) override;

    // rope.cu
    void keepRows(std::span<const Tensor> caches, const KeptRows& kept, const TurnedHeads& queries,
                  const Tensor& positions, const RopeParams& params) override;

    // attention.cu
    void attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                   const AttentionParams& params) override;
    void attentionOfTimelines(const Tensor& out, const Tensor& q,
                              std::span<const Timeline> timelines, const Tensor& positions,
                              float scale) override;

    // routing.cu
    void routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                      const NormedRows& in, const Tensor& gate,
                      const RoutingParams& params) override;

    // moe.cu
    void expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids, const Tensor& weights,
                   const ExpertWeights& experts) override;

    // embedding.cu. An id that is not a row of the table gives a row of NaN: the ids are on the
    // device, and looking at them here would wait for it.
    void embed(const Tensor& out, const Tensor& table, const Tensor& ids) override;
    void argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) override;

    // resample.cu
    void resample(const Tensor& out, const Tensor& in, const Tensor& windows) override;

    // patches.cu
    void patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) override;
    void unshuffle2x2(const Tensor& out, const Tensor& in) override;

private:
    // moe.cu
    void addShared(const Tensor& out, const Tensor& in, const GatedMlpWeights& shared);

    // matmul.cu
    void swiGluInParts(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up);

    // matmul.cu: the normed rows in scratch memory.
    Tensor normedRows(const NormedRows& in);

    unsigned* arrivals() const { return static_cast<unsigned*>(m_arrivals.data()); }

    // Makes the device the calling thread's, which may be another one than last time.
    cudaStream_t stream() const;

    int m_device;
    DType m_activations;
    cudaStream_t m_stream = nullptr;
    DeviceScratch m_scratch;
    DeviceScratch m_sharedScratch; // of addShared, whose products need the other one
    Buffer m_arrivals;             // kMostArrivals counters of isLastOf
    CublasLt m_cublas;
    std::vector<std::shared_ptr<Landing>> m_landings; // of fetch; those in use have other owners
};

} // namespace kernels
