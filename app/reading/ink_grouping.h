// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From patches of connected ink to text lines, by geometry alone. Works on deskewed pages with any
// mixture of letter sizes. Pure function, any thread.
#pragma once

#include "app/reading/ink_patch.h"

#include <vector>

namespace app {

// Boxes of text lines (parts of one row that stand more than a line's height apart are separate
// lines), in no particular order.
std::vector<QRect> groupIntoLines(const std::vector<InkPatch>& patches);

} // namespace app
