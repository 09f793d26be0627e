// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is written beside the name of a field, in what was read of a page. Pure functions, any
// thread.
#pragma once

#include "app/reading/page_words.h"

#include <optional>

namespace app {

// The value of a field: what follows its name on the line ("Total: 45.20"), else the line to the
// right of the name, else the one below, each with what goes on no further than a wide space away.
// Of every three letters and digits of the name, one may be wrong. Of a field that is a date, only
// the date; the page's first one where just a date is asked for and none is named. A total is the
// amount to pay, whatever it is called (payable_label.h).
std::optional<FoundText> findField(const PageText& page, const QString& field);

// "total" of "What is the total?", by a pattern "What is the {field}?"; the whole text, without a
// question mark, where it does not follow the pattern.
QString fieldAskedFor(const QString& question, const QString& pattern);

} // namespace app
