// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a page lies on its side or stands on its head, and how much its rows rise, judged by its
// letters. Pure functions, any thread.
#pragma once

#include "app/reading/ink_patch.h"

namespace app {

// Quarter turns clockwise that bring the page upright: 0 to 3. Text lines are long, which tells
// rows from columns of letters; and more letters have ascenders than descenders, which tells top
// from bottom. Without clear evidence (few letters, capitals and figures only) the page stays as
// it is.
int turnsToUpright(const std::vector<InkPatch>& patches);

// Degrees, of five at most, by which the rows of an upright page rise or fall.
double skewOf(const std::vector<InkPatch>& patches);

// The patches of the page turned clockwise so many times; where exactly they lie is not kept.
std::vector<InkPatch> turned(std::vector<InkPatch> patches, int quarterTurns);

} // namespace app
