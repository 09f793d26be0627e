// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AskedDocument: a document and what was asked about it. A value; the document behind it is shared
// and does not change.
#pragma once

#include "app/documents/document.h"
#include "app/library/records.h"

#include <memory>

namespace app {

struct AskedDocument {
    QString name; // of the file, for people
    std::shared_ptr<const Document> document;
    QVector<KeptTurn> turns;
};

} // namespace app
