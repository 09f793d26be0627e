// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mapped_file.h"

#include "engine/json_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace engine {

namespace {

std::string systemReason() {
    return std::generic_category().message(errno);
}

// A file descriptor that closes itself.
class OpenFile {
public:
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    explicit OpenFile(const std::filesystem::path& file)
        : m_descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
        if (m_descriptor < 0) {
            failFile(file, "cannot be opened: " + systemReason());
        }
    }

    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    ~OpenFile() { ::close(m_descriptor); }

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

MappedFile::MappedFile(const std::filesystem::path& file) {
    const OpenFile open(file);

    struct stat status {};

    if (::fstat(open.descriptor(), &status) != 0 || !S_ISREG(status.st_mode)) {
        failFile(file, "is not a regular file");
    }
    if (status.st_size == 0) {
        failFile(file, "is empty");
    }
    const auto bytes = static_cast<std::size_t>(status.st_size);
    // Private, so that no mistake in this process could ever reach the file.
    void* memory = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, open.descriptor(), 0);
    if (memory == MAP_FAILED) {
        failFile(file, "cannot be mapped: " + systemReason(),
                 errno == ENOMEM ? kernels::ErrorCode::OutOfMemory : kernels::ErrorCode::BadFile);
    }
    m_memory = static_cast<const std::byte*>(memory);
    m_bytes = bytes;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_memory(std::exchange(other.m_memory, nullptr))
    , m_bytes(std::exchange(other.m_bytes, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_memory, other.m_memory);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MappedFile::~MappedFile() {
    if (m_memory != nullptr) {
        ::munmap(const_cast<std::byte*>(m_memory), m_bytes);
    }
}

} // namespace engine
