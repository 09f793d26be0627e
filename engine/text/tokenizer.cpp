// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/tokenizer.h"

#include "engine/text/added_tokens.h"
#include "engine/text/bpe.h"
#include "engine/text/pre_tokenizer.h"
#include "engine/text/tokenizer_file.h"

namespace engine {

struct Tokenizer::Impl {
    explicit Impl(TokenizerFile file)
        : tokens(std::move(file.tokens))
        , added(file.addedTokens)
        , preTokenizer(file.expressions, file.path)
        , bpe(file.bytes, file.merges)
        , isSpecial(tokens.size()) {
        for (const AddedToken& token : file.addedTokens) {
            isSpecial[static_cast<std::size_t>(token.id)] = token.special;
        }
        for (const auto& [member, text] : kSpecialTokenTexts) {
            specials.*member = added.find(text)->id;
        }
    }

    bool exists(TokenId id) const {
        return id >= 0 && static_cast<std::size_t>(id) < tokens.size();
    }

    void encodeData(std::string_view text, StepBudget& budget, std::vector<TokenId>& ids) const {
        for (const std::string_view piece : preTokenizer.split(text, budget)) {
            bpe.encode(piece, ids);
        }
    }

    std::vector<std::string> tokens; // bytes of each id
    AddedTokens added;
    PreTokenizer preTokenizer;
    Bpe bpe;
    std::vector<bool> isSpecial; // of each id
    SpecialTokens specials;
};

Tokenizer::Tokenizer(const std::filesystem::path& folder)
    : m_impl(std::make_unique<Impl>(readTokenizerFile(folder / "tokenizer.json"))) {}

Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

std::vector<TokenId> Tokenizer::encode(std::string_view text, SpecialText specials) const {
    const std::string valid = validUtf8(text);
    std::vector<TokenId> ids;
    StepBudget budget;
    if (specials == SpecialText::AsData) {
        m_impl->encodeData(valid, budget, ids);
        return ids;
    }
    for (const AddedTokens::Part& part : m_impl->added.split(valid)) {
        if (part.token != nullptr) {
            ids.push_back(part.token->id);
        } else {
            m_impl->encodeData(part.text, budget, ids);
        }
    }
    return ids;
}

std::string Tokenizer::decode(std::span<const TokenId> ids, Specials specials) const {
    std::string joined;
    for (const TokenId id : ids) {
        const bool isDropped = specials == Specials::Drop && m_impl->exists(id) &&
                               m_impl->isSpecial[static_cast<std::size_t>(id)];
        if (!isDropped) {
            joined += bytes(id);
        }
    }
    return validUtf8(joined);
}

std::string_view Tokenizer::bytes(TokenId id) const {
    return m_impl->exists(id) ? m_impl->tokens[static_cast<std::size_t>(id)] : std::string_view();
}

const SpecialTokens& Tokenizer::specials() const {
    return m_impl->specials;
}

std::size_t Tokenizer::size() const {
    return m_impl->tokens.size();
}

std::optional<TokenId> Tokenizer::find(std::string_view token) const {
    const AddedToken* const found = m_impl->added.find(token);
    return found == nullptr ? std::nullopt : std::optional(found->id);
}

} // namespace engine
