// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens files as Documents. The format is decided by content, the extension is only a hint. A file
// is read once; the document stands for those bytes, whatever happens to the file later. Any
// thread.
#pragma once

#include "app/documents/document.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace app {

constexpr qint64 kMaxFileBytes = 2'000'000'000;

Result<std::shared_ptr<const Document>> openDocument(const QString& path,
                                                     const QString& password = {});

// The same for bytes that came another way (standard input, the clipboard); name is for people.
Result<std::shared_ptr<const Document>> openDocument(const QByteArray& bytes, const QString& name,
                                                     const QString& password = {});

// Paths of all documents in a folder and below, in natural order (page 2 before page 10), links to
// folders not followed; judged by their first bytes. EmptyFolder when there is none.
Result<QStringList> documentsIn(const QString& folder);

} // namespace app
