// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// RoomWait: what a job does when a drive is full: nothing is given up, what could not be written is
// written once there is room, and a person is told. The one place that waits for this, whoever of
// the job writes: its outputs, its library. Any thread, several at once.
#pragma once

#include "app/result.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace app {

// Room that is not there.
struct RoomShortage {
    Failure failure;   // DiskFull: of what, and as the system says it
    qint64 needed = 0; // bytes; 0: not known, little
    qint64 free = 0;   // on the drive; a quota may leave less of it
};

class RoomWait {
public:
    // How often it is looked again. Given up after so many looks in a row; 0: never.
    struct Patience {
        std::chrono::milliseconds between;
        int looks;
    };

    // Long enough for somebody to make room, short enough that a cluster gets its machine back.
    static constexpr Patience kUnattended{std::chrono::seconds(10), 360};
    static constexpr Patience kAttended{std::chrono::seconds(5), 0};

    // Told of a shortage once, when it begins; of nothing when there is room again. Never twice at
    // a time; on the thread that writes.
    using Listener = std::function<void(const std::optional<RoomShortage>&)>;

    // The stop ends all waiting at once.
    RoomWait(std::stop_token stop, Patience patience, Listener listener);

    // What write() gives, called again for as long as it is DiskFull and nobody stops or gives up.
    // bytes: that it needs, as far as is known.
    Result<void> untilThereIsRoom(qint64 bytes, const std::function<Result<void>()>& write);

    // What was last missing, once it was waited for in vain; from then on nothing waits.
    std::optional<Failure> givenUp() const;
    // For room, until the last time that there was some again.
    std::chrono::nanoseconds waited() const;

private:
    bool mayLookAgain(int looks, const Failure& failure);
    void begin(const RoomShortage& shortage);
    void end(bool thereIsRoom);

    const std::stop_token m_stop;
    const Patience m_patience;
    const Listener m_listener;
    mutable std::mutex m_mutex;                    // all below
    int m_waiting = 0;                             // writers
    std::chrono::steady_clock::time_point m_begun; // of the first of them
    std::chrono::nanoseconds m_waited{};
    std::optional<Failure> m_givenUp;
    std::condition_variable_any m_changed;
};

} // namespace app
