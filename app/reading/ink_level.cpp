// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/ink_level.h"

#include <algorithm>
#include <array>

namespace app {

int inkLevel(const QImage& grey, const QRect& box) {
    std::array<int, 256> counts{};
    for (int y = box.top(); y <= box.bottom(); ++y) {
        const uchar* row = grey.constScanLine(y) + box.left();
        std::for_each(row, row + box.width(), [&](uchar value) { ++counts[value]; });
    }
    int level = 0;
    for (int seen = counts[0]; 100 * seen < box.width() * box.height() && level < 255;) {
        seen += counts[++level];
    }
    return level;
}

} // namespace app
