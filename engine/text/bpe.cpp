// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/bpe.h"

#include "engine/text/tokenizer_file.h"
#include "kernels/error.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace engine {

namespace {

using Index = std::uint32_t;
constexpr Index kNone = ~Index{0};

// Places that wait for the same merge, smallest first. Most arrive in ascending order and cost
// nothing to sort; only the others go through a heap. A long run of one character, which puts
// millions of places under one rank, is thus merged in one linear pass per rank.
class Places {
public:
    void add(Index place) {
        if (m_ascending.empty() || place > m_ascending.back()) {
            m_ascending.push_back(place);
        } else {
            m_others.push(place);
        }
    }

    bool empty() const { return m_next == m_ascending.size() && m_others.empty(); }

    Index take() {
        const bool fromOthers = m_next == m_ascending.size() ||
                                (!m_others.empty() && m_others.top() < m_ascending[m_next]);
        if (!fromOthers) {
            return m_ascending[m_next++];
        }
        const Index place = m_others.top();
        m_others.pop();
        return place;
    }

private:
    std::vector<Index> m_ascending;
    std::size_t m_next = 0;
    std::priority_queue<Index, std::vector<Index>, std::greater<>> m_others;
};

// The tokens of one piece as a linked list over the places of its bytes.
class Piece {
public:
    Piece(std::string_view bytes, const std::array<TokenId, 256>& tokens, const MergeTable& merges)
        : m_merges(merges)
        , m_symbols(bytes.size()) {
        for (Index i = 0; i < m_symbols.size(); ++i) {
            const TokenId token = tokens[static_cast<unsigned char>(bytes[i])];
            m_symbols[i] = {token, i == 0 ? kNone : i - 1, i + 1};
        }
        m_symbols.back().next = kNone;
        for (Index i = 0; i + 1 < m_symbols.size(); ++i) {
            expect(i);
        }
    }

    void merge() {
        while (!m_waiting.empty()) {
            const auto lowest = m_waiting.begin();
            const int rank = lowest->first;
            const Index left = lowest->second.take();
            if (lowest->second.empty()) {
                m_waiting.erase(lowest);
            }
            mergeAt(left, rank);
        }
    }

    void appendTo(std::vector<TokenId>& ids) const {
        for (Index i = 0; i != kNone; i = m_symbols[i].next) {
            ids.push_back(m_symbols[i].token);
        }
    }

private:
    struct Symbol {
        TokenId token = 0; // -1: has become part of the one before
        Index previous = kNone;
        Index next = kNone;
    };

    // Queues the pair that starts at left, if it merges.
    void expect(Index left) {
        const Index right = m_symbols[left].next;
        const auto* const entry = m_merges.find(m_symbols[left].token, m_symbols[right].token);
        if (entry != nullptr) {
            m_waiting[entry->rank].add(left);
        }
    }

    // Does nothing when an earlier merge has changed the pair that waited here.
    void mergeAt(Index left, int rank) {
        Symbol& symbol = m_symbols[left];
        if (symbol.token < 0 || symbol.next == kNone) {
            return;
        }
        Symbol& right = m_symbols[symbol.next];
        const auto* const entry = m_merges.find(symbol.token, right.token);
        if (entry == nullptr || entry->rank != rank) {
            return;
        }
        symbol.token = entry->result;
        symbol.next = std::exchange(right.next, kNone);
        right.token = -1;
        if (symbol.next != kNone) {
            m_symbols[symbol.next].previous = left;
            expect(left);
        }
        if (symbol.previous != kNone) {
            expect(symbol.previous);
        }
    }

    const MergeTable& m_merges;
    std::vector<Symbol> m_symbols;
    std::map<int, Places> m_waiting; // by rank
};

} // namespace

MergeTable::MergeTable(const std::vector<Merge>& merges) {
    std::vector<std::uint32_t> order(merges.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(merges[a].left, merges[a].right, b) <
               std::tuple(merges[b].left, merges[b].right, a);
    });
    m_entries.reserve(merges.size());
    for (const std::uint32_t rank : order) {
        const Merge& merge = merges[rank];
        m_first.resize(static_cast<std::size_t>(merge.left) + 1,
                       static_cast<std::uint32_t>(m_entries.size()));
        m_entries.push_back({merge.right, static_cast<std::int32_t>(rank), merge.result});
    }
    m_first.push_back(static_cast<std::uint32_t>(m_entries.size()));
}

const MergeTable::Entry* MergeTable::find(TokenId left, TokenId right) const {
    const auto index = static_cast<std::size_t>(left);
    if (index + 1 >= m_first.size()) {
        return nullptr;
    }
    const Entry* const end = m_entries.data() + m_first[index + 1];
    const Entry* const found =
        std::lower_bound(m_entries.data() + m_first[index], end, right,
                         [](const Entry& entry, TokenId wanted) { return entry.right < wanted; });
    return found != end && found->right == right ? found : nullptr;
}

Bpe::Bpe(const std::array<TokenId, 256>& bytes, const std::vector<Merge>& merges)
    : m_bytes(bytes)
    , m_merges(merges) {}

void Bpe::encode(std::string_view piece, std::vector<TokenId>& ids) const {
    kernels::check(piece.size() < kNone, "a piece of text is too long");
    if (piece.empty()) {
        return;
    }
    Piece symbols(piece, m_bytes, m_merges);
    symbols.merge();
    symbols.appendTo(ids);
}

} // namespace engine
