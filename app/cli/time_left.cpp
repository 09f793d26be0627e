// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/time_left.h"

namespace app {

QString timeLeft(double seconds) {
    if (seconds < 90) {
        return QStringLiteral("about %1 s left").arg(qRound(seconds));
    }
    const int minutes = qRound(seconds / 60);
    return minutes < 90 ? QStringLiteral("about %1 min left").arg(minutes)
                        : QStringLiteral("about %1 h left").arg(seconds / 3600, 0, 'f', 1);
}

} // namespace app
