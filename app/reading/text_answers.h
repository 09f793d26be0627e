// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers that stand in the text of a page, found in what was read of it: where a phrase stands,
// and what is written beside the name of a field. Reading makes slips, so that words need not be
// spelt exactly: of every four letters and digits of a phrase, and of every three of a name, one
// may be wrong. Pure functions, any thread.
#pragma once

#include "app/reading/page_text.h"

#include <optional>

namespace app {

// Words of a page that belong together.
struct FoundText {
    QString text;          // as read, words joined by spaces
    QVector<QRectF> boxes; // one for each line that they stand on
};

// All places of the phrase, whole words, in reading order: those with the fewest slips. Where there
// are none, a phrase of five letters or more may stand within words, since reading misses spaces.
// Of a phrase of more than 120 letters, where it begins.
QVector<FoundText> findPhrase(const PageText& page, const QString& phrase);

// The value of a field: what follows its name on the line ("Total: 45.20"), else the line to the
// right of the name, else the one below. Of a field that is a date, only the date; the page's first
// one where just a date is asked for and none is named. A total is the amount to pay, whatever it
// is called (payable_label.h).
std::optional<FoundText> findField(const PageText& page, const QString& field);

// "total" of "What is the total?", by a pattern "What is the {field}?"; the whole text, without a
// question mark, where it does not follow the pattern.
QString fieldAskedFor(const QString& question, const QString& pattern);

} // namespace app
