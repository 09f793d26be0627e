// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/buffer.h"

#include <utility>

namespace kernels {

Buffer::Buffer(void* memory, std::size_t bytes, Release release)
    : m_memory(memory)
    , m_bytes(bytes)
    , m_release(release) {}

Buffer::Buffer(Buffer&& other) noexcept
    : m_memory(std::exchange(other.m_memory, nullptr))
    , m_bytes(std::exchange(other.m_bytes, 0))
    , m_release(std::exchange(other.m_release, nullptr)) {}

Buffer& Buffer::operator=(Buffer&& other) noexcept {
    std::swap(m_memory, other.m_memory);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_release, other.m_release);
    return *this;
}

Buffer::~Buffer() {
    if (m_release != nullptr) {
        m_release(m_memory, m_bytes);
    }
}

Tensor Buffer::view(DType type, std::initializer_list<std::int64_t> dimensions,
                    std::size_t byteOffset) const {
    Tensor tensor(static_cast<std::byte*>(m_memory) + byteOffset, type, dimensions);
    const std::size_t needed = tensor.denseBytes();
    check(byteOffset <= m_bytes && needed <= m_bytes - byteOffset, "Buffer::view: past the end");
    return tensor;
}

std::string shapeText(const Tensor& tensor) {
    std::string text = "(";
    for (int d = 0; d < tensor.rank; ++d) {
        text += (d == 0 ? "" : ", ") + std::to_string(tensor.size(d));
    }
    return text + ")";
}

} // namespace kernels
