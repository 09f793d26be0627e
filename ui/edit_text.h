// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a step of a document's history is called in the Edit menu.
#pragma once

#include "app/annotating/annotations.h"

namespace ui {

QString editText(app::EditKind kind);

} // namespace ui
