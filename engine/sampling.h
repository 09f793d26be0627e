// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Choosing the next token from logits, and noticing that an answer loops. Plain objects of one
// session; one thread.
#pragma once

#include "engine/text/tokenizer.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace engine {

struct SamplingOptions {
    double temperature = 0.0; // 0: greedy, without penalty
    int topK = 50;            // 0: off
    double topP = 0.9;
    double repetitionPenalty = 1.1;
    std::uint64_t seed = 0;
};

// Order of the reference: penalty, temperature, top-k, top-p.
class Sampler {
public:
    explicit Sampler(const SamplingOptions& options);

    // logits (V); context: the ids that the penalty covers. Changes logits.
    TokenId next(std::span<float> logits, std::span<const TokenId> context);

private:
    SamplingOptions m_options;
    std::mt19937_64 m_random;
};

// Watches a growing answer for a tail that repeats one block over and over: at least minRepeats
// times and minTokens in all, for any period up to maxPeriod. Looks at O(maxPeriod) ids per token.
class RepetitionGuard {
public:
    static constexpr int kMaxPeriod = 256;
    static constexpr int kMinRepeats = 4;
    static constexpr int kMinTokens = 48;

    // Adds one id; true when the answer loops.
    bool push(TokenId id);

    // Tokens at the end that belong to the loop beyond its first occurrence.
    int surplus() const { return m_surplus; }

private:
    std::vector<TokenId> m_ids;
    std::vector<int> m_matches; // for each period p: how many last ids equal the one p before
    int m_surplus = 0;
};

} // namespace engine
