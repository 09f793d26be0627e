// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An estimate of the time that a job still takes, for its progress. Pure.
#pragma once

#include <QString>

namespace app {

QString timeLeft(double seconds); // "about 3 min left"

} // namespace app
