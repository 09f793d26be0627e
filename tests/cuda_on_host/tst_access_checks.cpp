// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What access_checks.cpp finds, each fault beside the same kernel without it.
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/device_memory.h"
#include "kernels/cuda/launch.h"

#include <QTest>

#include <functional>
#include <optional>

using cuda_on_host::Fault;
using kernels::Buffer;
using kernels::launch;
using kernels::sharedMemory;

namespace {

constexpr unsigned kThreads = 64;

enum class Guard { None, Warp, Block };

// Through shared memory to the thread whose number differs in these bits.
__global__ void passOnKernel(unsigned bits, Guard guard, int* out) {
    auto* shared = sharedMemory<int>();
    shared[threadIdx.x] = static_cast<int>(threadIdx.x);
    if (guard == Guard::Warp) {
        __syncwarp();
    } else if (guard == Guard::Block) {
        __syncthreads();
    }
    out[threadIdx.x] = shared[threadIdx.x ^ bits];
}

// Every block writes `each` elements, `step` after the block before.
__global__ void writeKernel(int* out, unsigned step) {
    out[blockIdx.x * step + threadIdx.x] = 1;
}

__global__ void readKernel(int* out, const int* in, int index) {
    out[threadIdx.x] = in[index];
}

__global__ void readSharedKernel(int* out, int index) {
    out[threadIdx.x] = sharedMemory<int>()[index];
}

QString faultOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Fault& fault) {
        return fault.what();
    }
    return {};
}

} // namespace

class TestAccessChecks : public QObject {
    Q_OBJECT

private slots:

    void racesInABlock() {
        const auto passOn = [&](unsigned bits, Guard guard, unsigned blocks = 1) {
            return faultOf([&] {
                launch(nullptr, {{blocks}, kThreads, kThreads * sizeof(int)}, passOnKernel, bits,
                       guard, m_out);
            });
        };
        QVERIFY(passOn(1, Guard::None).contains("a race for shared memory"));
        QVERIFY(passOn(0, Guard::None).isEmpty());
        QVERIFY(passOn(1, Guard::Block).isEmpty());
        // Every block has shared memory of its own; the result is one place for both.
        QVERIFY(passOn(1, Guard::Block, 2).contains("a race for device memory"));
        // The lanes of a warp are ordered by it, those of two warps are not.
        QVERIFY(passOn(1, Guard::Warp).isEmpty());
        QVERIFY(passOn(32, Guard::Warp).contains("a race for shared memory"));
    }

    void racesBetweenBlocks() {
        const auto write = [&](unsigned step) {
            return faultOf([&] { launch(nullptr, {{2}, 32}, writeKernel, m_out, step); });
        };
        QVERIFY(write(32).isEmpty());
        QVERIFY(write(31).contains("a race for device memory"));
        QVERIFY(write(32).isEmpty()); // launches are ordered
    }

    void readsOutsideAllocations() {
        const auto read = [&](const int* from, int index) {
            return faultOf([&] { launch(nullptr, {{1}, 32}, readKernel, m_out, from, index); });
        };
        QVERIFY(read(m_out + 128, 127).isEmpty());
        QVERIFY(read(m_out + 128, 128).contains("a read of 4 bytes outside every allocation"));
        QVERIFY(read(m_out, -1).contains("outside every allocation"));
        const std::vector<int> onHost(4);
        QVERIFY(read(onHost.data(), 0).contains("outside every allocation"));
    }

    void readsPastSharedMemory() {
        const auto read = [&](int index) {
            return faultOf([&] { launch(nullptr, {{1}, 32, 40}, readSharedKernel, m_out, index); });
        };
        QVERIFY(read(9).isEmpty());
        QVERIFY(read(10).contains("outside every allocation"));
    }

private:
    Buffer m_memory = kernels::allocateOnDevice(256 * sizeof(int));
    int* m_out = static_cast<int*>(m_memory.data());
};

QTEST_GUILESS_MAIN(TestAccessChecks)
#include "tst_access_checks.moc"
