// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ThreadPool: every item once, on distinct threads, through many short stages, with exceptions.
#include "kernels/cpu/thread_pool.h"
#include "kernels/error.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

using kernels::Error;
using kernels::ErrorCode;
using kernels::ThreadPool;

class TestThreadPool : public QObject {
    Q_OBJECT

private slots:

    void everyItemOnce_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("count");
        for (const int threads : {0, 1, 2, 3, 8, 33}) {
            for (const int count : {0, 1, 2, 7, 1000}) {
                QTest::addRow("%d threads, %d items", threads, count) << threads << count;
            }
        }
    }

    void everyItemOnce() {
        QFETCH(int, threads);
        QFETCH(int, count);
        ThreadPool pool(threads);
        QVERIFY(pool.threads() >= 1);
        QVERIFY(threads == 0 || pool.threads() <= threads);
        std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
        std::atomic<bool> isInRange = true;
        pool.parallelFor(count, [&](std::int64_t index, int thread) {
            ++calls[static_cast<std::size_t>(index)];
            if (thread < 0 || thread >= pool.threads()) {
                isInRange = false;
            }
        });
        QVERIFY(isInRange);
        for (const std::atomic<int>& called : calls) {
            QCOMPARE(called.load(), 1);
        }
    }

    void oneThreadWorksInOrderOnTheCaller() {
        ThreadPool pool(1);
        std::vector<std::int64_t> seen;
        const auto caller = std::this_thread::get_id();
        bool isCaller = true;
        pool.parallelFor(50, [&](std::int64_t index, int thread) {
            seen.push_back(index);
            isCaller = isCaller && thread == 0 && std::this_thread::get_id() == caller;
        });
        std::vector<std::int64_t> expected(50);
        std::iota(expected.begin(), expected.end(), 0);
        QVERIFY(isCaller);
        QCOMPARE(seen, expected);
    }

    void aSingleItemStaysOnTheCaller() {
        ThreadPool pool(4);
        const auto caller = std::this_thread::get_id();
        std::thread::id worker;
        pool.parallelFor(1, [&](std::int64_t, int) { worker = std::this_thread::get_id(); });
        QVERIFY(worker == caller);
    }

    // No two items that run at the same time have the same thread number.
    void threadNumbersAreExclusive() {
        ThreadPool pool(4);
        std::vector<std::atomic<int>> inside(4);
        std::atomic<bool> isExclusive = true;
        pool.parallelFor(200, [&](std::int64_t, int thread) {
            if (inside[static_cast<std::size_t>(thread)]++ != 0) {
                isExclusive = false;
            }
            std::this_thread::sleep_for(std::chrono::microseconds(20));
            --inside[static_cast<std::size_t>(thread)];
        });
        QVERIFY(isExclusive);
    }

    // The other threads do take part: two items that wait for each other end only so.
    void workersTakePart() {
        ThreadPool pool(2);
        if (pool.threads() < 2) {
            QSKIP("the system gives this process one thread");
        }
        std::atomic<int> arrived = 0;
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        pool.parallelFor(2, [&](std::int64_t, int) {
            ++arrived;
            while (arrived < 2 && std::chrono::steady_clock::now() < deadline) {
                std::this_thread::yield();
            }
        });
        QCOMPARE(arrived.load(), 2);
        QVERIFY(std::chrono::steady_clock::now() < deadline);
    }

    // What a stage wrote is seen by the caller and by the next stage, without atomics.
    void manyShortStages() {
        ThreadPool pool(3);
        std::vector<int> values(16, 0);
        for (int stage = 1; stage <= 20000; ++stage) {
            pool.parallelFor(16, [&](std::int64_t index, int) {
                int& value = values[static_cast<std::size_t>(index)];
                value = value == stage - 1 ? stage : -1000000;
            });
        }
        QCOMPARE(values, std::vector<int>(16, 20000));
    }

    // Sleeping workers are woken; a pool that was idle works like a new one.
    void stagesAfterAPause() {
        ThreadPool pool(4);
        std::atomic<int> done = 0;
        for (int round = 0; round < 5; ++round) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            pool.parallelFor(100, [&](std::int64_t, int) { ++done; });
        }
        QCOMPARE(done.load(), 500);
    }

    void exceptionsReachTheCaller_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("thrower");
        for (const int threads : {1, 2, 4}) {
            for (const int thrower : {0, 57, 99}) {
                QTest::addRow("%d threads, item %d", threads, thrower) << threads << thrower;
            }
        }
    }

    void exceptionsReachTheCaller() {
        QFETCH(int, threads);
        QFETCH(int, thrower);
        ThreadPool pool(threads);
        for (int round = 0; round < 50; ++round) {
            try {
                pool.parallelFor(100, [&](std::int64_t index, int) {
                    if (index == thrower) {
                        throw Error(ErrorCode::OutOfMemory, "item");
                    }
                });
                QFAIL("nothing was thrown");
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::OutOfMemory);
            }
            std::atomic<int> done = 0;
            pool.parallelFor(100, [&](std::int64_t, int) { ++done; });
            QCOMPARE(done.load(), 100);
        }
    }

    void everyItemThrows() {
        ThreadPool pool(4);
        for (int round = 0; round < 50; ++round) {
            QVERIFY_EXCEPTION_THROWN(
                pool.parallelFor(8, [](std::int64_t, int) { throw std::runtime_error("all"); }),
                std::runtime_error);
        }
    }

    void poolsComeAndGo() {
        for (int round = 0; round < 50; ++round) {
            ThreadPool pool(1 + round % 5);
            std::atomic<int> done = 0;
            if (round % 2 == 0) {
                pool.parallelFor(10, [&](std::int64_t, int) { ++done; });
            }
            QCOMPARE(done.load(), round % 2 == 0 ? 10 : 0);
        }
    }

    void negativeThreadsAreRefused() { QVERIFY_EXCEPTION_THROWN(ThreadPool(-1), Error); }
};

QTEST_GUILESS_MAIN(TestThreadPool)
#include "tst_thread_pool.moc"
