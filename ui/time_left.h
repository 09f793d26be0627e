// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An estimate of the time that something still takes, as people say it. Pure; GUI thread.
#pragma once

#include <QString>

namespace ui {

QString timeLeftText(double seconds); // "about 3 min left"

} // namespace ui
