// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling.h"

#include "kernels/error.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

bool isNotANumber(float value) {
    return std::isnan(value);
}

TokenId likeliest(std::span<const float> logits) {
    const auto best = std::max_element(logits.begin(), logits.end());
    return static_cast<TokenId>(best - logits.begin());
}

// Uniform in [0, 1), the same on every platform, which the standard distributions are not.
double uniform(std::mt19937_64& random) {
    return std::ldexp(static_cast<double>(random() >> 11), -53);
}

} // namespace

Sampler::Sampler(const SamplingOptions& options)
    : m_options(options)
    , m_random(options.seed) {}

TokenId Sampler::next(std::span<float> logits, std::span<const TokenId> context) {
    kernels::check(!logits.empty() && std::none_of(logits.begin(), logits.end(), isNotANumber),
                   "the logits are not numbers");
    if (m_options.temperature <= 0) {
        return likeliest(logits);
    }
    penalise(logits, context);
    std::vector<Candidate> candidates = topK(logits);
    weigh(candidates);
    keepTopP(candidates);
    return draw(candidates);
}

// Once for each id that occurs, however often it does.
void Sampler::penalise(std::span<float> logits, std::span<const TokenId> context) const {
    std::vector<TokenId> ids(context.begin(), context.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    kernels::check(ids.empty() ||
                       (ids.front() >= 0 && static_cast<std::size_t>(ids.back()) < logits.size()),
                   "the context has ids without logits");
    const auto penalty = static_cast<float>(m_options.repetitionPenalty);
    for (const TokenId id : ids) {
        float& logit = logits[static_cast<std::size_t>(id)];
        logit = logit > 0 ? logit / penalty : logit * penalty;
    }
}

// The k largest logits, and those that equal the smallest of them.
std::vector<Sampler::Candidate> Sampler::topK(std::span<const float> logits) const {
    float least = -INFINITY;
    const auto k = static_cast<std::size_t>(std::max(m_options.topK, 0));
    if (k > 0 && k < logits.size()) {
        std::vector<float> sorted(logits.begin(), logits.end());
        const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(k - 1);
        std::nth_element(sorted.begin(), last, sorted.end(), std::greater<>());
        least = *last;
    }
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (logits[i] >= least) {
            candidates.push_back({static_cast<TokenId>(i), logits[i], 0});
        }
    }
    return candidates;
}

void Sampler::weigh(std::vector<Candidate>& candidates) const {
    const auto largest =
        std::max_element(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.logit < b.logit; })
            ->logit;
    kernels::check(std::isfinite(largest), "no token has a finite logit");
    for (Candidate& candidate : candidates) {
        const double difference = static_cast<double>(candidate.logit) - largest;
        candidate.weight = std::exp(difference / m_options.temperature);
    }
}

// The likeliest tokens until their probabilities add up to p, always one; ties by id. A heap gives
// them in order without sorting the rest of the vocabulary.
void Sampler::keepTopP(std::vector<Candidate>& candidates) const {
    if (m_options.topP >= 1) {
        return;
    }
    double total = 0;
    for (const Candidate& candidate : candidates) {
        total += candidate.weight;
    }
    const auto isLater = [](const Candidate& a, const Candidate& b) {
        return a.logit != b.logit ? a.logit < b.logit : a.id > b.id;
    };
    std::make_heap(candidates.begin(), candidates.end(), isLater);
    double kept = 0;
    auto rest = candidates.end();
    do {
        std::pop_heap(candidates.begin(), rest--, isLater);
        kept += rest->weight;
    } while (rest != candidates.begin() && kept < m_options.topP * total);
    candidates.erase(candidates.begin(), rest);
}

TokenId Sampler::draw(const std::vector<Candidate>& candidates) {
    double total = 0;
    for (const Candidate& candidate : candidates) {
        total += candidate.weight;
    }
    double left = uniform(m_random) * total;
    for (const Candidate& candidate : candidates) {
        left -= candidate.weight;
        if (left < 0) {
            return candidate.id;
        }
    }
    return candidates.back().id; // rounding used up the sum
}

bool RepetitionGuard::push(TokenId id) {
    m_surplus = 0;
    const int periods = std::min(kMaxPeriod, static_cast<int>(m_ids.size()));
    for (int period = 1; period <= periods; ++period) {
        int& matches = m_matches[static_cast<std::size_t>(period)];
        matches = m_ids[m_ids.size() - static_cast<std::size_t>(period)] == id ? matches + 1 : 0;
        const int looping = matches + period;
        if (m_surplus == 0 && looping >= kMinTokens && looping >= kMinRepeats * period) {
            m_surplus = matches;
        }
    }
    m_ids.push_back(id);
    return m_surplus > 0;
}

} // namespace engine
