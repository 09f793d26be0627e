// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library_writer.h"

#include "app/library/passage_rows.h"
#include "app/library/result_rows.h"

#include <utility>

namespace app {

namespace {

constexpr int kChangesPerTidy = 64;
constexpr double kShrunkShare = 0.9; // of the limit, so that it is not reached again at once

} // namespace

LibraryWriter::LibraryWriter(const QString& folder, qint64 mostBytes, Listener listener,
                             RoomWait* room)
    : m_folder(folder)
    , m_mostBytes(mostBytes)
    , m_listener(std::move(listener))
    , m_room(room)
    , m_opened(m_openedPromise.get_future().share())
    , m_thread([this] { work(); }) {}

LibraryWriter::~LibraryWriter() {
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

std::future<Result<void>> LibraryWriter::post(Change change) {
    Job job{std::move(change), {}};
    std::future<Result<void>> made = job.made.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return made;
}

std::optional<LibraryWriter::Job> LibraryWriter::nextJob() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ends || !m_jobs.empty(); });
    if (m_jobs.empty()) {
        return std::nullopt;
    }
    std::optional<Job> job(std::move(m_jobs.front()));
    m_jobs.pop_front();
    return job;
}

void LibraryWriter::work() {
    const Result<void> open = withRoom([this] { return this->open(); });
    m_openedPromise.set_value(open);
    while (std::optional<Job> job = nextJob()) {
        Result<void> made = open ? withRoom([&] { return make(job->change); }) : open;
        if (!made) {
            report(made.error());
        }
        job->made.set_value(std::move(made));
    }
    if (open && m_changesSinceTidy > 0) {
        tidy();
    }
    m_file.reset(); // here, where it was opened
}

Result<void> LibraryWriter::withRoom(const std::function<Result<void>()>& write) {
    return m_room != nullptr ? m_room->untilThereIsRoom(0, write) : write();
}

LibraryWriter::Change LibraryWriter::firstFindingDamage() {
    return [isFirst = true](Database&) mutable {
        if (std::exchange(isFirst, false)) {
            throw DatabaseError{DatabaseFault::Damaged, QStringLiteral("it cannot be read")};
        }
    };
}

Result<void> LibraryWriter::open() {
    try {
        m_file = std::make_unique<LibraryFile>(m_folder);
        m_file->open();
    } catch (const DatabaseError& error) {
        m_file.reset();
        return tl::unexpected(failureOf(error));
    } catch (const LaterSchema& later) {
        m_file.reset();
        return failure(
            FailureCode::LibraryFromLater, LibraryFile::pathIn(m_folder),
            QStringLiteral("It has version %1 of the library's tables.").arg(later.version));
    }
    if (!m_file->movedAside().isEmpty()) {
        replaceDamaged();
    }
    return {};
}

Result<void> LibraryWriter::make(const Change& change) {
    for (int attempt = 0;; ++attempt) {
        try {
            makeOnce(change);
            break;
        } catch (const DatabaseError& error) {
            if (error.fault != DatabaseFault::Damaged || attempt > 0) {
                return tl::unexpected(failureOf(error));
            }
        }
        try {
            replaceDamaged();
        } catch (const DatabaseError& error) {
            return tl::unexpected(failureOf(error));
        }
    }
    if (++m_changesSinceTidy >= kChangesPerTidy) {
        tidy();
    }
    return {};
}

void LibraryWriter::makeOnce(const Change& change) {
    const HeldLock held(m_file->writeLock());
    {
        const std::lock_guard reading(m_readerMutex);
        m_file->followReplacement();
    }
    if (!change) {
        m_file->writer().check();
        restoreSearch(m_file->writer());
        return;
    }
    Transaction transaction(m_file->writer());
    change(m_file->writer());
    transaction.commit();
}

// Keeps journal and database small. What fails here is tried again after more changes; that a drive
// is full is said by the change that finds no room.
void LibraryWriter::tidy() {
    m_changesSinceTidy = 0;
    try {
        const HeldLock held(m_file->writeLock());
        if (m_file->writer().isReplaced()) {
            return;
        }
        if (usedBytes(m_file->writer()) > m_mostBytes) {
            Transaction transaction(m_file->writer());
            shrink(m_file->writer(), qint64(double(m_mostBytes) * kShrunkShare));
            transaction.commit();
            m_file->writer().script("PRAGMA incremental_vacuum");
        }
        m_file->writer().checkpoint();
    } catch (const DatabaseError& error) {
        if (error.fault != DatabaseFault::DiskFull) {
            report(failureOf(error));
        }
    }
}

void LibraryWriter::replaceDamaged() {
    {
        const HeldLock held(m_file->writeLock());
        const std::lock_guard reading(m_readerMutex);
        if (m_file->movedAside().size() == m_reportedAside) {
            m_file->replaceDamaged();
        }
    }
    for (; m_reportedAside < m_file->movedAside().size(); ++m_reportedAside) {
        report({FailureCode::LibraryDamaged, m_file->movedAside().at(m_reportedAside),
                QStringLiteral("It was moved aside; what could be read of it is in the new one.")});
    }
}

Failure LibraryWriter::failureOf(const DatabaseError& error) const {
    const QString path = LibraryFile::pathIn(m_folder);
    switch (error.fault) {
    case DatabaseFault::DiskFull:
        return {FailureCode::DiskFull, path, error.detail};
    case DatabaseFault::Damaged:
        return {FailureCode::LibraryDamaged, path, error.detail};
    case DatabaseFault::NotUsable:
        return {FailureCode::LibraryUnavailable, path, error.detail};
    case DatabaseFault::Other:
        break;
    }
    return {FailureCode::Internal, path, error.detail};
}

void LibraryWriter::report(const Failure& failure) const {
    if (m_listener) {
        m_listener(failure);
    }
}

} // namespace app
