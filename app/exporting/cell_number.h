// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers as people write them in tables. Only what can be meant in one way is one: "1,234" may be
// a thousand or one and a bit, so it stays text. Pure.
#pragma once

#include <QString>

#include <optional>

namespace app {

struct CellNumber {
    double value = 0;
    int decimals = 0; // as written
};

// Nothing for text, for what needs more digits than a double keeps, and for "007", which is a name.
std::optional<CellNumber> numberIn(const QString& text);

} // namespace app
