// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The emulated GPU itself: kernels with the faults that it is there to find, each beside one
// without.
#include "kernels/cuda/block.cuh"
#include "kernels/cuda/device_memory.h"
#include "kernels/cuda/launch.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <optional>

using cuda_on_host::Fault;
using kernels::Buffer;
using kernels::Grid;
using kernels::kAllLanes;
using kernels::launch;
using kernels::sharedMemory;

namespace {

constexpr unsigned kThreads = 96;

// out[i] = in[i + 1], through shared memory.
__global__ void shiftKernel(float* out, const float* in, bool isGuarded) {
    auto* shared = sharedMemory<float>();
    shared[threadIdx.x] = in[threadIdx.x];
    if (isGuarded) {
        __syncthreads();
    }
    out[threadIdx.x] = shared[(threadIdx.x + 1) % blockDim.x];
}

__global__ void someLeaveKernel(unsigned staying) {
    if (threadIdx.x < staying) {
        __syncthreads();
    }
}

__global__ void twoBarriersKernel(unsigned border) {
    if (threadIdx.x < border) {
        __syncthreads();
    } else {
        __syncthreads();
    }
}

__global__ void writeSharedKernel(unsigned index) {
    sharedMemory<unsigned char>()[index] = 0;
}

__global__ void writeKernel(unsigned char* memory, std::ptrdiff_t index) {
    memory[index] = 0;
}

__global__ void readSharedKernel(float* out) {
    out[threadIdx.x] = sharedMemory<float>()[threadIdx.x];
}

__global__ void countKernel(int* counts) {
    atomicAdd(&counts[threadIdx.x % 3], 1);
}

struct Lanes {
    float sum;
    int neighbour;
    int first;
    unsigned odd;
    bool isAny;
    bool isAll;
};

__global__ void lanesKernel(Lanes* lanes) {
    const int lane = kernels::laneIndex();
    lanes[threadIdx.x] = {kernels::warpSum(static_cast<float>(threadIdx.x)),
                          __shfl_down_sync(kAllLanes, lane, 1),
                          __shfl_sync(kAllLanes, static_cast<int>(threadIdx.x), 0),
                          __ballot_sync(kAllLanes, lane % 2),
                          __any_sync(kAllLanes, lane == 31) != 0,
                          __all_sync(kAllLanes, lane < 31) != 0};
}

// Lanes from `first` on do not take part, though the mask names all.
__global__ void halfWarpKernel(float* out, int first) {
    if (kernels::laneIndex() < first) {
        out[threadIdx.x] = __shfl_xor_sync(kAllLanes, 1.0F, 1);
    }
}

__global__ void placesKernel(unsigned* places) {
    places[blockIdx.x + gridDim.x * (blockIdx.y + gridDim.y * blockIdx.z)] =
        100 * blockIdx.z + 10 * blockIdx.y + blockIdx.x + 1;
}

template <class T>
std::vector<T> contents(const Buffer& buffer, std::size_t count) {
    std::vector<T> values(count);
    kernels::cudaCheck(cudaMemcpyAsync(values.data(), buffer.data(), count * sizeof(T),
                                       cudaMemcpyDeviceToHost, nullptr),
                       "reading");
    return values;
}

Buffer onDevice(const std::vector<float>& values) {
    Buffer buffer = kernels::allocateOnDevice(values.size() * sizeof(float));
    kernels::cudaCheck(cudaMemcpyAsync(buffer.data(), values.data(), buffer.bytes(),
                                       cudaMemcpyHostToDevice, nullptr),
                       "writing");
    return buffer;
}

std::optional<std::string> faultOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Fault& fault) {
        return fault.what();
    }
    return std::nullopt;
}

void verifyFault(const std::function<void()>& work, const char* words) {
    const std::optional<std::string> text = faultOf(work);
    QVERIFY(text.has_value());
    QVERIFY2(text->find(words) != std::string::npos, text->c_str());
}

} // namespace

