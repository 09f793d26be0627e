// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a phrase stands in what was read of a page. A pure function, any thread.
#pragma once

#include "app/reading/page_words.h"

namespace app {

// All places of the phrase, whole words with the signs around them that it has, in reading order:
// those with the fewest slips. Of every four letters and digits, one may be wrong. Where there are
// none, a phrase of five letters or more may stand within words, since reading misses spaces. Of a
// phrase of more than 120 letters, where it begins.
QVector<FoundText> findPhrase(const PageText& page, const QString& phrase);

} // namespace app
