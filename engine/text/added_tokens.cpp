// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/added_tokens.h"

#include <algorithm>

namespace engine {

namespace {

// The tokens first … last − 1 share their first `depth` bytes; the range narrows to those whose
// next byte is the wanted one. A token that ends here sorts before all others.
template <typename Iterator>
std::pair<Iterator, Iterator> narrow(Iterator first, Iterator last, std::size_t depth,
                                     char wanted) {
    const auto byteOf = [depth](const AddedToken& token) {
        return token.text.size() > depth ? static_cast<unsigned char>(token.text[depth]) : -1;
    };
    const int byte = static_cast<unsigned char>(wanted);
    const auto begin = std::lower_bound(first, last, byte, [&](const AddedToken& token, int value) {
        return byteOf(token) < value;
    });
    const auto end = std::upper_bound(begin, last, byte, [&](int value, const AddedToken& token) {
        return value < byteOf(token);
    });
    return {begin, end};
}

} // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) {
    std::sort(tokens.begin(), tokens.end(),
              [](const AddedToken& a, const AddedToken& b) { return a.text < b.text; });
    for (AddedToken& token : tokens) {
        (token.normalized ? m_normalized : m_plain).push_back(std::move(token));
    }
}

const AddedToken* AddedTokens::longestAt(const Sorted& tokens, std::string_view text) {
    const AddedToken* longest = nullptr;
    auto range = std::pair(tokens.begin(), tokens.end());
    for (std::size_t depth = 0; depth < text.size() && range.first != range.second; ++depth) {
        range = narrow(range.first, range.second, depth, text[depth]);
        if (range.first != range.second && range.first->text.size() == depth + 1) {
            longest = &*range.first;
        }
    }
    return longest;
}

std::vector<AddedTokens::Part> AddedTokens::splitBy(const Sorted& tokens,
                                                    const std::vector<Part>& parts) {
    std::vector<Part> finer;
    for (const Part& part : parts) {
        if (part.token != nullptr) {
            finer.push_back(part);
            continue;
        }
        std::string_view rest = part.text;
        for (std::size_t at = 0; at < rest.size();) {
            const AddedToken* const token = longestAt(tokens, rest.substr(at));
            if (token == nullptr) {
                ++at;
                continue;
            }
            if (at > 0) {
                finer.push_back({rest.substr(0, at), nullptr});
            }
            finer.push_back({rest.substr(at, token->text.size()), token});
            rest.remove_prefix(at + token->text.size());
            at = 0;
        }
        if (!rest.empty()) {
            finer.push_back({rest, nullptr});
        }
    }
    return finer;
}

std::vector<AddedTokens::Part> AddedTokens::split(std::string_view text) const {
    return splitBy(m_normalized, splitBy(m_plain, {{text, nullptr}}));
}

const AddedToken* AddedTokens::find(std::string_view spelling) const {
    for (const Sorted* tokens : {&m_plain, &m_normalized}) {
        const AddedToken* const found = longestAt(*tokens, spelling);
        if (found != nullptr && found->text.size() == spelling.size()) {
            return found;
        }
    }
    return nullptr;
}

} // namespace engine
