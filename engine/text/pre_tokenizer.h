// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pre_tokenizer section of a tokenizer file: cuts text into the pieces that byte pairs are
// merged in. Immutable, any thread.
#pragma once

#include "engine/text/pattern.h"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

class PreTokenizer {
public:
    // The expressions of the section's splits, in order: each cuts every piece that the one before
    // left, around its matches. Throws Unsupported for an expression that cannot be run; file says
    // where it stands.
    PreTokenizer(const std::vector<std::string>& expressions, const std::filesystem::path& file);

    // The pieces of text (valid UTF-8), in order, none empty; together they are the text.
    std::vector<std::string_view> split(std::string_view text, StepBudget& budget) const;

private:
    std::vector<Pattern> m_patterns;
};

} // namespace engine
