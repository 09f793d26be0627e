// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CudaBackend where the device is missing, full or lost: an Error whose code names the remedy, and
// afterwards a working program. And work that it repeats.
#include "cuda_runtime.h"
#include "kernels/backend.h"
#include "tests/cuda_on_host/machine.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>

using kernels::Backend;
using kernels::Buffer;
using kernels::DType;
using kernels::Error;
using kernels::ErrorCode;
using kernels::Tensor;

namespace {

struct Caught {
    ErrorCode code = ErrorCode::Internal;
    QString text;
};

Caught errorOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return {error.code(), error.what()};
    }
    return {ErrorCode::Internal, "no error"};
}

} // namespace

class TestCudaBackend : public QObject {
    Q_OBJECT

private slots:

    void cleanup() {
        cuda_on_host::breakDown(cuda_on_host::Breakdown::None);
        cuda_on_host::setDevices(1);
        cuda_on_host::setDeviceMemory(std::size_t{1} << 30);
    }

    void withoutDriver() {
        cuda_on_host::setDevices(0);
        QVERIFY(kernels::cudaDevices().empty());
        const Caught caught = errorOf([] { kernels::makeCudaBackend(0, DType::BF16); });
        QCOMPARE(caught.code, ErrorCode::DeviceUnavailable);
        QVERIFY2(caught.text.contains("--device cpu"), qPrintable(caught.text));
    }

    void numbersOfDevices() {
        cuda_on_host::setDevices(2);
        QCOMPARE(kernels::cudaDevices().size(), std::size_t{2});
        QVERIFY(kernels::makeCudaBackend(1, DType::F32)->description().starts_with("emulated GPU"));
        for (const int device : {-1, 2}) {
            const Caught caught = errorOf([&] { kernels::makeCudaBackend(device, DType::BF16); });
            QCOMPARE(caught.code, ErrorCode::DeviceUnavailable);
            QVERIFY2(caught.text.contains(QString::number(device)), qPrintable(caught.text));
        }
    }

    void outOfMemory() {
        const auto backend = kernels::makeCudaBackend(0, DType::BF16);
        cuda_on_host::setDeviceMemory(std::size_t{40} << 20);
        const Caught caught = errorOf([&] { backend->allocate(std::size_t{60} << 20); });
        QCOMPARE(caught.code, ErrorCode::OutOfMemory);
        QVERIFY2(caught.text.contains("62914560 bytes"), qPrintable(caught.text));
        QCOMPARE(backend->allocate(1000).bytes(), std::size_t{1000});
    }

    void brokenDevice_data() {
        QTest::addColumn<cuda_on_host::Breakdown>("breakdown");
        QTest::newRow("a reset helps") << cuda_on_host::Breakdown::UntilReset;
        QTest::newRow("nothing helps") << cuda_on_host::Breakdown::ForGood;
    }

    // What is open fails from then on; what is opened once that is closed works, or says what does.
    void brokenDevice() {
        QFETCH(cuda_on_host::Breakdown, breakdown);
        auto backend = kernels::makeCudaBackend(0, DType::F32);
        {
            const Buffer memory = backend->allocate(64);
            const Tensor row = memory.view(DType::F32, {1, 16});
            cuda_on_host::breakDown(breakdown);
            for (int attempt = 0; attempt < 2; ++attempt) {
                const Caught caught = errorOf([&] { backend->copy(row, row); });
                QCOMPARE(caught.code, ErrorCode::DeviceUnavailable);
            }
            const Caught early = errorOf([] { kernels::makeCudaBackend(0, DType::F32); });
            QCOMPARE(early.code, ErrorCode::DeviceUnavailable);
            QVERIFY2(early.text.contains("restarted"), qPrintable(early.text));
        }
        backend.reset();
        const Caught late = errorOf([&] { backend = kernels::makeCudaBackend(0, DType::F32); });
        if (breakdown == cuda_on_host::Breakdown::ForGood) {
            QCOMPARE(late.code, ErrorCode::DeviceUnavailable);
            QVERIFY2(late.text.contains("--device cpu"), qPrintable(late.text));
            return;
        }
        QCOMPARE(late.text, "no error");
        const Buffer memory = backend->allocate(64);
        const Tensor row = memory.view(DType::F32, {1, 16});
        const std::vector<float> values(16, 3.0F);
        std::vector<float> back(16);
        backend->upload(row, values.data());
        backend->download(back.data(), row);
        QCOMPARE(back, values);
    }

