// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/pre_tokenizer.h"

#include "engine/text/unicode.h"

namespace engine {

namespace {

// Cuts text before and after every match. An empty match cuts too, but not at the end of the match
// before it.
void splitAround(const Pattern& pattern, std::string_view text, StepBudget& budget,
                 std::vector<std::string_view>& pieces) {
    std::size_t cut = 0;
    const auto cutAt = [&](std::size_t at) {
        if (at > cut) {
            pieces.push_back(text.substr(cut, at - cut));
            cut = at;
        }
    };
    for (std::size_t from = 0; from < text.size();) {
        const std::optional<Span> match = pattern(text, from, budget);
        if (!match) {
            break;
        }
        cutAt(match->begin);
        cutAt(match->end);
        from = match->end;
        if (match->begin == match->end && from < text.size()) {
            from += codePointAt(text, from).bytes;
        }
    }
    cutAt(text.size());
}

} // namespace

PreTokenizer::PreTokenizer(const std::vector<std::string>& expressions,
                           const std::filesystem::path& file) {
    for (const std::string& expression : expressions) {
        const std::optional<Pattern> scanner = scannerPattern(expression);
        m_patterns.push_back(scanner ? *scanner : regexPattern(expression, file));
    }
}

std::vector<std::string_view> PreTokenizer::split(std::string_view text, StepBudget& budget) const {
    std::vector<std::string_view> pieces;
    if (!text.empty()) {
        pieces.push_back(text);
    }
    for (const Pattern& pattern : m_patterns) {
        std::vector<std::string_view> finer;
        finer.reserve(pieces.size());
        for (const std::string_view piece : pieces) {
            splitAround(pattern, piece, budget, finer);
        }
        pieces = std::move(finer);
    }
    return pieces;
}

} // namespace engine
