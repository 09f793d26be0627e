// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The conversation format of the model: messages in, token ids out. Text of users and documents is
// data; only the pieces below ever become control tokens. Pure functions, usable from any thread.
// processing_deepseek_vl_v2.py: tokenize_with_images; conversation.py: template "deepseek"
#pragma once

#include "engine/text/tokenizer.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class Role { System, User, Assistant };

// A run of a message: plain text, or one control token that the program (never the text) asks for.
struct Piece {
    enum class Kind {
        Text,
        Image,
        Ref,
        RefEnd,
        Det,
        DetEnd,
        Grounding,
        User,
        Assistant,
        EndOfText
    };
    Kind kind = Kind::Text;
    std::string text; // Kind::Text only
};

struct Message {
    Role role = Role::User;
    std::vector<Piece> pieces;
    // For an answer that was generated: its ids, without EOS. They are used instead of the pieces,
    // so that the next turn finds the cache it left.
    std::vector<TokenId> tokens;
};

// "<image>", "<|ref|>", … in content become pieces, as in the reference's conversations. Only for
// content that the program wrote: in text of users and documents such strings are data.
Message messageFromTagged(Role role, std::string_view content);

struct EncodedPrompt {
    std::vector<TokenId> ids;        // image ids repeated imageTokens times each
    std::vector<int> imagePositions; // index of the first id of every picture, in order
};

// Ids of a whole conversation, ready for the answer: BOS · turns · "<|Assistant|>:". White space
// around a message is not encoded. An answer at the end that is not empty will be continued: it has
// no EOS. The k-th image piece takes imageTokens[k] ids. Throws BadRequest when the numbers of
// pieces and pictures differ, for an image in an answer, for a system message that is not the
// first, and when there is nothing to answer.
EncodedPrompt encodeConversation(const Tokenizer& tokenizer, std::span<const Message> messages,
                                 std::span<const int> imageTokens);

} // namespace engine
