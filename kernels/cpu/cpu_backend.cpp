// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/cpu_backend.h"

#include <hwy/targets.h>

#include <cstring>

namespace kernels {

namespace {

class FetchedBytes final : public Fetched {
public:
    explicit FetchedBytes(std::size_t bytes)
        : m_bytes(bytes) {}

    void* data() { return m_bytes.data(); }

    const void* wait() override { return m_bytes.data(); }

private:
    std::vector<std::byte> m_bytes;
};

} // namespace

std::unique_ptr<Backend> makeCpuBackend(int threads) {
    return std::make_unique<CpuBackend>(threads);
}

CpuBackend::CpuBackend(int threads)
    : m_pool(threads)
    , m_threadScratch(static_cast<std::size_t>(m_pool.threads())) {}

std::string CpuBackend::description() const {
    // Highway numbers targets so that the lowest bit is the best one.
    const std::int64_t usable = hwy::SupportedTargets() & HWY_TARGETS;
    const int threads = m_pool.threads();
    return "CPU, " + std::to_string(threads) + (threads == 1 ? " thread (" : " threads (") +
           hwy::TargetName(usable & -usable) + ")";
}

Buffer CpuBackend::allocate(std::size_t bytes) {
    return allocateHost(bytes);
}

Buffer CpuBackend::adopt(const void* host, std::size_t bytes) {
    // A Buffer's memory is mutable in general; verbs only ever read weights.
    return {const_cast<void*>(host), bytes, nullptr};
}

void CpuBackend::upload(const Tensor& to, const void* from) {
    check(to.isDense(), "upload: the tensor is not dense");
    std::memcpy(to.data, from, to.denseBytes());
}

void CpuBackend::download(void* to, const Tensor& from) {
    check(from.isDense(), "download: the tensor is not dense");
    std::memcpy(to, from.data, from.denseBytes());
}

std::shared_ptr<Fetched> CpuBackend::fetch(const Tensor& from) {
    const auto fetched = std::make_shared<FetchedBytes>(from.denseBytes());
    download(fetched->data(), from);
    return fetched;
}

} // namespace kernels
