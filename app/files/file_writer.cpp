// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace app {

namespace {

constexpr int kAttempts = 100;            // names that somebody else may have taken
constexpr qsizetype kMostNameBytes = 200; // leaves room for what a temporary name has more
constexpr qsizetype kMostBytesAtOnce = 1 << 30;
constexpr const char* kTemporaryEnd = ".tessera-part";

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number) {}

    ~Descriptor() { close(); }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool isOpen() const { return m_number >= 0; }

    int number() const { return m_number; }

    // False when the drive only now says that it could not keep what was written.
    bool close() {
        const bool closed = m_number < 0 || ::close(m_number) == 0;
        m_number = -1;
        return closed;
    }

private:
    int m_number;
};

FailureCode codeOf(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return FailureCode::FileNotFound;
    case EACCES:
    case EPERM:
    case EROFS:
    case ELOOP:
    case ENAMETOOLONG:
    case EISDIR:
        return FailureCode::FileAccess;
    case EEXIST:
        return FailureCode::FileExists;
    case ENOSPC:
    case EDQUOT:
        return FailureCode::DiskFull;
    default:
        return FailureCode::WriteFailed;
    }
}

tl::unexpected<Failure> systemFailure(const QString& subject, int error) {
    return failure(codeOf(error), subject, QString::fromLocal8Bit(std::strerror(error)));
}

bool writeAll(int descriptor, const QByteArray& bytes) {
    for (qsizetype done = 0; done < bytes.size();) {
        const auto part = static_cast<size_t>(std::min(bytes.size() - done, kMostBytesAtOnce));
        const ssize_t written = ::write(descriptor, bytes.constData() + done, part);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        done += std::max<ssize_t>(written, 0);
    }
    return true;
}

// The file beside the place; gone again unless it was put there.
class NewFile {
public:
    NewFile(int folder, const QByteArray& name)
        : m_folder(folder)
        , m_name(name) {}

    ~NewFile() {
        if (!m_temporary.isEmpty()) {
            ::unlinkat(m_folder, m_temporary, 0);
        }
    }

    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    // Each returns false with errno set.
    bool write(const QByteArray& bytes) {
        Descriptor file(create());
        return file.isOpen() && writeAll(file.number(), bytes) && ::fsync(file.number()) == 0 &&
               file.close();
    }

    bool moveToItsPlace(Existing existing) {
        if (existing == Existing::Replace) {
            if (::renameat(m_folder, m_temporary, m_folder, m_name) != 0) {
                return false;
            }
            m_temporary.clear();
            return true;
        }
        return ::linkat(m_folder, m_temporary, m_folder, m_name, 0) == 0 ||
               (errno != EEXIST && renameWhereLinksAreUnknown());
    }

private:
    int create() {
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            const QByteArray mark = QByteArray::number(QRandomGenerator::global()->generate(), 36);
            m_temporary = '.' + m_name.left(kMostNameBytes) + '.' + mark + kTemporaryEnd;
            const int descriptor = ::openat(
                m_folder, m_temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH);
            if (descriptor >= 0 && isMine(descriptor)) {
                return descriptor;
            }
            m_temporary.clear();
            if (descriptor >= 0) {
                ::close(descriptor);
            } else if (errno != EEXIST) {
                return -1;
            }
        }
        return -1;
    }

    // The lock says that somebody writes here; before it was there, the file could be taken for a
    // leftover. Drives that know no locks keep leftovers.
    static bool isMine(int descriptor) {
        struct stat now {};

        return ::flock(descriptor, LOCK_EX) != 0 ||
               (::fstat(descriptor, &now) == 0 && now.st_nlink > 0);
    }

    // FAT and some network drives: nothing better than to look first.
    bool renameWhereLinksAreUnknown() {
        struct stat there {};

        if (::fstatat(m_folder, m_name, &there, AT_SYMLINK_NOFOLLOW) == 0) {
            errno = EEXIST;
            return false;
        }
        return moveToItsPlace(Existing::Replace);
    }

    int m_folder;
    QByteArray m_name;
    QByteArray m_temporary;
};

} // namespace

Result<void> writeFile(const QString& path, const QByteArray& bytes, Existing existing) {
    const QFileInfo about(path);
    const QByteArray name = QFile::encodeName(about.fileName());
    if (name.isEmpty() || name == "." || name == "..") {
        return failure(FailureCode::FileAccess, path,
                       QStringLiteral("It is the name of a folder."));
    }
    const Descriptor folder(
        ::open(QFile::encodeName(about.path()), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen()) {
        return systemFailure(about.path(), errno);
    }
    NewFile file(folder.number(), name);
    if (!file.write(bytes) || !file.moveToItsPlace(existing)) {
        return systemFailure(path, errno);
    }
    // Some drives cannot sync a folder; what they can do has been done.
    if (::fsync(folder.number()) != 0 && errno != EINVAL && errno != ENOTSUP) {
        return systemFailure(path, errno);
    }
    return {};
}

Result<void> makeFolder(const QString& path) {
    std::error_code error;
    std::filesystem::create_directories(QFile::encodeName(path).toStdString(), error);
    if (error) {
        return systemFailure(path, error.value());
    }
    return {};
}

void removeLeftovers(const QString& folder) {
    const QStringList names{QStringLiteral(".*") + QLatin1String(kTemporaryEnd)};
    QDirIterator entry(folder, names, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (entry.hasNext()) {
        const QByteArray path = QFile::encodeName(entry.next());
        const Descriptor file(::open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
        if (file.isOpen() && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) {
            ::unlink(path);
        }
    }
}

} // namespace app
