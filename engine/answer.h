// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answer: one answer while it is generated. Takes tokens one by one, streams whole characters,
// watches for the end, the token limit and loops. One session's thread.
#pragma once

#include "engine/sampling.h"
#include "engine/text/tokenizer.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class StopReason { EndOfText, MaxTokens, ContextFull, Loop, Cancelled };

struct GenerationOptions {
    int maxNewTokens = 512;
    SamplingOptions sampling;
    bool guardAgainstLoops = true;
    int prefillChunk = 0; // tokens of the prompt in a pass; 0: what suits the device
};

// Receives whole UTF-8 characters as they appear, on the session's thread.
using TextSink = std::function<void(std::string_view text)>;

class Answer {
public:
    Answer(const Tokenizer& tokenizer, const GenerationOptions& options, const TextSink& sink);

    bool isGreedy() const { return m_options.sampling.temperature <= 0; }

    // Samples from logits (V), which it changes; the penalty covers prompt and answer.
    void choose(std::span<float> logits, std::span<const TokenId> context);
    // Takes a token that was chosen greedily.
    void accept(TokenId id, float probability);
    void stop(StopReason reason);

    bool isFinished() const { return m_stopReason.has_value(); }

    // Whether the next token ends it, whatever it is.
    bool isAtLastToken() const {
        return m_tokens.size() + 1 >= static_cast<std::size_t>(m_options.maxNewTokens);
    }

    StopReason stopReason() const { return m_stopReason.value_or(StopReason::Cancelled); }

    const std::vector<TokenId>& tokens() const { return m_tokens; } // without EOS

    const std::vector<float>& probabilities() const { return m_probabilities; }

    // The whole text, grounding tags kept; after a loop only its first round.
    std::string text() const;

private:
    const Tokenizer& m_tokenizer;
    GenerationOptions m_options;
    TextSink m_sink;
    Sampler m_sampler;
    RepetitionGuard m_guard;
    Utf8Stream m_utf8;
    std::vector<TokenId> m_tokens;
    std::vector<float> m_probabilities;
    std::optional<StopReason> m_stopReason;
};

} // namespace engine
