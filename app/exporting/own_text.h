// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text that a page of a file has already, as if it had been read: lines where the file ends
// them, blocks where the next line begins far away. Any thread; a few milliseconds.
#pragma once

#include "app/exporting/read_document.h"

namespace app {

// Without lines when the page has no text of its own.
ReadPage ownText(const Document& document, int page);

} // namespace app
