// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Session: one timeline on an Engine. It owns the KV cache and all other mutable state. generate()
// takes the whole conversation each time and works out by itself how much of the cache it can keep.
// One thread at a time; the Engine must outlive it.
#pragma once

#include "engine/engine.h"
#include "engine/language/kv_cache.h"
#include "engine/probe.h"
#include "engine/sampling.h"
#include "engine/text/conversation.h"

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class StopReason { EndOfText, MaxTokens, ContextFull, Loop, Cancelled };

struct GenerationOptions {
    int maxNewTokens = 512;
    SamplingOptions sampling;
    bool guardAgainstLoops = true;
    int prefillChunk = 512; // tokens per pass, bounds the workspace
};

struct GenerationTimes { // seconds
    double vision = 0;
    double prefill = 0;
    double decode = 0;
};

struct GenerationResult {
    std::string text;                  // UTF-8, grounding tags kept, EOS dropped
    std::vector<TokenId> tokens;       // without EOS
    std::vector<float> probabilities;  // of each token, as the model gave it
    StopReason stopReason = StopReason::EndOfText;
    int promptTokens = 0;
    int reusedTokens = 0; // of the prompt, found in the cache
    GenerationTimes times;
};

// Receives whole UTF-8 characters as they appear, on the session's thread.
using TextSink = std::function<void(std::string_view text)>;

class Session {
public:
    explicit Session(const Engine& engine);

    // images: the pictures of all image pieces, in order. Throws BadRequest when the prompt does
    // not fit the model's context. Cancelling is not an error: within one layer while prefilling,
    // one token while decoding.
    GenerationResult generate(std::span<const Message> conversation, std::span<const Image> images,
                              const GenerationOptions& options, const TextSink& sink,
                              std::stop_token stop);

    // Sees every module's output from now on; an empty one switches it off.
    void setProbe(Probe probe) { m_probe = std::move(probe); }
    // Forgets the timeline, keeps the memory.
    void reset();

private:
    const Engine& m_engine;
    KvCache m_cache;
    Probe m_probe;
};

} // namespace engine
