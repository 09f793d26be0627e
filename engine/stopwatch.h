// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Seconds between two moments, for the times that results report.
#pragma once

#include <chrono>

namespace engine {

class Stopwatch {
public:
    // Seconds since construction or the last call.
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> passed = now - m_start;
        m_start = now;
        return passed.count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace engine
