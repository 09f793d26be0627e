// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text that comes from documents and models is data, whatever it holds. Pure.
#pragma once

#include <QString>

namespace app {

// Without what a terminal, a browser or an XML reader would act on or refuse: C0 and C1 controls
// (newline and tab stay), DEL, the characters that turn the direction of text around, and
// noncharacters. Half a surrogate pair becomes U+FFFD.
QString withoutControls(const QString& text);

} // namespace app
