// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a text stands in a page's text layer. Any space matches a space or the end of a line, a
// word that is hyphenated at the end of a line is found whole, ligatures and full-width letters
// match what people type. A pure function, any thread.
#pragma once

#include "app/documents/text_layer.h"

namespace app {

struct SearchQuery {
    QString text;
    bool matchCase = false;
    bool wholeWords = false;

    bool operator==(const SearchQuery&) const = default;
};

// In order, without overlaps; at most `most`.
QVector<TextRange> findIn(const TextLayer& layer, const SearchQuery& query, int most);

} // namespace app
