// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Code points of UTF-8 text and the general categories that pre-tokenizer patterns ask for. The
// tables are generated (make_unicode_tables.py). Pure functions, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace engine {

// A set of these bits describes a code point.
using Categories = std::uint8_t;
constexpr Categories kCategoryLetter = 1;      // \p{L}
constexpr Categories kCategoryMark = 2;        // \p{M}
constexpr Categories kCategoryNumber = 4;      // \p{N}
constexpr Categories kCategoryPunctuation = 8; // \p{P}
constexpr Categories kCategorySymbol = 16;     // \p{S}
constexpr Categories kCategorySpace = 32;      // \s

// "From this code point on, these categories": code point << 8 | Categories, ascending.
extern const std::span<const std::uint32_t> kCategoryChanges;

Categories categoriesOf(char32_t codePoint);

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

// The code point that starts at text[at]; text must be valid UTF-8 and at inside it.
CodePoint codePointAt(std::string_view text, std::size_t at);

void appendUtf8(std::string& out, char32_t codePoint);

// What stands at the start of bytes that need not be valid. Length is that of the character, or of
// what one U+FFFD replaces (the longest start of a character), or of the unfinished rest.
struct Utf8Unit {
    enum class Kind { Character, Invalid, Unfinished };
    Kind kind = Kind::Invalid;
    std::size_t bytes = 0;
};

Utf8Unit utf8UnitAt(std::string_view text, std::size_t at);

} // namespace engine
