// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tokens that the model's formats are made of. Files differ in their ids, so they are found by
// their text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace engine {

using TokenId = std::int32_t;

struct SpecialTokens {
    TokenId bos = -1;
    TokenId eos = -1;
    TokenId pad = -1;
    TokenId image = -1;
    TokenId ref = -1;
    TokenId refEnd = -1;
    TokenId det = -1;
    TokenId detEnd = -1;
    TokenId grounding = -1;
    TokenId user = -1;
    TokenId assistant = -1;
};

struct SpecialTokenText {
    TokenId SpecialTokens::*id;
    std::string_view text;
};

// In the order in which the published processor appends those that a file lacks. The bars of the
// first three are full width, and their blanks are U+2581.
constexpr std::array<SpecialTokenText, 11> kSpecialTokenTexts = {{
    {&SpecialTokens::bos, "<｜begin▁of▁sentence｜>"},
    {&SpecialTokens::eos, "<｜end▁of▁sentence｜>"},
    {&SpecialTokens::pad, "<｜▁pad▁｜>"},
    {&SpecialTokens::image, "<image>"},
    {&SpecialTokens::ref, "<|ref|>"},
    {&SpecialTokens::refEnd, "<|/ref|>"},
    {&SpecialTokens::det, "<|det|>"},
    {&SpecialTokens::detEnd, "<|/det|>"},
    {&SpecialTokens::grounding, "<|grounding|>"},
    {&SpecialTokens::user, "<|User|>"},
    {&SpecialTokens::assistant, "<|Assistant|>"},
}};

} // namespace engine
