// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search finds: the text of pages, titles and turns, with the two indexes over it in step.
// Functions on a Database; whoever calls them holds the connection and a transaction.
#pragma once

#include "app/library/database.h"

namespace app {

constexpr int kTitlePage = -1; // stands for the document's title

// Over what was there; empty: nothing any more.
void savePassage(Database& database, qint64 document, int page, const QString& text);
void saveTurnPassage(Database& database, qint64 document, int page, qint64 turn,
                     const QString& text);
void removePassage(Database& database, qint64 id);
// Makes the indexes anew from the passages.
void rebuildSearch(Database& database);
// Whether the indexes say what the passages say; they are made anew when they do not.
void restoreSearch(Database& database);

} // namespace app
