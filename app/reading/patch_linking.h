// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first step from ink to text lines: letters that stand beside each other are linked; what is
// not one line's letters (dashed rules, ink in which two lines touch) is set aside. Pure function,
// any thread.
#pragma once

#include "app/reading/ink_patch.h"

#include <vector>

namespace app {

struct LinkedPatches {
    std::vector<std::vector<int>> groups; // of neighbours; indices into the patches
    std::vector<int> bridges;             // patches in which lines touch; in no group
    double space = 0; // the usual gap between words, in heights of the letters around it
};

LinkedPatches linkPatches(const std::vector<InkPatch>& patches, int typicalHeight);

} // namespace app
