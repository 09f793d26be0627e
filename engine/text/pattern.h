// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The regular expressions of a tokenizer file's pre-tokenizer section, as functions that find a
// match. The published ones run as linear scanners; only others reach a regular-expression library
// (PCRE2, named in regex_pattern.cpp only), with a limit on their work. Immutable, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

struct Span { // bytes begin … end − 1
    std::size_t begin = 0;
    std::size_t end = 0;
};

// What regular expressions may still do to one text; scanners are linear and need none of it.
struct StepBudget {
    static constexpr std::int64_t kSteps = 100'000'000; // about a second
    std::int64_t left = kSteps;
};

// Finds the leftmost match in text (valid UTF-8) that starts at or after from, a character's start.
using Pattern =
    std::function<std::optional<Span>(std::string_view text, std::size_t from, StepBudget& budget)>;

// A linear scanner for the expression, when there is one: the words of the V3 vocabulary, white
// space at the end of a line, and runs of one class, \s?[class]+ or \p{N}{1,3}.
std::optional<Pattern> scannerPattern(std::string_view expression);

// Throws Unsupported when the library cannot compile the expression; the pattern throws it when
// the budget is spent. file: where the expression comes from, for the error.
Pattern regexPattern(const std::string& expression, const std::filesystem::path& file);

} // namespace engine
