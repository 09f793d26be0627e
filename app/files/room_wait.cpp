// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/room_wait.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>
#include <utility>

namespace app {

namespace {

struct FreeBytes {
    qint64 forAll = 0;  // what anybody may still write, of what the system says
    qint64 forRoot = 0; // some drives keep a part for the administrator
};

// Of the drive on which the path lies or would lie.
std::optional<FreeBytes> freeAt(const QString& path) {
    QFileInfo there(path);
    while (!there.exists() && there.path() != there.filePath()) {
        there.setFile(there.path());
    }
    std::error_code error;
    const auto space =
        std::filesystem::space(QFile::encodeName(there.filePath()).toStdString(), error);
    return error ? std::nullopt
                 : std::optional(FreeBytes{qint64(space.available), qint64(space.free)});
}

// A large file is not written half again and again. False also where the system cannot say.
bool isSurelyFull(const QString& path, qint64 bytes) {
    const std::optional<FreeBytes> free = freeAt(path);
    return free && free->forRoot < bytes;
}

} // namespace

RoomWait::RoomWait(std::stop_token stop, Patience patience, Listener listener)
    : m_stop(std::move(stop))
    , m_patience(patience)
    , m_listener(std::move(listener)) {}

Result<void> RoomWait::untilThereIsRoom(qint64 bytes, const std::function<Result<void>()>& write) {
    const auto isShort = [](const Result<void>& made) {
        return !made && made.error().code == FailureCode::DiskFull;
    };
    Result<void> made = write();
    if (!isShort(made)) {
        return made;
    }
    begin({made.error(), bytes, freeAt(made.error().subject).value_or(FreeBytes{}).forAll});
    for (int looks = 0; isShort(made) && mayLookAgain(looks, made.error()); ++looks) {
        if (!isSurelyFull(made.error().subject, bytes)) {
            made = write();
        }
    }
    end(!isShort(made));
    return made;
}

// After a while; false: it is over.
bool RoomWait::mayLookAgain(int looks, const Failure& failure) {
    std::unique_lock lock(m_mutex);
    if (!m_givenUp && m_patience.looks > 0 && looks == m_patience.looks) {
        m_givenUp = failure;
        m_changed.notify_all();
    }
    m_changed.wait_for(lock, m_stop, m_patience.between, [this] { return m_givenUp.has_value(); });
    return !m_givenUp && !m_stop.stop_requested();
}

void RoomWait::begin(const RoomShortage& shortage) {
    const std::lock_guard lock(m_mutex);
    if (m_waiting++ > 0) {
        return;
    }
    m_begun = std::chrono::steady_clock::now();
    if (!m_givenUp && !m_stop.stop_requested()) {
        m_listener(shortage);
    }
}

void RoomWait::end(bool thereIsRoom) {
    const std::lock_guard lock(m_mutex);
    if (--m_waiting > 0) {
        return;
    }
    m_waited += std::chrono::steady_clock::now() - m_begun;
    if (thereIsRoom) {
        m_listener(std::nullopt);
    }
}

std::optional<Failure> RoomWait::givenUp() const {
    const std::lock_guard lock(m_mutex);
    return m_givenUp;
}

std::chrono::nanoseconds RoomWait::waited() const {
    const std::lock_guard lock(m_mutex);
    return m_waited;
}

} // namespace app