    // Ids on the device cannot be looked at without waiting, so a bad one shows in the result.
    void badIdsGiveNaN() {
        const auto backend = kernels::makeCudaBackend(0, DType::F32);
        const Buffer memory = backend->allocate(1024);
        const Tensor table = memory.view(DType::F32, {2, 3});
        const Tensor ids = memory.view(DType::I32, {3}, 256);
        const Tensor out = memory.view(DType::F32, {3, 3}, 512);
        const std::vector<float> rows{1, 2, 3, 4, 5, 6};
        const std::vector<std::int32_t> chosen{1, 2, -1};
        backend->upload(table, rows.data());
        backend->upload(ids, chosen.data());
        backend->embed(out, table, ids);
        std::vector<float> values(9);
        backend->download(values.data(), out);
        QCOMPARE(values[0], 4.0F);
        QVERIFY(std::isnan(values[3]) && std::isnan(values[8]));
    }

    // The third time, what was asked for the second time is done again, with what tensors hold by
    // then, and nobody is asked.
    void repeatedWork() {
        const auto backend = kernels::makeCudaBackend(0, DType::F32);
        const Buffer memory = backend->allocate(1024);
        const Tensor from = memory.view(DType::F32, {4});
        const Tensor to = memory.view(DType::F32, {4}, 256);
        kernels::Recording recording;
        int called = 0;
        for (int time = 0; time < 5; ++time) {
            const std::vector<float> values(4, static_cast<float>(time));
            std::vector<float> back(4);
            backend->upload(from, values.data());
            backend->repeat(recording, [&] {
                ++called;
                backend->copy(to, from);
            });
            backend->download(back.data(), to);
            QCOMPARE(back, values);
            QCOMPARE(called, std::min(time + 1, 2));
        }
        recording.reset();
        backend->repeat(recording, [&] { ++called; });
        QCOMPARE(called, 3);
    }

    // A recording has the address of scratch memory, which other work may have replaced since.
    void scratchGrowsBetween() {
        const auto backend = kernels::makeCudaBackend(0, DType::F32);
        constexpr std::int64_t kMost = 64;
        const Buffer memory = backend->allocate(kMost * 5000 * sizeof(float));
        const Buffer results = backend->allocate(1024);
        const Tensor logits = memory.view(DType::F32, {kMost, 5000});
        std::vector<float> values(kMost * 5000, 0.0F);
        values[4321] = 1.0F;
        backend->upload(logits, values.data());
        const auto choose = [&](std::int64_t rows) {
            backend->argmax(results.view(DType::I32, {rows}), results.view(DType::F32, {rows}, 512),
                            logits.slice(0, 0, rows));
        };
        kernels::Recording recording;
        for (int time = 0; time < 6; ++time) {
            if (time == 3) {
                choose(kMost);
            }
            const std::int32_t none = -1;
            backend->upload(results.view(DType::I32, {1}), &none);
            backend->repeat(recording, [&] { choose(1); });
            std::int32_t best = 0;
            backend->download(&best, results.view(DType::I32, {1}));
            QCOMPARE(best, 4321);
        }
    }

    // What cannot be recorded is an error, and leaves the backend as it was.
    void workThatWaits() {
        const auto backend = kernels::makeCudaBackend(0, DType::F32);
        const Buffer memory = backend->allocate(64);
        const Tensor row = memory.view(DType::F32, {16});
        std::vector<float> back(16);
        kernels::Recording recording;
        const auto work = [&] {
            backend->download(back.data(), row);
        };
        backend->repeat(recording, work);
        for (int time = 0; time < 2; ++time) {
            const Caught caught = errorOf([&] { backend->repeat(recording, work); });
            QVERIFY2(caught.text.contains("copying from the device"), qPrintable(caught.text));
        }
        work();
    }

    // What is fetched is what a tensor held then, and comes although nobody waits for the device.
    void fetchedBeforeItChanged() {
        const auto backend = kernels::makeCudaBackend(0, DType::F32);
        const Buffer memory = backend->allocate(64);
        const Tensor row = memory.view(DType::F32, {16});
        std::vector<std::shared_ptr<kernels::Fetched>> fetched;
        for (int time = 0; time < 3; ++time) {
            const std::vector<float> values(16, static_cast<float>(time));
            backend->upload(row, values.data());
            fetched.push_back(backend->fetch(row));
        }
        for (const int time : {1, 0, 2}) {
            const auto* values = static_cast<const float*>(fetched[std::size_t(time)]->wait());
            QCOMPARE(std::vector(values, values + 16),
                     std::vector<float>(16, static_cast<float>(time)));
        }
        const void* place = fetched[0]->wait();
        fetched.clear();
        QCOMPARE(backend->fetch(row)->wait(), place); // locked memory is used again
    }
};

QTEST_GUILESS_MAIN(TestCudaBackend)
#include "tst_cuda_backend.moc"
