// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Choosing the next token from logits, and noticing that an answer loops. Plain objects of one
// session; one thread.
#pragma once

#include "engine/text/special_tokens.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace engine {

struct SamplingOptions {
    double temperature = 0.0; // 0: greedy, without penalty
    int topK = 50;            // 0: off
    double topP = 0.9;        // 1: off
    double repetitionPenalty = 1.1;
    std::uint64_t seed = 0;
};

// Order of the reference: penalty, temperature, top-k, top-p. The same seed, logits and contexts
// give the same tokens.
class Sampler {
public:
    explicit Sampler(const SamplingOptions& options);

    // logits (V); context: the ids that the penalty covers. Changes logits.
    TokenId next(std::span<float> logits, std::span<const TokenId> context);

private:
    // A token that may be drawn, and its weight (a probability, not normalised).
    struct Candidate {
        TokenId id = 0;
        float logit = 0;
        double weight = 0;
    };

    void penalise(std::span<float> logits, std::span<const TokenId> context) const;
    std::vector<Candidate> topK(std::span<const float> logits) const;
    void weigh(std::vector<Candidate>& candidates) const;
    void keepTopP(std::vector<Candidate>& candidates) const;
    TokenId draw(const std::vector<Candidate>& candidates);

    SamplingOptions m_options;
    std::mt19937_64 m_random;
};

// Watches a growing answer for a tail that is one block of at most kMaxPeriod ids, over and over.
//
// Real pages repeat themselves too: a leader of dots or a row of zeros fills a printed line (some
// hundred tokens of period 1 or 2), an empty ruled table has row after row of separators, a form
// has the same row twice. So a short block must go on for kMinTokens, more than a line or a dozen
// empty rows hold, and a long one must come kMinRepeats times. A real loop never ends by itself and
// loses little by the wait: at most kMinRepeats · kMaxPeriod tokens of thousands.
//
// Looks at kMaxPeriod ids per token.
class RepetitionGuard {
public:
    static constexpr int kMaxPeriod = 256;
    static constexpr int kMinRepeats = 4;
    static constexpr int kMinTokens = 128;

    // Adds one id; true when the answer loops.
    bool push(TokenId id);

    // Tokens at the end that belong to the loop beyond its first occurrence; 0 when there is none.
    int surplus() const { return m_surplus; }

private:
    std::vector<TokenId> m_ids;
    // For each period p: how many of the last ids equal the one p places before.
    std::array<int, kMaxPeriod + 1> m_matches = {};
    int m_surplus = 0;
};

} // namespace engine
