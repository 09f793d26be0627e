// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// QuantisedWeights: those weights of a checkpoint that products use, turned into 8 or 4 bits
// (kernels/quantised_row.h), in one block of host memory. It is made once, by all cores, and kept
// in a cache file that later openings map; where there is no folder or no room for one, in memory
// of this process. Immutable after construction; usable from any thread.
#pragma once

#include "engine/checkpoint.h"
#include "engine/mapped_file.h"
#include "engine/memory_block.h"
#include "engine/shared_work.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace engine {

// Of the weights that products use. lm_head has 8 bits in both.
enum class Quantisation { None, EightBits, FourBits };

// How weights are made ready.
struct LoadOptions {
    Quantisation quantisation = Quantisation::None;
    std::filesystem::path cacheFolder; // of quantised weights; empty: they are not kept
    int threads = 0;                   // 0: one per hardware thread
    Waiting waiting;                   // for quantised weights; when stopped, an Error ends it
};

// A weight (outputs, inputs) that is to be quantised to type Q8 or Q4.
struct QuantisedTensor {
    const CheckpointTensor* from = nullptr;
    kernels::DType type = kernels::DType::Q8;
    std::int64_t outputs = 0;
    std::int64_t inputs = 0;
};

class QuantisedWeights {
public:
    // Throws OutOfMemory, and Internal when stopped. A cache file that is damaged, from another
    // version or of other weights is made again.
    QuantisedWeights(const Checkpoint& checkpoint, std::vector<QuantisedTensor> tensors,
                     const LoadOptions& options);

    // All tensors one after another, in their order.
    const std::byte* memory() const { return m_memory; }

    std::size_t bytes() const { return m_offsets.back(); }

    const QuantisedTensor& tensor(std::size_t index) const { return m_tensors[index]; }

    // Where it begins; a multiple of 64.
    std::size_t offset(std::size_t index) const { return m_offsets[index]; }

    bool isMapped() const { return m_mapped.has_value(); }

    // The cache file, where there could be one.
    const std::filesystem::path& file() const { return m_file; }

private:
    // False when stopped.
    bool quantiseInto(std::byte* memory, const LoadOptions& options);
    void mapFile(const Checkpoint& checkpoint, const LoadOptions& options);

    std::vector<QuantisedTensor> m_tensors;
    std::vector<std::size_t> m_offsets; // of each tensor, and the end
    std::filesystem::path m_file;
    std::optional<MappedFile> m_mapped;
    MemoryBlock m_block; // where there is no mapped file
    const std::byte* m_memory = nullptr;
};

// The cache file for the model in a folder, whether it is there or not.
std::filesystem::path quantisedFile(const std::filesystem::path& cacheFolder,
                                    const std::filesystem::path& modelFolder,
                                    Quantisation quantisation);

} // namespace engine
