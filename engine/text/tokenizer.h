// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tokenizer: the byte-level BPE of a checkpoint's tokenizer.json. The file is untrusted: sizes, ids
// and merges are checked, its pre-tokenizer patterns run as built-in linear scanners when they are
// the known ones and through PCRE2 with a work limit otherwise. Immutable after construction,
// usable from any thread.
#pragma once

#include "engine/text/special_tokens.h"
#include "engine/text/utf8_stream.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

// What strings like "<image>" inside a text are: plain characters (user and document text), or the
// tokens they spell (the reference's behaviour).
enum class SpecialText { AsData, AsTokens };

class Tokenizer {
public:
    // folder: a checkpoint folder with tokenizer.json. Throws BadFile or Unsupported.
    explicit Tokenizer(const std::filesystem::path& folder);
    ~Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;

    // No BOS or EOS is added. Invalid UTF-8 in text is read as U+FFFD. O(n log n) with the built-in
    // scanners; throws Unsupported when another pattern takes too many steps on this text.
    std::vector<TokenId> encode(std::string_view text, SpecialText specials) const;

    // Valid UTF-8; bytes that are not become U+FFFD, ids of no token nothing. Drop leaves out the
    // tokens that are flagged special.
    enum class Specials { Keep, Drop };
    std::string decode(std::span<const TokenId> ids, Specials specials) const;
    // The raw bytes of one token, which may be part of a character; special tokens give their text,
    // ids of no token nothing.
    std::string_view bytes(TokenId id) const;

    const SpecialTokens& specials() const;
    std::size_t size() const; // ids that exist: 0 … size − 1, gaps possible
    // The id of an added token.
    std::optional<TokenId> find(std::string_view token) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace engine
