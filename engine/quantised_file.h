// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache file of quantised weights: one page that says what they were made from, in which
// format, and a hash of them; then the weights. It appears whole or not at all, and what does not
// fit in every point is not used. Any thread.
#pragma once

#include "engine/checkpoint.h"
#include "engine/mapped_file.h"
#include "engine/memory_block.h"
#include "engine/shared_work.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace engine {

// What the weights in a file must have been made from.
struct QuantisedSource {
    std::uint64_t checkpoint = 0; // checkpointHash
    std::uint32_t bits = 0;
    std::uint64_t bytes = 0; // of the weights
};

// Where the weights begin in the file.
constexpr std::size_t kQuantisedFileHeader = 4096;

// Of the files' names, sizes, times and headers, and of samples of their contents: gigabytes need
// not be read to know them again.
std::uint64_t checkpointHash(const Checkpoint& checkpoint);

// The file, read once to see that it is whole; nothing when there is none that fits. Throws
// Internal when stopped.
std::optional<MappedFile> openQuantisedFile(const std::filesystem::path& file,
                                            const QuantisedSource& source, int threads,
                                            const Waiting& waiting);

// A file on its way, under another name in the same folder; gone when it is not finished. One
// process at a time makes one.
class NewQuantisedFile {
public:
    // Takes the room on the disk; memory() is null where there is none, no folder to write in, or
    // another process at it.
    NewQuantisedFile(const std::filesystem::path& file, std::uint64_t bytes);
    NewQuantisedFile(const NewQuantisedFile&) = delete;
    NewQuantisedFile& operator=(const NewQuantisedFile&) = delete;
    ~NewQuantisedFile();

    // Of the weights, to be written.
    std::byte* memory() const;
    // Puts it in its place; false when the disk did not take it.
    bool finish(const QuantisedSource& source, int threads);

private:
    std::filesystem::path m_file;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
    MemoryBlock m_block;
};

} // namespace engine
