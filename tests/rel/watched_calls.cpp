// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loaded before a program (LD_PRELOAD): notes in the file WATCH_LOG each program that is started,
// each network socket, and each file that is opened whose path contains "bait".
#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

using Open = int (*)(const char*, int, ...);

void note(const char* what, const char* which) {
    const char* log = std::getenv("WATCH_LOG");
    if (log == nullptr) {
        return;
    }
    char line[4096];
    const int length = std::snprintf(line, sizeof line, "%s %s\n", what, which);
    const int file = next<Open>("open")(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    [[maybe_unused]] const ssize_t written =
        write(file, line, static_cast<size_t>(length < 4096 ? length : 4095));
    close(file);
}

void noteOpen(const char* path) {
    if (std::strstr(path, "bait") != nullptr) {
        note("open", path);
    }
}

unsigned modeOf(int flags, va_list rest) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, unsigned) : 0;
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = modeOf(flags, rest);
    va_end(rest);
    noteOpen(path);
    return next<Open>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = modeOf(flags, rest);
    va_end(rest);
    noteOpen(path);
    return next<Open>("open64")(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = modeOf(flags, rest);
    va_end(rest);
    noteOpen(path);
    return next<int (*)(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
}

int openat64(int folder, const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = modeOf(flags, rest);
    va_end(rest);
    noteOpen(path);
    return next<int (*)(int, const char*, int, ...)>("openat64")(folder, path, flags, mode);
}

FILE* fopen(const char* path, const char* mode) {
    noteOpen(path);
    return next<FILE* (*)(const char*, const char*)>("fopen")(path, mode);
}

FILE* fopen64(const char* path, const char* mode) {
    noteOpen(path);
    return next<FILE* (*)(const char*, const char*)>("fopen64")(path, mode);
}

int socket(int domain, int type, int protocol) {
    if (domain == AF_INET || domain == AF_INET6) {
        note("socket", "");
    }
    return next<int (*)(int, int, int)>("socket")(domain, type, protocol);
}

int execve(const char* path, char* const arguments[], char* const environment[]) {
    note("execve", path);
    return next<int (*)(const char*, char* const[], char* const[])>("execve")(path, arguments,
                                                                              environment);
}

int posix_spawn(pid_t* process, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const arguments[],
                char* const environment[]) {
    note("posix_spawn", path);
    return next<decltype(&posix_spawn)>("posix_spawn")(process, path, actions, attributes,
                                                       arguments, environment);
}
}