class TestMachine : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        for (unsigned i = 0; i < kThreads; ++i) {
            m_numbers.push_back(static_cast<float>(i));
        }
    }

    void barrierOrdersThreads() {
        QCOMPARE(shifted(true, 7), rotated());
        QCOMPARE(shifted(true, 8), rotated());
    }

    // A thread that reads before its neighbour has written sees NaN, in some order of the threads.
    void missingBarrierShows() { QVERIFY(shifted(false, 7) != rotated()); }

    void barrierThatSomeDoNotReach() {
        verifyFault(
            [] {
                launch(nullptr, {{1}, kThreads}, someLeaveKernel, 40U);
            },
            "40 of 96 threads wait for others that never come");
        verifyFault(
            [] {
                launch(nullptr, {{1}, kThreads}, someLeaveKernel, 1U);
            },
            "tst_machine.cpp:");
        // The next block is not harmed.
        launch(nullptr, {{1}, kThreads}, someLeaveKernel, kThreads);
    }

    void differentBarriers() {
        verifyFault(
            [] {
                launch(nullptr, {{1}, kThreads}, twoBarriersKernel, 32U);
            },
            "different barriers");
        launch(nullptr, {{1}, kThreads}, twoBarriersKernel, kThreads);
    }

    void writesPastSharedMemory() {
        launch(nullptr, {{1}, 32, 100}, writeSharedKernel, 99U);
        verifyFault(
            [] {
                launch(nullptr, {{1}, 32, 100}, writeSharedKernel, 100U);
            },
            "past its shared memory");
    }

    void writesPastAnAllocation() {
        const Buffer buffer = kernels::allocateOnDevice(1000);
        auto* memory = static_cast<unsigned char*>(buffer.data());
        launch(nullptr, {{1}, 32}, writeKernel, memory, 999);
        verifyFault(
            [&] {
                launch(nullptr, {{1}, 32}, writeKernel, memory, 1000);
            },
            "outside every allocation");
    }

    void writesBeforeAnAllocation() {
        const Buffer buffer = kernels::allocateOnDevice(1000);
        auto* memory = static_cast<unsigned char*>(buffer.data());
        verifyFault(
            [&] {
                launch(nullptr, {{1}, 32}, writeKernel, memory, -1);
            },
            "outside every allocation");
    }

    void unwrittenMemoryIsNaN() {
        const Buffer buffer = kernels::allocateOnDevice(32 * sizeof(float));
        QVERIFY(std::isnan(contents<float>(buffer, 32)[31]));
        launch(nullptr, {{1}, 32, 32 * sizeof(float)}, writeSharedKernel, 0U);
        launch(nullptr, {{1}, 32, 32 * sizeof(float)}, readSharedKernel,
               static_cast<float*>(buffer.data()));
        QVERIFY(std::isnan(contents<float>(buffer, 32)[0]));
    }

    void hostCannotTouchDeviceMemory() {
        const Buffer buffer = kernels::allocateOnDevice(64);
        const pid_t child = fork();
        if (child == 0) {
            signal(SIGSEGV, SIG_DFL);
            static_cast<volatile char*>(buffer.data())[0] = 1;
            _exit(0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGSEGV);
    }

    void copiesNameTheirMemories() {
        const Buffer buffer = kernels::allocateOnDevice(64);
        char host[64] = {};
        verifyFault(
            [&] { cudaMemcpyAsync(host, buffer.data(), 64, cudaMemcpyHostToDevice, nullptr); },
            "a copy is not between the memories");
        verifyFault(
            [&] { cudaMemcpyAsync(host, buffer.data(), 65, cudaMemcpyDeviceToHost, nullptr); },
            "a copy is not between the memories");
    }

    void lanesSeeEachOther() {
        const Buffer buffer = kernels::allocateOnDevice(64 * sizeof(Lanes));
        launch(nullptr, {{1}, 64}, lanesKernel, static_cast<Lanes*>(buffer.data()));
        const std::vector<Lanes> lanes = contents<Lanes>(buffer, 64);
        for (int thread = 0; thread < 64; ++thread) {
            const Lanes& own = lanes[static_cast<std::size_t>(thread)];
            const int lane = thread % 32;
            QCOMPARE(own.sum, thread < 32 ? 496.0F : 496.0F + 32 * 32);
            QCOMPARE(own.neighbour, lane == 31 ? 31 : lane + 1);
            QCOMPARE(own.first, thread / 32 * 32);
            QCOMPARE(own.odd, 0xaaaaaaaaU);
            QVERIFY(own.isAny && !own.isAll);
        }
    }

    void lanesThatAreMissing() {
        const Buffer buffer = kernels::allocateOnDevice(32 * sizeof(float));
        auto* out = static_cast<float*>(buffer.data());
        verifyFault(
            [&] {
                launch(nullptr, {{1}, 32}, halfWarpKernel, out, 16);
            },
            "16 of 32 threads wait");
        launch(nullptr, {{1}, 32}, halfWarpKernel, out, 32);
    }

    void atomicsCount() {
        const Buffer buffer = onDevice({0, 0, 0});
        launch(nullptr, {{5}, kThreads}, countKernel, static_cast<int*>(buffer.data()));
        QCOMPARE(contents<int>(buffer, 3), std::vector<int>({160, 160, 160}));
    }

    void everyBlockRuns() {
        const Buffer buffer = kernels::allocateOnDevice(24 * sizeof(unsigned));
        launch(nullptr, {{4, 3, 2}, 1}, placesKernel, static_cast<unsigned*>(buffer.data()));
        const std::vector<unsigned> places = contents<unsigned>(buffer, 24);
        QCOMPARE(places[0], 1U);
        QCOMPARE(places[7], 14U);
        QCOMPARE(places[23], 124U);
    }

    void launchWithoutBlocks() {
        try {
            launch(nullptr, {{0}, 32}, writeSharedKernel, 0U);
            QFAIL("accepted");
        } catch (const kernels::Error& error) {
            QCOMPARE(error.code(), kernels::ErrorCode::Internal);
        }
    }

    void memoryIsReused() {
        const Buffer first = kernels::allocateOnDevice(1000);
        Buffer second = kernels::allocateOnDevice(1000);
        const Buffer third = kernels::allocateOnDevice(1000);
        void* place = second.data();
        QVERIFY(first.data() < place && place < third.data());
        second = Buffer();
        second = kernels::allocateOnDevice(900);
        QCOMPARE(second.data(), place);
    }

private:
    std::vector<float> shifted(bool isGuarded, std::uint32_t seed) {
        cuda_on_host::setSeed(seed);
        const Buffer in = onDevice(m_numbers);
        const Buffer out = kernels::allocateOnDevice(in.bytes());
        launch(nullptr, {{1}, kThreads, kThreads * sizeof(float)}, shiftKernel,
               static_cast<float*>(out.data()), static_cast<const float*>(in.data()), isGuarded);
        return contents<float>(out, m_numbers.size());
    }

    std::vector<float> rotated() const {
        std::vector<float> numbers = m_numbers;
        std::rotate(numbers.begin(), numbers.begin() + 1, numbers.end());
        return numbers;
    }

    std::vector<float> m_numbers;
};

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
