// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workspace.h"

#include <algorithm>

namespace engine {

using kernels::DType;
using kernels::Tensor;

namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::size_t kSmallestBlock = std::size_t{4} << 20;

} // namespace

Workspace::Workspace(kernels::Backend& backend)
    : m_backend(backend) {}

Tensor Workspace::take(std::initializer_list<std::int64_t> shape) {
    return take(m_backend.activationType(), shape);
}

Tensor Workspace::take(DType type, std::initializer_list<std::int64_t> shape) {
    const auto elements = static_cast<std::size_t>(Tensor(nullptr, type, shape).elements());
    const std::size_t bytes =
        (elements * kernels::sizeOf(type) + kAlignment - 1) / kAlignment * kAlignment;
    while (m_block < m_blocks.size() && m_used + bytes > m_blocks[m_block].bytes()) {
        ++m_block;
        m_used = 0;
    }
    if (m_block == m_blocks.size()) {
        m_blocks.push_back(m_backend.allocate(std::max(bytes, kSmallestBlock)));
    }
    const Tensor tensor = m_blocks[m_block].view(type, shape, m_used);
    m_used += bytes;
    return tensor;
}

Workspace::Scope::Scope(Workspace& workspace)
    : m_workspace(workspace)
    , m_block(workspace.m_block)
    , m_used(workspace.m_used) {}

Workspace::Scope::~Scope() {
    m_workspace.m_block = m_block;
    m_workspace.m_used = m_used;
}

} // namespace engine
