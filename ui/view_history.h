// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ViewHistory: where one has been in a document, as in a browser: a jump leaves a place behind,
// back and forward go through them. A value.
#pragma once

#include "ui/page_layout.h"

#include <QVector>

#include <optional>

namespace ui {

class ViewHistory {
public:
    static constexpr int kMost = 100;

    // Before a jump; what lay forward is forgotten.
    void leave(const PagePoint& from);

    bool canGoBack() const { return !m_back.isEmpty(); }

    bool canGoForward() const { return !m_forward.isEmpty(); }

    // now: where one is, to come back to. Only when there is somewhere to go.
    PagePoint back(const PagePoint& now);
    PagePoint forward(const PagePoint& now);

private:
    QVector<PagePoint> m_back; // the nearest last
    QVector<PagePoint> m_forward;
};

} // namespace ui
