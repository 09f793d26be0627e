// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// KvCache: what attention remembers of one timeline, layer by layer. Multi-head attention keeps
// rotated K and V; latent attention keeps one row [normed latent | rotated shared key] per token.
// What is written is converted to the cache's type, which is its maker's choice.
// Memory grows by doubling up to what was reserved; truncate() makes room for another continuation.
// Owned by one Session, one thread.
#pragma once

#include "engine/model_config.h"
#include "kernels/backend.h"

#include <vector>

namespace engine {

class KvCache {
public:
    KvCache(const LanguageConfig& config, kernels::DType type, kernels::Backend& backend);

    // Makes room for that many tokens in all, keeping what is there.
    void reserve(std::int64_t tokens);

    std::int64_t length() const { return m_length; }

    // Rows that there is memory for; it moves when this grows.
    std::int64_t capacity() const { return m_capacity; }

    // Rows [length, length + count) become part of the cache; they were written by every layer.
    void advance(std::int64_t count) { m_length += count; }

    void truncate(std::int64_t length);

    // Becomes the first rows of another cache of the same model.
    void copyFrom(const KvCache& other, std::int64_t length);

    // Rows [0, count) of a layer, count up to the capacity, as they are written: (count, width).
    kernels::Tensor rows(int layer, std::int64_t count) const;
    // What they hold. Multi-head attention:
    kernels::Tensor keys(int layer, std::int64_t count) const;   // (count, G, C)
    kernels::Tensor values(int layer, std::int64_t count) const; // (count, G, C)
    // Latent attention:
    kernels::Tensor latents(int layer, std::int64_t count) const; // (count, R + P)

private:
    kernels::Backend& m_backend;
    kernels::DType m_type;
    bool m_latent;
    std::int64_t m_groups;
    std::int64_t m_headDim;
    std::int64_t m_width; // values per token and layer
    std::int64_t m_capacity = 0;
    std::int64_t m_length = 0;
    std::vector<kernels::Buffer> m_layers; // (capacity, width) each
};

} // namespace engine
