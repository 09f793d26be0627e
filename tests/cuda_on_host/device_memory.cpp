// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cuda_on_host/device_memory.h"

#include "tests/cuda_on_host/machine.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace cuda_on_host {

namespace {

constexpr std::size_t kReserved = std::size_t{64} << 30; // addresses, not memory
constexpr std::size_t kDefaultCapacity = std::size_t{4} << 30;
constexpr std::size_t kAlignment = 256; // of cudaMalloc
constexpr std::size_t kCanary = 512;
constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr unsigned char kPoison = 0xff;

std::size_t roundUp(std::size_t value, std::size_t unit) {
    return (value + unit - 1) / unit * unit;
}

bool isPoison(const unsigned char* first, std::size_t bytes) {
    return std::all_of(first, first + bytes, [](unsigned char byte) { return byte == kPoison; });
}

} // namespace

DeviceMemory& DeviceMemory::instance() {
    // Never destroyed: backends that are static variables give their memory back late.
    static DeviceMemory& memory = *new DeviceMemory;
    return memory;
}

DeviceMemory::DeviceMemory()
    : m_capacity(kDefaultCapacity) {
    void* reserved =
        mmap(nullptr, kReserved, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (reserved == MAP_FAILED) {
        throw Fault("cannot reserve addresses for device memory");
    }
    madvise(reserved, kReserved, MADV_HUGEPAGE); // few pages to open and close
    m_start = static_cast<unsigned char*>(reserved);
}

DeviceMemory::Access::Access() {
    DeviceMemory& memory = instance();
    if (memory.m_accesses++ == 0) {
        mprotect(memory.m_start, memory.m_touched, PROT_READ | PROT_WRITE);
    }
}

DeviceMemory::Access::~Access() {
    DeviceMemory& memory = instance();
    if (--memory.m_accesses == 0) {
        mprotect(memory.m_start, memory.m_touched, PROT_NONE);
    }
}

std::size_t DeviceMemory::reserved() {
    return kReserved;
}

// The first gap that holds the bytes with a canary on both sides.
std::size_t DeviceMemory::freePlace(std::size_t bytes) const {
    std::size_t place = kCanary;
    for (const auto& [offset, size] : m_blocks) {
        if (place + bytes + kCanary <= offset) {
            break;
        }
        place = roundUp(offset + size + kCanary, kAlignment);
    }
    return place;
}

void* DeviceMemory::allocate(std::size_t bytes) {
    if (bytes > m_capacity - std::min(m_capacity, m_used)) {
        return nullptr;
    }
    const std::size_t place = freePlace(bytes);
    m_touched = std::max(m_touched, roundUp(place + bytes + kCanary, kHugePage));
    const Access access;
    std::memset(m_start + place - kCanary, kPoison, bytes + 2 * kCanary);
    m_blocks[place] = bytes;
    m_used += bytes;
    m_most = std::max(m_most, m_used);
    return m_start + place;
}

bool DeviceMemory::release(void* memory) {
    const auto found =
        m_blocks.find(static_cast<std::size_t>(static_cast<unsigned char*>(memory) - m_start));
    if (found == m_blocks.end()) {
        return false;
    }
    m_used -= found->second;
    m_blocks.erase(found);
    return true;
}

void DeviceMemory::releaseAll() {
    m_blocks.clear();
    m_used = 0;
}

std::size_t DeviceMemory::takeMost() {
    return std::exchange(m_most, m_used);
}

bool DeviceMemory::contains(const void* memory, std::size_t bytes) const {
    const auto* first = static_cast<const unsigned char*>(memory);
    if (first < m_start || first >= m_start + m_touched) {
        return false;
    }
    const auto offset = static_cast<std::size_t>(first - m_start);
    auto block = m_blocks.upper_bound(offset);
    if (block == m_blocks.begin()) {
        return false;
    }
    --block;
    return offset - block->first <= block->second && bytes <= block->first + block->second - offset;
}

bool DeviceMemory::isIntact() const {
    const Access access;
    return std::all_of(m_blocks.begin(), m_blocks.end(), [&](const auto& block) {
        const unsigned char* first = m_start + block.first;
        return isPoison(first - kCanary, kCanary) && isPoison(first + block.second, kCanary);
    });
}

} // namespace cuda_on_host
