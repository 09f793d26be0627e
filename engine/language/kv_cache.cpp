// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/language/kv_cache.h"

#include <algorithm>

namespace engine {

using kernels::Tensor;

namespace {

constexpr std::int64_t kSmallestCapacity = 256;

} // namespace

KvCache::KvCache(const LanguageConfig& config, kernels::DType type, kernels::Backend& backend)
    : m_backend(backend)
    , m_type(type)
    , m_latent(config.useMla)
    , m_groups(config.numKeyValueHeads)
    , m_headDim(config.qkHeadDim())
    , m_width(config.cacheWidth())
    , m_layers(static_cast<std::size_t>(config.numHiddenLayers)) {}

void KvCache::reserve(std::int64_t tokens) {
    if (tokens <= m_capacity) {
        return;
    }
    const std::int64_t capacity = std::max({tokens, 2 * m_capacity, kSmallestCapacity});
    const std::size_t bytes =
        static_cast<std::size_t>(capacity * m_width) * kernels::sizeOf(m_type);
    for (kernels::Buffer& layer : m_layers) {
        kernels::Buffer larger = m_backend.allocate(bytes);
        if (m_length > 0) {
            m_backend.copy(larger.view(m_type, {m_length, m_width}),
                           layer.view(m_type, {m_length, m_width}));
        }
        layer = std::move(larger);
    }
    m_capacity = capacity;
}

void KvCache::truncate(std::int64_t length) {
    kernels::check(length >= 0 && length <= m_length, "KvCache::truncate: length");
    m_length = length;
}

void KvCache::copyFrom(const KvCache& other, std::int64_t length) {
    kernels::check(length >= 0 && length <= other.m_length, "KvCache::copyFrom: length");
    m_length = 0; // nothing of it is kept when it grows
    reserve(length);
    for (int layer = 0; layer < static_cast<int>(m_layers.size()); ++layer) {
        m_backend.copy(rows(layer, length), other.rows(layer, length));
    }
    m_length = length;
}

Tensor KvCache::rows(int layer, std::int64_t count) const {
    return m_layers[static_cast<std::size_t>(layer)].view(m_type, {count, m_width});
}

Tensor KvCache::keys(int layer, std::int64_t count) const {
    kernels::check(!m_latent, "KvCache::keys: a latent cache has none");
    return rows(layer, count).slice(1, 0, m_groups * m_headDim).split(1, m_headDim);
}

Tensor KvCache::values(int layer, std::int64_t count) const {
    kernels::check(!m_latent, "KvCache::values: a latent cache has none");
    return rows(layer, count)
        .slice(1, m_groups * m_headDim, m_groups * m_headDim)
        .split(1, m_headDim);
}

Tensor KvCache::latents(int layer, std::int64_t count) const {
    kernels::check(m_latent, "KvCache::latents: not a latent cache");
    return rows(layer, count);
}

} // namespace engine
