// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The meaning of tokenizer.json: an untrusted file becomes plain tables in which every id exists
// and every merge holds, or one error. What the tables cannot express is refused by name. The text
// templates beside the file are not read: the conversation format is code.
#pragma once

#include "engine/text/special_tokens.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {

// Two neighbouring tokens that become one. Its place in the list is its rank.
struct Merge {
    TokenId left = 0;
    TokenId right = 0;
    TokenId result = 0;
};

// A token that is found in text by its spelling, before anything else.
struct AddedToken {
    std::string text;
    TokenId id = 0;
    bool special = false;    // dropped when text is decoded without special tokens
    bool normalized = false; // looked for after those that are not
};

struct TokenizerFile {
    std::filesystem::path path;
    std::vector<std::string> tokens;     // the bytes of each id; empty for an id that is not used
    std::array<TokenId, 256> bytes = {}; // the token of each single byte
    std::vector<Merge> merges;
    std::vector<AddedToken> addedTokens;
    std::vector<std::string> expressions; // of the pre-tokenizer's splits, in order
};

// Throws BadFile for what is damaged, Unsupported for a tokenizer of another kind. Tokens of the
// model's formats that the file lacks are appended as the published processor does.
TokenizerFile readTokenizerFile(const std::filesystem::path& path);

} // namespace engine
