// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Results in the library's database, and how it is kept within its size. Functions on a Database;
// whoever calls them holds the connection, and a transaction for those that write.
#pragma once

#include "app/library/database.h"
#include "app/library/records.h"

#include <optional>

namespace app {

void saveResult(Database& database, const ResultRecord& record);
std::optional<AnalysisResult> findResult(Database& database, const QByteArray& key);
qint64 lastUse(Database& database, const QByteArray& key);
void markUsed(Database& database, const QByteArray& key, const QDateTime& when);

// What a person has checked of the page.
std::optional<PageText> findCheckedText(Database& database, const QByteArray& document, int page);
// The page as it is known now: what a person has checked, else what was read last.
std::optional<PageText> findPageText(Database& database, const QByteArray& document, int page);
// Removes results that have not been used for longest until the database is smaller than that.
// Never a correction, never a conversation. Returns how many.
int shrink(Database& database, qint64 bytes);
// Of the pages that hold something.
qint64 usedBytes(Database& database);

} // namespace app
