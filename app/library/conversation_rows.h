// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conversations in the library's database. Functions on a Database; whoever calls them holds the
// connection, and a transaction for those that write.
#pragma once

#include "app/library/database.h"
#include "app/library/records.h"

#include <optional>

namespace app {

// Over what was there at its place.
void saveTurn(Database& database, const QByteArray& document, const QByteArray& conversation,
              const KeptTurn& turn);
// A turn that the user has removed.
void dropTurn(Database& database, const QByteArray& conversation, qint64 place);
// It stays in the library, but does not come back when the document is opened.
void putAway(Database& database, const QByteArray& conversation);

// The latest that is not put away.
std::optional<KeptConversation> latestConversation(Database& database, const QByteArray& document);
std::optional<KeptConversation> findConversation(Database& database, const QByteArray& name);

} // namespace app
