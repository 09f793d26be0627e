// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/view_history.h"

namespace ui {

void ViewHistory::leave(const PagePoint& from) {
    m_forward.clear();
    m_back.append(from);
    if (m_back.size() > kMost) {
        m_back.removeFirst();
    }
}

PagePoint ViewHistory::back(const PagePoint& now) {
    m_forward.append(now);
    return m_back.takeLast();
}

PagePoint ViewHistory::forward(const PagePoint& now) {
    m_back.append(now);
    return m_forward.takeLast();
}

} // namespace ui
