// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sheets: rows of cells, as files for programs that calculate. What a cell holds is data from
// documents and models and never a formula: CSV puts an apostrophe before what a program would take
// for one. The same sheets always give the same bytes. Pure; any thread.
#pragma once

#include "app/result.h"

#include <QByteArray>
#include <QStringList>
#include <QVector>

namespace app {

struct Sheet {
    QString name;              // of its tab
    QVector<QStringList> rows; // the first is the head
};

// UTF-8, cells in quotes where they need them, as RFC 4180 has it, but with LF alone. An empty line
// between two sheets.
QByteArray csvOf(const QVector<Sheet>& sheets);

// Numbers are numbers (cell_number.h), with their decimals; all else is text. TooLarge: more rows,
// columns or characters than the format has room for. WriteFailed: it is made in a temporary file.
Result<QByteArray> xlsxOf(const QVector<Sheet>& sheets);

} // namespace app
