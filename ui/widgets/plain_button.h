// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A push button that Return presses only when it has the focus. GUI thread.
#pragma once

#include <QPushButton>

namespace ui {

// name: the object's.
QPushButton* plainButton(const char* name, const QString& text, QWidget* parent);

} // namespace ui
