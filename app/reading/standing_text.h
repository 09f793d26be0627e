// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines that stand on their side on an upright page, as the titles of axes and notes in margins do:
// what tells their letters from those of lines that lie. Pure function, any thread.
#pragma once

#include "app/reading/ink_patch.h"

#include <vector>

namespace app {

// Takes the letters of such lines out of a page's, and returns what boxes the lines had.
std::vector<QRect> takeStandingLines(std::vector<InkPatch>& letters);

} // namespace app
