// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// StallWatch: how long the event loop of the GUI thread has kept everything else waiting. A timer
// that fires all the time measures the gaps between its own calls. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QVector>

#include <algorithm>
#include <ctime>

namespace ui {

class StallWatch {
public:
    struct Gap {
        double wall = 0; // milliseconds
        double own = 0;  // of them spent computing in the GUI thread
    };

    StallWatch() {
        m_timer.setInterval(0);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    }

    void start() {
        m_gaps.clear();
        m_wall.start();
        m_own = threadMilliseconds();
        m_timer.start();
    }

    void stop() { m_timer.stop(); }

    // On a machine that is busy otherwise the wall clock also counts the others' turns: what the
    // thread itself computed is the part that the program answers for.
    Gap longest() const {
        return m_gaps.isEmpty()
                   ? Gap()
                   : *std::max_element(m_gaps.cbegin(), m_gaps.cend(),
                                       [](const Gap& a, const Gap& b) { return a.own < b.own; });
    }

    double longestWall() const {
        double most = 0;
        for (const Gap& gap : m_gaps) {
            most = std::max(most, gap.wall);
        }
        return most;
    }

    // The wall time that so large a share of the gaps does not exceed.
    double percentile(double share) const {
        QVector<double> walls;
        for (const Gap& gap : m_gaps) {
            walls.append(gap.wall);
        }
        std::sort(walls.begin(), walls.end());
        return walls.isEmpty() ? 0 : walls[qsizetype(double(walls.size() - 1) * share)];
    }

private:
    static double threadMilliseconds() {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }

    void tick() {
        const double own = threadMilliseconds();
        m_gaps.append({double(m_wall.nsecsElapsed()) / 1e6, own - m_own});
        m_wall.start();
        m_own = own;
    }

    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_own = 0;
    QVector<Gap> m_gaps;
};

} // namespace ui
