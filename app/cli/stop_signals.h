// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// StopSignals: turns SIGINT and SIGTERM into a stop token, so that the page in hand is dropped and
// what is done is kept; a second signal ends the program at once. One object, in main.
#pragma once

#include "app/exit_codes.h"

#include <optional>
#include <stop_token>
#include <thread>

namespace app {

class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

    // How the program ends because of a signal; empty when none came.
    std::optional<ExitCode> exitCode() const;

private:
    void wait();

    std::stop_source m_source;
    int m_pipe[2] = {-1, -1}; // a signal handler may write into it, the thread reads
    std::thread m_thread;
};

} // namespace app
