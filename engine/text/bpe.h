// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Byte-pair merging: the bytes of a piece become tokens, the pair of the lowest rank first and the
// leftmost of those. Immutable after construction, any thread. O(n log n), no recursion.
#pragma once

#include "engine/text/special_tokens.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace engine {

struct Merge;

// Finds a merge by its pair: the merges of each left token stand together, sorted by the right one.
class MergeTable {
public:
    struct Entry {
        TokenId right = 0;
        std::int32_t rank = 0;
        TokenId result = 0;
    };

    // Of two merges of the same pair the later one counts, as in the reference.
    explicit MergeTable(const std::vector<Merge>& merges);

    // Null when the pair does not merge.
    const Entry* find(TokenId left, TokenId right) const;

private:
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_first; // of each left token; one more for the end
};

class Bpe {
public:
    // bytes: the token of each single byte. Every id is checked by readTokenizerFile().
    Bpe(const std::array<TokenId, 256>& bytes, const std::vector<Merge>& merges);

    // Appends the tokens of piece to ids.
    void encode(std::string_view piece, std::vector<TokenId>& ids) const;

private:
    std::array<TokenId, 256> m_bytes;
    MergeTable m_merges;
};

} // namespace engine
