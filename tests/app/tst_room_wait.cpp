// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Waiting for room: what is tried again and what is not, what is told, how it ends.
#include "app/files/room_wait.h"

#include <QDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace app;

namespace {

constexpr qint64 kMoreThanAnyDrive = qint64{1} << 62;

Result<void> full() {
    return failure(FailureCode::DiskFull, QDir::tempPath() + "/not/there/a.txt", "it is full");
}

} // namespace

class RoomWaitTest final : public QObject {
    Q_OBJECT

private slots:
    void init();

    void goesOnWhenThereIsRoom();
    void leavesOtherFailuresAlone();
    void givesUp();
    void stopsAtOnce();
    void doesNotWriteWhatSurelyHasNoRoom();
    void tellsOnceOfSeveral();

private:
    RoomWait room(RoomWait::Patience patience) {
        return RoomWait(m_stop.get_token(), patience,
                        [this](const std::optional<RoomShortage>& shortage) {
                            m_told.append(shortage.has_value());
                            m_hasTold = true;
                            m_shortage = shortage ? shortage : m_shortage;
                        });
    }

    static constexpr RoomWait::Patience kEndless{std::chrono::milliseconds(1), 0};
    std::stop_source m_stop;
    QVector<bool> m_told; // of a shortage, of room
    std::atomic<bool> m_hasTold = false;
    std::optional<RoomShortage> m_shortage;
};

void RoomWaitTest::init() {
    m_stop = {};
    m_told.clear();
    m_hasTold = false;
    m_shortage.reset();
}

void RoomWaitTest::goesOnWhenThereIsRoom() {
    RoomWait wait = room(kEndless);
    int tries = 0;
    QVERIFY(wait.untilThereIsRoom(100, [&] { return ++tries < 20 ? full() : Result<void>(); }));
    QCOMPARE(tries, 20);
    QCOMPARE(m_told, (QVector<bool>{true, false}));
    QCOMPARE(m_shortage->needed, 100);
    QVERIFY(m_shortage->free > 0); // the drive is that of the nearest folder that is there
    QVERIFY(wait.waited() >= std::chrono::milliseconds(19));
    QVERIFY(!wait.givenUp());
    QVERIFY(wait.untilThereIsRoom(100, [] { return Result<void>(); }));
    QCOMPARE(m_told.size(), 2);
}

void RoomWaitTest::leavesOtherFailuresAlone() {
    RoomWait wait = room(kEndless);
    int tries = 0;
    const auto made = wait.untilThereIsRoom(0, [&]() -> Result<void> {
        return ++tries < 3 ? full() : failure(FailureCode::FileAccess, {}, {});
    });
    QCOMPARE(made.error().code, FailureCode::FileAccess);
    QCOMPARE(tries, 3);
    QCOMPARE(m_told, (QVector<bool>{true, false})); // it is not room that is missing
}

void RoomWaitTest::givesUp() {
    RoomWait wait = room({std::chrono::milliseconds(1), 5});
    int tries = 0;
    const auto write = [&] {
        ++tries;
        return full();
    };
    QCOMPARE(wait.untilThereIsRoom(0, write).error().code, FailureCode::DiskFull);
    QCOMPARE(tries, 6);
    QCOMPARE(wait.givenUp()->detail, QStringLiteral("it is full"));
    QVERIFY(!wait.untilThereIsRoom(0, write)); // nobody waits any more
    QCOMPARE(tries, 7);
    QCOMPARE(m_told, QVector<bool>{true});
}

// Not after the hour that it would take otherwise.
void RoomWaitTest::stopsAtOnce() {
    RoomWait wait = room({std::chrono::hours(1), 0});
    std::jthread stopping([this] {
        while (!m_hasTold) {
            std::this_thread::yield();
        }
        m_stop.request_stop();
    });
    QVERIFY(!wait.untilThereIsRoom(0, full));
    QVERIFY(!wait.givenUp());
    QVERIFY(!wait.untilThereIsRoom(0, full));
    QCOMPARE(m_told, QVector<bool>{true});
}

void RoomWaitTest::doesNotWriteWhatSurelyHasNoRoom() {
    RoomWait wait = room({std::chrono::milliseconds(1), 5});
    int tries = 0;
    QVERIFY(!wait.untilThereIsRoom(kMoreThanAnyDrive, [&] {
        ++tries;
        return full();
    }));
    QCOMPARE(tries, 1);
}

void RoomWaitTest::tellsOnceOfSeveral() {
    RoomWait wait = room(kEndless);
    std::atomic<int> waiting = 0; // both wait before there is room
    const auto write = [&] {
        return [&, tries = 0]() mutable -> Result<void> {
            waiting += ++tries == 1 ? 1 : 0;
            return tries > 1 && waiting == 2 ? Result<void>() : full();
        };
    };
    {
        const std::jthread one([&] { QVERIFY(wait.untilThereIsRoom(0, write())); });
        const std::jthread other([&] { QVERIFY(wait.untilThereIsRoom(0, write())); });
    }
    QCOMPARE(m_told.first(), true);
    QCOMPARE(m_told.last(), false);
    QVERIFY(m_told.size() <= 4); // one may have ended before the other began
}

QTEST_GUILESS_MAIN(RoomWaitTest)
#include "tst_room_wait.moc"
