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

// What orders the blocks of handOverKernel. Left out, others may see too little.
enum class Step { Barrier, FenceBefore, Arrival, FenceAfter, BarrierAfter };

// Every block writes its part of out, and the last one the sums of all parts into it.
__global__ void handOverKernel(int* out, unsigned* arrivals, int without) {
    const auto isDone = [without](Step step) {
        return without != static_cast<int>(step);
    };
    out[blockIdx.x * blockDim.x + threadIdx.x] = 1;
    if (isDone(Step::Barrier)) {
        __syncthreads();
    }
    if (threadIdx.x == 0) {
        if (isDone(Step::FenceBefore)) {
            __threadfence();
        }
        if (isDone(Step::Arrival)) {
            atomicAdd(arrivals, 1U);
        }
        if (isDone(Step::FenceAfter)) {
            __threadfence();
        }
    }
    if (isDone(Step::BarrierAfter)) {
        __syncthreads();
    }
    if (blockIdx.x + 1 < gridDim.x) {
        return;
    }
    int sum = 0;
    for (unsigned block = 0; block < gridDim.x; ++block) {
        sum += out[block * blockDim.x + (threadIdx.x ^ 32U)];
    }
    __syncthreads();
    out[threadIdx.x] = sum;
}

__global__ void lastBlockKernel(int* out, unsigned* arrivals) {
    out[blockIdx.x * blockDim.x + threadIdx.x] = 1;
    if (kernels::isLastOf(gridDim.x, arrivals)) {
        int sum = 0;
        for (unsigned block = 0; block < gridDim.x; ++block) {
            sum += out[block * blockDim.x + (threadIdx.x ^ 32U)];
        }
        __syncthreads();
        out[threadIdx.x] = sum;
    }
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

    void handedOverBetweenBlocks() {
        auto* arrivals = reinterpret_cast<unsigned*>(m_out + 192);
        const unsigned none = 0;
        cudaMemcpyAsync(arrivals, &none, sizeof none, cudaMemcpyHostToDevice, nullptr);
        const auto handOver = [&](int without) {
            return faultOf([&] {
                launch(nullptr, {{3}, kThreads}, handOverKernel, m_out, arrivals, without);
            });
        };
        QCOMPARE(handOver(-1), QString());
        for (const Step step : {Step::Barrier, Step::FenceBefore, Step::Arrival, Step::FenceAfter,
                                Step::BarrierAfter}) {
            QVERIFY2(handOver(static_cast<int>(step)).contains("a race for device memory"),
                     qPrintable(QString::number(static_cast<int>(step))));
        }
    }

    // Twice, since the counter is left as it was.
    void lastBlockSeesTheOthers() {
        auto* arrivals = reinterpret_cast<unsigned*>(m_out + 192);
        const unsigned none = 0;
        cudaMemcpyAsync(arrivals, &none, sizeof none, cudaMemcpyHostToDevice, nullptr);
        for (int time = 0; time < 2; ++time) {
            QCOMPARE(faultOf([&] {
                         launch(nullptr, {{3}, kThreads}, lastBlockKernel, m_out, arrivals);
                     }),
                     QString());
            std::vector<int> sums(kThreads);
            cudaMemcpyAsync(sums.data(), m_out, kThreads * sizeof(int), cudaMemcpyDeviceToHost,
                            nullptr);
            QCOMPARE(sums, std::vector<int>(kThreads, 3));
        }
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
