// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text as Markdown that shows it as it is, whatever would be markup in it. Pure.
#pragma once

#include <QString>

namespace app {

// Of one line.
QString markdownEscaped(const QString& line);

} // namespace app
