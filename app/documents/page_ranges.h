// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// "1-3,7" as a list of pages. Pure.
#pragma once

#include "app/result.h"

#include <QVector>

namespace app {

// Indices from 0, in the order given; "5-" goes on to the last page; empty text: all pages.
// BadArguments for anything else and for pages that the document does not have.
Result<QVector<int>> parsePages(const QString& text, int pageCount);

} // namespace app
