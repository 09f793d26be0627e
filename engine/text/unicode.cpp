// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/unicode.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr char32_t kExpanded = 0x10000; // code points below are looked up directly

Categories search(char32_t codePoint) {
    const std::uint32_t key = (static_cast<std::uint32_t>(codePoint) << 8) | 0xFF;
    const auto next = std::upper_bound(kCategoryChanges.begin(), kCategoryChanges.end(), key);
    return static_cast<Categories>(*std::prev(next) & 0xFF);
}

std::array<Categories, kExpanded> expandTable() {
    std::array<Categories, kExpanded> table = {};
    for (std::size_t i = 0; i < kCategoryChanges.size(); ++i) {
        const std::size_t first = kCategoryChanges[i] >> 8;
        const std::size_t next =
            i + 1 < kCategoryChanges.size() ? kCategoryChanges[i + 1] >> 8 : table.size();
        const auto categories = static_cast<Categories>(kCategoryChanges[i] & 0xFF);
        std::fill(table.begin() + std::min(first, table.size()),
                  table.begin() + std::min(next, table.size()), categories);
    }
    return table;
}

unsigned char byteAt(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// The bytes that a character with this first byte has, and the bounds of its second byte, which
// rule out overlong forms, surrogates and values above U+10FFFF. bytes 0: no character starts so.
struct Lead {
    std::size_t bytes = 0;
    unsigned char secondFirst = 0x80;
    unsigned char secondLast = 0xBF;
};

Lead leadOf(unsigned char first) {
    if (first < 0x80) {
        return {1};
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return {2};
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return {3, static_cast<unsigned char>(first == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(first == 0xED ? 0x9F : 0xBF)};
    }
    if (first >= 0xF0 && first <= 0xF4) {
        return {4, static_cast<unsigned char>(first == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(first == 0xF4 ? 0x8F : 0xBF)};
    }
    return {};
}

} // namespace

Categories categoriesOf(char32_t codePoint) {
    static const std::array<Categories, kExpanded> table = expandTable();
    return codePoint < kExpanded ? table[codePoint] : search(codePoint);
}

CodePoint codePointAt(std::string_view text, std::size_t at) {
    const unsigned char first = byteAt(text, at);
    const auto tail = [&](std::size_t i) {
        return byteAt(text, at + i) & 0x3Fu;
    };
    if (first < 0x80) {
        return {first, 1};
    }
    if (first < 0xE0) {
        return {(first & 0x1Fu) << 6 | tail(1), 2};
    }
    if (first < 0xF0) {
        return {(first & 0x0Fu) << 12 | tail(1) << 6 | tail(2), 3};
    }
    return {(first & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

void appendUtf8(std::string& out, char32_t codePoint) {
    const auto put = [&](char32_t byte) {
        out += static_cast<char>(byte);
    };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | codePoint >> 6);
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | codePoint >> 12);
        put(0x80 | (codePoint >> 6 & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | codePoint >> 18);
        put(0x80 | (codePoint >> 12 & 0x3F));
        put(0x80 | (codePoint >> 6 & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
}

Utf8Unit utf8UnitAt(std::string_view text, std::size_t at) {
    const Lead lead = leadOf(byteAt(text, at));
    if (lead.bytes == 0) {
        return {Utf8Unit::Kind::Invalid, 1};
    }
    for (std::size_t i = 1; i < lead.bytes; ++i) {
        if (at + i == text.size()) {
            return {Utf8Unit::Kind::Unfinished, i};
        }
        const unsigned char byte = byteAt(text, at + i);
        const unsigned char least = i == 1 ? lead.secondFirst : 0x80;
        const unsigned char most = i == 1 ? lead.secondLast : 0xBF;
        if (byte < least || byte > most) {
            return {Utf8Unit::Kind::Invalid, i};
        }
    }
    return {Utf8Unit::Kind::Character, lead.bytes};
}

} // namespace engine
