// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>

namespace app {

namespace {

// What a signal handler may touch.
std::atomic<int> wakeUpEnd = -1;
std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);

int codeOf(int signal) {
    return static_cast<int>(signal == SIGTERM ? ExitCode::Stopped : ExitCode::Interrupted);
}

void onSignal(int signal) {
    if (received.exchange(signal) != 0) {
        _exit(codeOf(signal));
    }
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(wakeUpEnd, &byte, 1);
}

} // namespace

StopSignals::StopSignals() {
    if (pipe2(m_pipe, O_CLOEXEC) != 0) {
        return; // no descriptors left: the signals keep their default action
    }
    wakeUpEnd = m_pipe[1];
    m_thread = std::thread([this] { wait(); });
    for (const int signal : {SIGINT, SIGTERM}) {
        struct sigaction action {};

        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        sigaction(signal, &action, nullptr);
    }
}

StopSignals::~StopSignals() {
    if (!m_thread.joinable()) {
        return;
    }
    for (const int signal : {SIGINT, SIGTERM}) {
        std::signal(signal, SIG_DFL);
    }
    wakeUpEnd = -1;
    close(m_pipe[1]); // the thread reads the end of the pipe
    m_thread.join();
    close(m_pipe[0]);
}

void StopSignals::wait() {
    char byte = 0;
    if (read(m_pipe[0], &byte, 1) == 1) {
        m_source.request_stop();
    }
}

std::optional<ExitCode> StopSignals::exitCode() const {
    const int signal = received;
    return signal == 0 ? std::nullopt : std::optional(static_cast<ExitCode>(codeOf(signal)));
}

} // namespace app
