// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can still be read in a damaged library is copied into a new one, row by row.
#pragma once

#include "app/library/database.h"

namespace app {

// Never throws because of what is damaged; only when `fresh` cannot be written.
void rescueRows(const QString& damagedPath, Database& fresh);

} // namespace app
