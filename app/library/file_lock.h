// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FileLock: a file that programs lock to take turns; the system lets go of it when a program ends,
// however it ends. One thread at a time.
#pragma once

#include <QFile>

namespace app {

class FileLock {
public:
    explicit FileLock(const QString& path);

    bool isUsable() const { return m_file.isOpen(); }

    void lock();       // waits
    void lockShared(); // waits for those that do not share
    bool tryLock();
    void unlock();

private:
    QFile m_file;
};

// Holds a lock as long as it lives.
class HeldLock {
public:
    explicit HeldLock(FileLock& lock)
        : m_lock(lock) {
        m_lock.lock();
    }

    ~HeldLock() { m_lock.unlock(); }

    HeldLock(const HeldLock&) = delete;
    HeldLock& operator=(const HeldLock&) = delete;

private:
    FileLock& m_lock;
};

} // namespace app
