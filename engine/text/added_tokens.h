// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds added tokens in text by their spelling. Immutable, any thread. O(n · longest spelling).
#pragma once

#include "engine/text/tokenizer_file.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace engine {

class AddedTokens {
public:
    explicit AddedTokens(std::vector<AddedToken> tokens);

    // A run of text between added tokens, or one of them.
    struct Part {
        std::string_view text;
        const AddedToken* token = nullptr;
    };

    // The parts of text, in order; the longest token at the leftmost place wins. Tokens that are
    // flagged normalized are looked for only in what the others leave, as in the reference.
    std::vector<Part> split(std::string_view text) const;

    const AddedToken* find(std::string_view spelling) const;

private:
    using Sorted = std::vector<AddedToken>; // by spelling

    static const AddedToken* longestAt(const Sorted& tokens, std::string_view text);
    static std::vector<Part> splitBy(const Sorted& tokens, const std::vector<Part>& parts);

    Sorted m_plain;
    Sorted m_normalized;
};

} // namespace engine
