// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program's own line icons (resources/icons), drawn in the palette's colours each time they are
// painted: grey, accent when on, faint when disabled. GUI thread.
#pragma once

#include <QIcon>

namespace ui {

// name: a file in resources/icons without ".svg".
QIcon icon(const QString& name);
// The same for a ground of the accent, and as a sign of warning.
QIcon iconOnAccent(const QString& name);
QIcon warningIcon();
// In its own colours.
QIcon applicationIcon();

} // namespace ui
