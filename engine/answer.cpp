// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/answer.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

// Softmax of one entry, before temperature and penalty.
float probabilityOf(std::span<const float> logits, TokenId id) {
    const float largest = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const float value : logits) {
        sum += std::exp(static_cast<double>(value - largest));
    }
    const float chosen = logits[static_cast<std::size_t>(id)];
    return static_cast<float>(std::exp(static_cast<double>(chosen - largest)) / sum);
}

} // namespace

Answer::Answer(const Tokenizer& tokenizer, const GenerationOptions& options, const TextSink& sink)
    : m_tokenizer(tokenizer)
    , m_options(options)
    , m_sink(sink)
    , m_sampler(options.sampling) {}

void Answer::choose(std::span<float> logits, std::span<const TokenId> context) {
    const std::vector<float> original(logits.begin(), logits.end());
    const TokenId id = m_sampler.next(logits, context);
    accept(id, probabilityOf(original, id));
}

void Answer::accept(TokenId id, float probability) {
    if (id == m_tokenizer.specials().eos) {
        stop(StopReason::EndOfText);
        return;
    }
    m_tokens.push_back(id);
    m_probabilities.push_back(probability);
    if (m_sink) {
        const std::string text = m_utf8.push(m_tokenizer.bytes(id));
        if (!text.empty()) {
            m_sink(text);
        }
    }
    if (m_options.guardAgainstLoops && m_guard.push(id)) {
        const auto kept = m_tokens.size() - static_cast<std::size_t>(m_guard.surplus());
        m_tokens.resize(kept);
        m_probabilities.resize(kept);
        stop(StopReason::Loop);
    } else if (m_tokens.size() >= static_cast<std::size_t>(m_options.maxNewTokens)) {
        stop(StopReason::MaxTokens);
    }
}

void Answer::stop(StopReason reason) {
    m_stopReason = reason;
    const std::string rest = m_utf8.finish();
    if (m_sink && !rest.empty()) {
        m_sink(rest);
    }
}

std::string Answer::text() const {
    return m_tokenizer.decode(m_tokens, Tokenizer::Specials::Keep);
}

} // namespace engine
