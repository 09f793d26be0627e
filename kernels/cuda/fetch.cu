// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Contents of tensors on their way to the host while the device goes on: for that, the memory they
// come to has to be locked to its place, and an event says when they have come. Locking takes long,
// so places are used again.
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/cuda_check.h"

#include <algorithm>

namespace kernels {

class Landing final : public Fetched {
public:
    explicit Landing(std::size_t bytes)
        : m_bytes(bytes) {
        cudaCheck(cudaHostAlloc(&m_memory, bytes, cudaHostAllocDefault), "locking host memory");
        cudaCheck(cudaEventCreateWithFlags(&m_arrival, cudaEventDisableTiming), "making an event");
    }

    ~Landing() override {
        cudaEventDestroy(m_arrival); // nothing to do about a failure
        cudaFreeHost(m_memory);
    }

    std::size_t bytes() const { return m_bytes; }

    void bring(const Tensor& from, cudaStream_t stream) {
        cudaCheck(
            cudaMemcpyAsync(m_memory, from.data, from.denseBytes(), cudaMemcpyDeviceToHost, stream),
            "copying from the device");
        cudaCheck(cudaEventRecord(m_arrival, stream), "recording an event");
    }

    const void* wait() override {
        cudaCheck(cudaEventSynchronize(m_arrival), "what was asked of it before");
        return m_memory;
    }

private:
    std::size_t m_bytes;
    void* m_memory = nullptr;
    cudaEvent_t m_arrival = nullptr;
};

std::shared_ptr<Fetched> CudaBackend::fetch(const Tensor& from) {
    check(from.isDense(), "fetch: the tensor is not dense");
    const cudaStream_t stream = this->stream();
    const auto isFree = [&](const std::shared_ptr<Landing>& landing) {
        return landing.use_count() == 1 && landing->bytes() >= from.denseBytes();
    };
    auto place = std::find_if(m_landings.begin(), m_landings.end(), isFree);
    if (place == m_landings.end()) {
        m_landings.push_back(
            std::make_shared<Landing>(std::max<std::size_t>(from.denseBytes(), 1)));
        place = m_landings.end() - 1;
    }
    (*place)->bring(from, stream);
    return *place;
}

} // namespace kernels
