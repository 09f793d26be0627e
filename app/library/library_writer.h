// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LibraryWriter: the thread that opens the library's file and makes all changes in it, one
// transaction each, in the order they were asked for. A damaged file is replaced here, once per
// change; on a full drive opening and changes wait for room, where there is somebody to wait.
// Others read through read(), which lends them the reading connection.
#pragma once

#include "app/files/room_wait.h"
#include "app/library/library_file.h"
#include "app/result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

namespace app {

class LibraryWriter {
public:
    using Change = std::function<void(Database&)>;
    using Listener = std::function<void(const Failure&)>;

    // room: may be null.
    LibraryWriter(const QString& folder, qint64 mostBytes, Listener listener, RoomWait* room);
    // Makes all changes that were asked for first.
    ~LibraryWriter();

    const Result<void>& opened() const { return m_opened.get(); }

    std::future<Result<void>> post(Change change);

    // Calls ask(Database&) on this thread. When the file is damaged, it is looked at, mended or
    // replaced, and asked again; when that finds nothing that is wrong and asking fails once more,
    // it is replaced.
    template <typename Ask>
    auto read(const Ask& ask) -> Result<std::invoke_result_t<Ask, Database&>> {
        if (const Result<void>& open = opened(); !open) {
            return tl::unexpected(open.error());
        }
        for (int attempt = 0;; ++attempt) {
            try {
                const std::lock_guard lock(m_readerMutex);
                return ask(m_file->reader());
            } catch (const DatabaseError& error) {
                if (error.fault != DatabaseFault::Damaged || attempt > 1) {
                    return tl::unexpected(failureOf(error));
                }
            }
            // The first notices too that another program has replaced the file.
            post(attempt == 0 ? Change() : firstFindingDamage()).wait();
        }
    }

private:
    struct Job {
        Change change; // none: look whether the file is sound
        std::promise<Result<void>> made;
    };

    // A change that finds the file damaged when it is made first, and nothing to do after that.
    static Change firstFindingDamage();

    void work();
    Result<void> withRoom(const std::function<Result<void>()>& write);
    Result<void> open();
    std::optional<Job> nextJob();
    Result<void> make(const Change& change);
    void makeOnce(const Change& change);
    void tidy();
    void replaceDamaged();
    Failure failureOf(const DatabaseError& error) const;
    void report(const Failure& failure) const;

    const QString m_folder;
    const qint64 m_mostBytes;
    const Listener m_listener;
    RoomWait* const m_room;
    std::unique_ptr<LibraryFile> m_file;
    std::mutex m_readerMutex; // the reading connection
    std::promise<Result<void>> m_openedPromise;
    std::shared_future<Result<void>> m_opened;
    std::mutex m_mutex; // the two below
    std::deque<Job> m_jobs;
    bool m_ends = false;
    std::condition_variable m_wake;
    qsizetype m_reportedAside = 0;
    int m_changesSinceTidy = 0;
    std::thread m_thread; // last: starts when all others are there
};

} // namespace app
