// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DeviceMemory: the memory of the GPU that cuda_on_host stands for. Allocations lie apart from each
// other with canaries between them and hold NaN at first; the pages can be touched only while an
// Access exists, so that host code which follows a device pointer ends in a segmentation fault. One
// thread.
#pragma once

#include <cstddef>
#include <map>

namespace cuda_on_host {

class DeviceMemory {
public:
    static DeviceMemory& instance();

    // While one exists, device memory can be read and written.
    class Access {
    public:
        Access();
        ~Access();
        Access(const Access&) = delete;
        Access& operator=(const Access&) = delete;
    };

    // Where its addresses begin, and how many are kept for it.
    const unsigned char* start() const { return m_start; }

    static std::size_t reserved();

    void setCapacity(std::size_t bytes) { m_capacity = bytes; }

    std::size_t capacity() const { return m_capacity; }

    std::size_t left() const { return m_capacity - m_used; }

    // The most that was allocated since it was last asked for.
    std::size_t takeMost();

    // Null when there is no room.
    void* allocate(std::size_t bytes);
    // False when nothing was allocated there.
    bool release(void* memory);
    void releaseAll();
    // Whether bytes from there lie in one allocation.
    bool contains(const void* memory, std::size_t bytes) const;
    // Whether nothing outside allocations was written.
    bool isIntact() const;

private:
    DeviceMemory();

    std::size_t freePlace(std::size_t bytes) const;

    unsigned char* m_start = nullptr;
    std::size_t m_touched = 0; // bytes from the start that were ever allocated
    std::size_t m_capacity;
    std::size_t m_used = 0;
    std::size_t m_most = 0;
    std::map<std::size_t, std::size_t> m_blocks; // offset and bytes
    int m_accesses = 0;
};

} // namespace cuda_on_host
