// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text that a page of a document has of its own, as if it had been read: lines of words with
// their places; lines with room between them are blocks. Any thread; takes the document's time.
#pragma once

#include "app/documents/document.h"
#include "app/reading/page_text.h"

namespace app {

PageText ownText(const Document& document, int page);

} // namespace app
