// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of the library, as the steps that lead to them. A step that has landed is never
// changed, not in a space: databases exist that have taken it, and are compared with it. Every step
// makes something: by that a later version is told from a damaged number. tests/data/library/ keeps
// one of each version.
#pragma once

#include <span>

namespace app {

// "Tess": what `file` and SQLite know the library by.
constexpr int kLibraryApplicationId = 0x54657373;

// Step n brings a database of version n to n + 1.
std::span<const char* const> schemaSteps();

} // namespace app
