// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/conversation.h"

#include "engine/text/unicode.h"
#include "kernels/error.h"

#include <algorithm>
#include <utility>

namespace engine {

using kernels::Error;
using kernels::ErrorCode;

namespace {

using Kind = Piece::Kind;

struct Control {
    Kind kind;
    TokenId SpecialTokens::*id;
};

constexpr std::array<Control, 9> kControls = {{
    {Kind::Image, &SpecialTokens::image},
    {Kind::Ref, &SpecialTokens::ref},
    {Kind::RefEnd, &SpecialTokens::refEnd},
    {Kind::Det, &SpecialTokens::det},
    {Kind::DetEnd, &SpecialTokens::detEnd},
    {Kind::Grounding, &SpecialTokens::grounding},
    {Kind::User, &SpecialTokens::user},
    {Kind::Assistant, &SpecialTokens::assistant},
    {Kind::EndOfText, &SpecialTokens::eos},
}};

std::string_view spellingOf(const Control& control) {
    const auto found =
        std::find_if(kSpecialTokenTexts.begin(), kSpecialTokenTexts.end(),
                     [&](const SpecialTokenText& token) { return token.id == control.id; });
    return found->text;
}

// The control that text starts with, or null. No spelling is the start of another.
const Control* controlAt(std::string_view text) {
    if (text.empty() || text.front() != '<') {
        return nullptr;
    }
    const auto* const found =
        std::find_if(kControls.begin(), kControls.end(),
                     [&](const Control& control) { return text.starts_with(spellingOf(control)); });
    return found == kControls.end() ? nullptr : found;
}

TokenId idOf(Kind kind, const SpecialTokens& specials) {
    const auto* const found =
        std::find_if(kControls.begin(), kControls.end(),
                     [&](const Control& control) { return control.kind == kind; });
    return specials.*(found->id);
}

// As Python's str.strip(): white space and the four separators U+001C … U+001F.
bool isStripped(char32_t c) {
    return (categoriesOf(c) & kCategorySpace) != 0 || (c >= 0x1C && c <= 0x1F);
}

std::size_t leadingSpace(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = codePointAt(text, at);
        if (!isStripped(c.value)) {
            break;
        }
        at += c.bytes;
    }
    return at;
}

// Where the white space at the end of text starts.
std::size_t trailingSpace(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        at += c.bytes;
        end = isStripped(c.value) ? end : at;
    }
    return end;
}

bool isText(const Piece& piece) {
    return piece.kind == Kind::Text;
}

// Appends piece; text joins the text before it, because it is encoded as one.
void append(std::vector<Piece>& pieces, const Piece& piece) {
    if (isText(piece) && !pieces.empty() && isText(pieces.back())) {
        pieces.back().text += piece.text;
    } else {
        pieces.push_back(piece);
    }
}

// Valid text in as few pieces as possible, without white space around the whole.
std::vector<Piece> stripped(const std::vector<Piece>& message) {
    std::vector<Piece> pieces;
    for (const Piece& piece : message) {
        append(pieces, {piece.kind, validUtf8(piece.text)});
    }
    if (!pieces.empty() && isText(pieces.front())) {
        pieces.front().text.erase(0, leadingSpace(pieces.front().text));
    }
    if (!pieces.empty() && isText(pieces.back())) {
        pieces.back().text.resize(trailingSpace(pieces.back().text));
    }
    std::erase_if(pieces, [](const Piece& piece) { return isText(piece) && piece.text.empty(); });
    return pieces;
}

[[noreturn]] void refuse(const std::string& text) {
    throw Error(ErrorCode::BadRequest, "conversation: " + text);
}

class Encoder {
public:
    Encoder(const Tokenizer& tokenizer, std::span<const int> imageTokens)
        : m_tokenizer(tokenizer)
        , m_imageTokens(imageTokens)
        , m_prompt{{tokenizer.specials().bos}, {}} {}

    void addSystem(const Message& message) { encode(stripped(message.pieces)); }

