// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/file_lock.h"

#include <sys/file.h>

#include <cerrno>

namespace app {

namespace {

bool apply(const QFile& file, int operation) {
    int result = 0;
    do {
        result = flock(file.handle(), operation);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

} // namespace

FileLock::FileLock(const QString& path)
    : m_file(path) {
    m_file.open(QIODevice::ReadWrite);
}

void FileLock::lock() {
    apply(m_file, LOCK_EX);
}

void FileLock::lockShared() {
    apply(m_file, LOCK_SH);
}

bool FileLock::tryLock() {
    return apply(m_file, LOCK_EX | LOCK_NB);
}

void FileLock::unlock() {
    apply(m_file, LOCK_UN);
}

} // namespace app
