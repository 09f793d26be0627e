// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether boxes of text stand beside each other. Pure; any thread.
#pragma once

#include <QRectF>

#include <algorithm>

namespace app {

// The height that both cover; negative: how far apart they are.
inline double verticalOverlap(const QRectF& a, const QRectF& b) {
    return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
}

// They share more than half of the lower one's height.
inline bool areBeside(const QRectF& a, const QRectF& b) {
    return verticalOverlap(a, b) > 0.5 * std::min(a.height(), b.height());
}

} // namespace app
