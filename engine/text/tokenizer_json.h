// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The syntax of tokenizer.json: at most 64 MB, nested at most 64 deep, no key twice in an object.
// The two tables of the model, most of the file, become vectors without a detour through a
// document.
#pragma once

#include "engine/text/tokenizer_file.h"

#include <nlohmann/json.hpp>

namespace engine {

struct TokenizerJson {
    nlohmann::json document;                                 // without the two tables
    std::vector<std::pair<std::string, TokenId>> vocabulary; // model.vocab
    std::vector<std::pair<std::string, std::string>> merges; // model.merges, either notation
};

// Throws BadFile. Ids are non-negative and fit TokenId; nothing else is checked here.
TokenizerJson readTokenizerJson(const std::filesystem::path& path);

} // namespace engine
