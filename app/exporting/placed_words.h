// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of a line, each at its place, also where the reading gives the place of the line only
// (a line that a person corrected): then its width is shared out by the number of characters. Pure.
#pragma once

#include "app/reading/page_text.h"

namespace app {

// Without control characters; words of which nothing is left are dropped. Boxes are null when the
// line has none.
QVector<ReadWord> placedWords(const ReadLine& line);

} // namespace app
