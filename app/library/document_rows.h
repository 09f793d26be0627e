// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents and their pages in the library's database. Functions on a
// Database; whoever calls them holds the connection, and a transaction for those that write.
#pragma once

#include "app/library/database.h"
#include "app/library/records.h"

#include <optional>

namespace app {

// Made if it is not known yet.
qint64 documentRow(Database& database, const QByteArray& hash);
void saveDocument(Database& database, const DocumentRecord& document);
std::optional<DocumentRecord> findDocument(Database& database, const QByteArray& hash);
// The latest first.
QVector<DocumentRecord> recentDocuments(Database& database, int most);

void savePicture(Database& database, const PageOrigin& origin, const KnownPicture& picture);
KnownPicture findPicture(Database& database, const PageOrigin& origin);

qint64 toStoredTime(const QDateTime& time);
QDateTime fromStoredTime(qint64 time);

} // namespace app
