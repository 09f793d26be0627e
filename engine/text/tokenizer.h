// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tokenizer: the byte-level BPE of a checkpoint's tokenizer.json. The file is untrusted: sizes, ids
// and merges are checked, its pre-tokenizer patterns run as built-in linear scanners when they are
// the known ones and through PCRE2 with match limits otherwise. Immutable after construction,
// usable from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

using TokenId = std::int32_t;

// The tokens that the model's formats are made of, found by their text; ones that the file lacks
// are appended in this order, as the published processor does.
struct SpecialTokens {
    TokenId bos = -1;       // <｜begin▁of▁sentence｜>
    TokenId eos = -1;       // <｜end▁of▁sentence｜>
    TokenId pad = -1;       // <｜▁pad▁｜>
    TokenId image = -1;     // <image>
    TokenId ref = -1;       // <|ref|>
    TokenId refEnd = -1;    // <|/ref|>
    TokenId det = -1;       // <|det|>
    TokenId detEnd = -1;    // <|/det|>
    TokenId grounding = -1; // <|grounding|>
    TokenId user = -1;      // <|User|>
    TokenId assistant = -1; // <|Assistant|>
};

// What strings like "<image>" inside a text are: plain characters (user and document text), or the
// tokens they spell (the reference's behaviour).
enum class SpecialText { AsData, AsTokens };

// Streaming decoder state: bytes of an unfinished UTF-8 character.
class Tokenizer {
public:
    // folder: a checkpoint folder with tokenizer.json. Throws BadFile or Unsupported.
    explicit Tokenizer(const std::filesystem::path& folder);
    ~Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;

    // No BOS or EOS is added. Invalid UTF-8 in text is read as U+FFFD. O(n log n).
    std::vector<TokenId> encode(std::string_view text, SpecialText specials) const;

    // Valid UTF-8; bytes that are not become U+FFFD. keepSpecials false drops tokens flagged
    // special.
    enum class Specials { Keep, Drop };
    std::string decode(std::span<const TokenId> ids, Specials specials) const;
    // The raw bytes of one token, which may be part of a character; special tokens give their text.
    std::string_view bytes(TokenId id) const;

    const SpecialTokens& specials() const;
    std::size_t size() const; // ids that exist: 0 … size − 1, gaps possible
    std::optional<TokenId> find(std::string_view token) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Turns a stream of token bytes into whole UTF-8 characters as early as possible.
class Utf8Stream {
public:
    // Complete characters so far; an invalid byte becomes U+FFFD.
    std::string push(std::string_view bytes);
    // What is left, an unfinished character as U+FFFD.
    std::string finish();

private:
    std::string m_pending;
};

} // namespace engine