    // One text with the tag of the answer that follows.
    void addUser(const Message& message) {
        const std::vector<Piece> content = stripped(message.pieces);
        std::vector<Piece> turn = {{Kind::User, {}}, {Kind::Text, ":"}};
        if (!content.empty()) {
            append(turn, {Kind::Text, " "});
            for (const Piece& piece : content) {
                append(turn, piece);
            }
            append(turn, {Kind::Text, "\n\n"});
        }
        turn.push_back({Kind::Assistant, {}});
        turn.push_back({Kind::Text, ":"});
        encode(turn);
    }

    void addAnswer(const Message& message) {
        if (!message.tokens.empty()) {
            m_prompt.ids.insert(m_prompt.ids.end(), message.tokens.begin(), message.tokens.end());
            return;
        }
        const std::vector<Piece> content = stripped(message.pieces);
        for (const Piece& piece : content) {
            if (piece.kind == Kind::Image) {
                refuse("an answer has an image");
            }
        }
        encode(content);
    }

    void endAnswer() { m_prompt.ids.push_back(m_tokenizer.specials().eos); }

    EncodedPrompt finish() {
        if (m_prompt.imagePositions.size() != m_imageTokens.size()) {
            refuse(std::to_string(m_imageTokens.size()) + " images are given, the messages name " +
                   std::to_string(m_prompt.imagePositions.size()));
        }
        return std::move(m_prompt);
    }

private:
    void encode(const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            if (isText(piece)) {
                const auto ids = m_tokenizer.encode(piece.text, SpecialText::AsData);
                m_prompt.ids.insert(m_prompt.ids.end(), ids.begin(), ids.end());
            } else if (piece.kind == Kind::Image) {
                addImage();
            } else {
                m_prompt.ids.push_back(idOf(piece.kind, m_tokenizer.specials()));
            }
        }
    }

    void addImage() {
        const std::size_t index = m_prompt.imagePositions.size();
        m_prompt.imagePositions.push_back(static_cast<int>(m_prompt.ids.size()));
        if (index < m_imageTokens.size()) {
            kernels::check(m_imageTokens[index] > 0, "an image has no tokens");
            m_prompt.ids.insert(m_prompt.ids.end(), static_cast<std::size_t>(m_imageTokens[index]),
                                m_tokenizer.specials().image);
        }
    }

    const Tokenizer& m_tokenizer;
    std::span<const int> m_imageTokens;
    EncodedPrompt m_prompt;
};

} // namespace

Message messageFromTagged(Role role, std::string_view content) {
    Message message{role, {}, {}};
    std::size_t textStart = 0;
    const auto endText = [&](std::size_t end) {
        if (end > textStart) {
            const std::string_view text = content.substr(textStart, end - textStart);
            message.pieces.push_back({Kind::Text, std::string(text)});
        }
    };
    for (std::size_t at = 0; at < content.size();) {
        const Control* const control = controlAt(content.substr(at));
        if (control == nullptr) {
            ++at;
            continue;
        }
        endText(at);
        message.pieces.push_back({control->kind, {}});
        at += spellingOf(*control).size();
        textStart = at;
    }
    endText(content.size());
    return message;
}

EncodedPrompt encodeConversation(const Tokenizer& tokenizer, std::span<const Message> messages,
                                 std::span<const int> imageTokens) {
    if (messages.empty() || messages.back().role == Role::System) {
        refuse("there is nothing to answer");
    }
    Encoder encoder(tokenizer, imageTokens);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const Message& message = messages[i];
        switch (message.role) {
        case Role::System:
            if (i > 0) {
                refuse("a system message comes after others");
            }
            encoder.addSystem(message);
            break;
        case Role::User:
            encoder.addUser(message);
            break;
        case Role::Assistant:
            encoder.addAnswer(message);
            if (i + 1 < messages.size()) {
                encoder.endAnswer();
            }
            break;
        }
    }
    return encoder.finish();
}

} // namespace engine
