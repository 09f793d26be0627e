// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a page of lines looks like as rows of cells: what stands beside each other is a row, rows
// that follow each other share columns where their cells stand below each other. Nothing of the
// text is left out: a line of prose is a row of one cell. Lines without places that are written as
// a Markdown table are one. Pure.
#pragma once

#include "app/exporting/read_document.h"

#include <QStringList>

namespace app {

// Without control characters; no row is empty.
QVector<QStringList> rowsOf(const ReadPage& page);

} // namespace app
