// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loaded before a program (LD_PRELOAD): the n-th operation that changes a file whose path contains
// one of the given parts fails with the wished error, once or from then on, or the program is
// killed instead of doing it; a mark is left. Environment: FAIL_PATHS (parts, with colons between
// them), FAIL_AT (n, from 1), FAIL_ERRNO (0: kill), FAIL_STICKY (set: from then on), FAIL_TIMES (so
// many, one after another), FAIL_MARK (a file to be made).
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::atomic<long> g_operations{0};

long number(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::strtol(value, nullptr, 10) : 0;
}

// Whether path contains one of the parts in FAIL_PATHS.
bool isMeantPath(const char* path) {
    char parts[1024];
    const char* wished = std::getenv("FAIL_PATHS");
    std::snprintf(parts, sizeof parts, "%s", wished != nullptr ? wished : "");
    char* rest = nullptr;
    for (const char* part = strtok_r(parts, ":", &rest); part != nullptr;
         part = strtok_r(nullptr, ":", &rest)) {
        if (std::strstr(path, part) != nullptr) {
            return true;
        }
    }
    return false;
}

bool isMeantFile(int file) {
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) {
        return false;
    }
    path[length] = '\0';
    return isMeantPath(path);
}

void leaveMark() {
    if (const char* mark = std::getenv("FAIL_MARK")) {
        close(open(mark, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    }
}

// True when this operation, on a file that is meant, is to fail; errno is set then.
bool failsNow() {
    const long at = number("FAIL_AT");
    const long now = ++g_operations;
    const bool isAfter =
        now > at && (std::getenv("FAIL_STICKY") != nullptr || now < at + number("FAIL_TIMES"));
    if (now != at && !isAfter) {
        return false;
    }
    leaveMark();
    errno = static_cast<int>(number("FAIL_ERRNO"));
    if (errno == 0) {
        kill(getpid(), SIGKILL);
        pause(); // until it has come
    }
    return true;
}

bool fails(int file) {
    return number("FAIL_AT") != 0 && isMeantFile(file) && failsNow();
}

bool fails(const char* path) {
    return number("FAIL_AT") != 0 && isMeantPath(path) && failsNow();
}

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return fails(file) ? -1 : real(file, bytes, count, at);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    return fails(file) ? -1 : real(file, bytes, count, at);
}

ssize_t write(int file, const void* bytes, size_t count) {
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    return fails(file) ? -1 : real(file, bytes, count);
}

int renameat(int fromFolder, const char* from, int toFolder, const char* to) {
    static const auto real = next<int (*)(int, const char*, int, const char*)>("renameat");
    return fails(toFolder) ? -1 : real(fromFolder, from, toFolder, to);
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) {
    static const auto real = next<int (*)(int, const char*, int, const char*, int)>("linkat");
    return fails(toFolder) ? -1 : real(fromFolder, from, toFolder, to, flags);
}

int fsync(int file) {
    static const auto real = next<int (*)(int)>("fsync");
    return fails(file) ? -1 : real(file);
}

int fdatasync(int file) {
    static const auto real = next<int (*)(int)>("fdatasync");
    return fails(file) ? -1 : real(file);
}

int ftruncate64(int file, off64_t length) {
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return fails(file) ? -1 : real(file, length);
}

int ftruncate(int file, off_t length) {
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    return fails(file) ? -1 : real(file, length);
}

int unlink(const char* path) {
    static const auto real = next<int (*)(const char*)>("unlink");
    return fails(path) ? -1 : real(path);
}

int unlinkat(int folder, const char* path, int flags) {
    static const auto real = next<int (*)(int, const char*, int)>("unlinkat");
    return fails(folder) ? -1 : real(folder, path, flags);
}
}
