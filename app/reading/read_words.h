// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was read of a page as the words of a text layer (app/documents/text_layer.h). A pure
// function, any thread.
#pragma once

#include "app/documents/document.h"
#include "app/reading/page_text.h"

namespace app {

QVector<TextWord> wordsOf(const PageText& page);

} // namespace app
