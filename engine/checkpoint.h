// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checkpoint: the safetensors shards of one model folder, mapped read-only, found through
// model.safetensors.index.json (or a single model.safetensors). Headers are untrusted: every name,
// type, shape and offset is checked before any tensor is handed out. Tensor memory lives as long as
// the Checkpoint. A shard that is truncated while it is mapped kills the process (MappedFile).
// Immutable after construction, usable from any thread.
#pragma once

#include "engine/mapped_file.h"
#include "kernels/tensor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace engine {

// One tensor as it lies in a file. data is not aligned beyond what the file gives (2 or 4 bytes).
struct CheckpointTensor {
    kernels::DType dtype = kernels::DType::BF16; // F32, BF16 or F16
    std::vector<std::int64_t> shape;
    const std::byte* data = nullptr;
    std::size_t bytes = 0;
    std::size_t shard = 0; // index into Checkpoint::shards()
};

class Checkpoint {
public:
    static constexpr std::size_t kMaxTensors = 65'536;
    static constexpr std::size_t kMaxHeaderBytes = 100'000'000; // as in the safetensors package

    // Throws BadFile naming file, tensor and reason; Unsupported for pickle files and for tensors
    // of other types. Nothing large is allocated: the rules are those of the safetensors format
    // (offsets inside the file, no overlap, no gap, size = shape × type) plus no duplicate names,
    // rank ≤ 4, ≤ 65,536 tensors, and every tensor in exactly the shard that the index names.
    explicit Checkpoint(const std::filesystem::path& folder);

    // nullptr when there is no such tensor.
    const CheckpointTensor* find(std::string_view name) const;

    const std::unordered_map<std::string, CheckpointTensor>& tensors() const { return m_tensors; }

    struct Shard {
        std::filesystem::path file;
        const std::byte* memory = nullptr; // the whole mapped file
        std::size_t bytes = 0;
    };

    const std::vector<Shard>& shards() const { return m_shards; }

    // Size of all shards.
    std::uint64_t totalBytes() const;

private:
    // listed: the names that the index gives for this file; null: there is no index.
    void addShard(const std::filesystem::path& file, const std::unordered_set<std::string>* listed);

    std::vector<MappedFile> m_files; // of each shard
    std::vector<Shard> m_shards;
    std::unordered_map<std::string, CheckpointTensor> m_tensors;
};

} // namespace engine
