// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MappedFile: a regular file seen as memory, read-only, paged in by the system when it is touched
// and shared with every process that maps it. A file that is cut short by someone else while it is
// mapped kills the process with SIGBUS on the next touch past its new end; nothing here can prevent
// that, so models belong on a local disk. Move-only; usable from any thread.
#pragma once

#include <cstddef>
#include <filesystem>

namespace engine {

class MappedFile {
public:
    // Symbolic links are followed, as model caches store every file behind one. Throws BadFile when
    // there is no regular file that can be read, OutOfMemory when there is no address space for it.
    explicit MappedFile(const std::filesystem::path& file);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    const std::byte* memory() const { return m_memory; }

    std::size_t bytes() const { return m_bytes; }

private:
    const std::byte* m_memory = nullptr;
    std::size_t m_bytes = 0;
};

} // namespace engine
