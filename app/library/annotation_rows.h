// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person made of documents, in the library's database: checked text and boxes. It is never
// evicted. Functions on a Database; whoever calls them holds the connection, and a transaction for
// those that write.
#pragma once

#include "app/annotating/box.h"
#include "app/annotating/proof_page.h"
#include "app/library/database.h"

#include <QMap>

namespace app {

// Without a checked line it is removed: the page is what was read of it.
void saveProof(Database& database, const QByteArray& document, int page, const ProofPage& proof);
// By page, also of pages that were only read.
QMap<int, ProofPage> findProofs(Database& database, const QByteArray& document);

void saveBoxes(Database& database, const QByteArray& document, const QVector<Box>& boxes);
QVector<Box> findBoxes(Database& database, const QByteArray& document);

} // namespace app
