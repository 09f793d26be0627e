// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quantised_file.h"

#include "kernels/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <system_error>
#include <type_traits>
#include <vector>

namespace engine {

namespace {

using std::filesystem::path;

// Raised when the layout of the file or of a quantised row changes, or how values are chosen.
constexpr std::uint32_t kVersion = 2;
constexpr std::array<char, 8> kMagic{'t', 'e', 's', 's', 'e', 'r', 'a', 'Q'};

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint32_t version = kVersion;
    std::uint32_t bits = 0;
    std::uint64_t checkpoint = 0;
    std::uint64_t bytes = 0;
    std::uint64_t hash = 0; // of the weights

    bool operator==(const Header&) const = default;
};

static_assert(std::has_unique_object_representations_v<Header>);
static_assert(sizeof(Header) <= kQuantisedFileHeader);
static_assert(std::endian::native == std::endian::little);

// Left on the disk for others.
constexpr std::uint64_t kSpared = std::uint64_t{256} << 20;
constexpr std::size_t kHashedTogether = std::size_t{8} << 20;

constexpr std::uint64_t kPrime = 0x9e3779b97f4a7c15;

constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * kPrime;
    return hash ^ (hash >> 32);
}

// Finds damage, not malice. Four sums side by side, so that multiplications do not wait.
std::uint64_t hashOf(const std::byte* data, std::size_t bytes) {
    std::array<std::uint64_t, 4> sums{1, 2, 3, 4};
    std::array<std::uint64_t, 4> words{};
    for (std::size_t at = 0; at < bytes; at += sizeof words) {
        const std::size_t count = std::min(sizeof words, bytes - at);
        words = {};
        std::memcpy(words.data(), data + at, count);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] = mixed(sums[i], words[i]);
        }
    }
    return mixed(mixed(mixed(mixed(bytes, sums[0]), sums[1]), sums[2]), sums[3]);
}

std::uint64_t hashOf(const std::string& text) {
    return hashOf(reinterpret_cast<const std::byte*>(text.data()), text.size());
}

// The same of much, by several threads; nothing when stopped.
std::optional<std::uint64_t> hashOfAll(const std::byte* data, std::size_t bytes, int threads,
                                       const Waiting& waiting) {
    std::vector<std::uint64_t> hashes((bytes + kHashedTogether - 1) / kHashedTogether);
    const bool isDone = shareWork(threads, hashes.size(), waiting, [&](std::size_t index) {
        const std::size_t first = index * kHashedTogether;
        hashes[index] = hashOf(data + first, std::min(kHashedTogether, bytes - first));
    });
    if (!isDone) {
        return {};
    }
    std::uint64_t all = bytes;
    for (const std::uint64_t hash : hashes) {
        all = mixed(all, hash);
    }
    return all;
}

Header headerFor(const QuantisedSource& source) {
    Header header;
    header.bits = source.bits;
    header.checkpoint = source.checkpoint;
    header.bytes = source.bytes;
    return header;
}

// Whether nobody else writes it, and it is still what bears that name: what a process left behind
// that was ended is written over, but a file that has just come into its place is not.
bool isOurs(int descriptor, const path& file) {
    struct stat opened {};

    struct stat named {};

    return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor, &opened) == 0 &&
           ::stat(file.c_str(), &named) == 0 && opened.st_ino == named.st_ino;
}

} // namespace

std::uint64_t checkpointHash(const Checkpoint& checkpoint) {
    constexpr std::size_t kBeginning = std::size_t{1} << 20; // with the names and shapes
    constexpr std::size_t kSamples = 64;
    constexpr std::size_t kSampleBytes = 4096;
    std::uint64_t hash = checkpoint.shards().size();
    for (const Checkpoint::Shard& shard : checkpoint.shards()) {
        std::error_code ignored;
        const auto time = std::filesystem::last_write_time(shard.file, ignored);
        hash = mixed(hash, hashOf(shard.file.filename().string()));
        hash = mixed(hash, shard.bytes);
        hash = mixed(hash, static_cast<std::uint64_t>(time.time_since_epoch().count()));
        hash = mixed(hash, hashOf(shard.memory, std::min(kBeginning, shard.bytes)));
        for (std::size_t i = 1; i <= kSamples; ++i) {
            const std::size_t end = shard.bytes / kSamples * i;
            const std::size_t bytes = std::min(kSampleBytes, end);
            hash = mixed(hash, hashOf(shard.memory + end - bytes, bytes));
        }
    }
    return hash;
}

std::optional<MappedFile> openQuantisedFile(const path& file, const QuantisedSource& source,
                                            int threads, const Waiting& waiting) {
    std::error_code ignored;
    if (std::filesystem::file_size(file, ignored) != kQuantisedFileHeader + source.bytes) {
        return {};
    }
    MappedFile mapped(file);
    Header found;
    std::memcpy(&found, mapped.memory(), sizeof found);
    Header wanted = headerFor(source);
    wanted.hash = found.hash;
    if (mapped.bytes() != kQuantisedFileHeader + source.bytes || found != wanted) {
        return {};
    }
    const auto hash =
        hashOfAll(mapped.memory() + kQuantisedFileHeader, source.bytes, threads, waiting);
    if (!hash) {
        throw kernels::Error(kernels::ErrorCode::Internal, "loading was stopped");
    }
    return *hash == found.hash ? std::optional(std::move(mapped)) : std::nullopt;
}

NewQuantisedFile::NewQuantisedFile(const path& file, std::uint64_t bytes)
    : m_file(file) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    const auto space = std::filesystem::space(file.parent_path(), error);
    const std::uint64_t all = kQuantisedFileHeader + bytes;
    if (error || space.available < all + kSpared) {
        return;
    }
    path temporary = file;
    temporary += ".part";
    m_descriptor = ::open(temporary.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (m_descriptor < 0 || !isOurs(m_descriptor, temporary)) {
        return;
    }
    m_temporary = temporary;
    // Room for all of it now: a page without room would end the process when it is written.
    if (::ftruncate(m_descriptor, 0) == 0 &&
        ::posix_fallocate(m_descriptor, 0, static_cast<off_t>(all)) == 0) {
        m_block = MemoryBlock(m_descriptor, all);
    }
}

NewQuantisedFile::~NewQuantisedFile() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
    }
}

std::byte* NewQuantisedFile::memory() const {
    return m_block.memory() == nullptr ? nullptr : m_block.memory() + kQuantisedFileHeader;
}

bool NewQuantisedFile::finish(const QuantisedSource& source, int threads) {
    Header header = headerFor(source);
    header.hash = hashOfAll(memory(), source.bytes, threads, {}).value_or(0);
    std::memcpy(m_block.memory(), &header, sizeof header);
    if (::msync(m_block.memory(), m_block.bytes(), MS_SYNC) != 0 || ::fsync(m_descriptor) != 0 ||
        ::rename(m_temporary.c_str(), m_file.c_str()) != 0) {
        return false;
    }
    m_temporary.clear();
    return true;
}

} // namespace engine
