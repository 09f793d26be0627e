// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which rows of a packed column the lines of an answer belong to. A model that loses its place
// leaves rows out; without this, all that follows would stand one row too high. Pure; any thread.
#pragma once

#include <QVector>

namespace app {

// For each line its row: ascending, those whose widths go best with the lines' lengths. widths: of
// the rows, in any unit; lengths: characters of the lines. As many lines as rows, or more: line by
// line, and −1 for those that are left over.
QVector<int> rowsOfLines(const QVector<double>& widths, const QVector<int>& lengths);

} // namespace app
