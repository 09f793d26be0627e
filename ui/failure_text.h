// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a failure means for the person in front of the window: a translated sentence that names the
// thing and what to do about it; for those who ask for more, the whole path and the English detail
// with its figures. Plain text. GUI thread.
#pragma once

#include "app/result.h"

namespace ui {

QString failureText(const app::Failure& failure);
// Empty where there is nothing more to say.
QString failureDetails(const app::Failure& failure);

} // namespace ui
