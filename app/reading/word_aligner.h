// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the words of a row stand: matches the words of its text with the gaps in its ink. Pure
// function, any thread.
#pragma once

#include "app/reading/row_packer.h"

#include <QStringList>
#include <QVector>

namespace app {

// Columns [left, right) of TextLines::grey that a word covers.
struct WordSpan {
    int left = 0;
    int right = 0;
};

// One span per word, from left to right. Among all ways to put the spaces between words into gaps,
// the one in which words are as wide as their letters suggest and wide gaps are spaces. A row with
// too few gaps is divided by the letters alone.
QVector<WordSpan> alignWords(const PackedRow& row, const QStringList& words);

} // namespace app
