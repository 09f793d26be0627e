// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/time_left.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {

namespace {

struct TimeLeft {
    Q_DECLARE_TR_FUNCTIONS(ui::TimeLeft)
};

} // namespace

QString timeLeftText(double seconds) {
    const int minutes = int(std::ceil(seconds / 60));
    return minutes < 60 ? TimeLeft::tr("about %1 min left").arg(minutes)
                        : TimeLeft::tr("about %1 h left").arg((minutes + 30) / 60);
}

} // namespace ui
