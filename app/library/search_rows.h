// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search itself, on the library's database.
#pragma once

#include "app/library/database.h"
#include "app/library/search.h"

namespace app {

LibraryHits searchRows(Database& database, const LibraryQuery& query);

} // namespace app
