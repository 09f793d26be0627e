// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Session: one timeline on an Engine. It owns the KV cache and all other mutable state. generate()
// takes the whole conversation each time and works out by itself how much of the cache it can keep.
// One thread at a time; the Engine must outlive it.
#pragma once

#include "engine/answer.h"
#include "engine/engine.h"
#include "engine/language/kv_cache.h"
#include "engine/pass.h"
#include "engine/probe.h"
#include "engine/text/conversation.h"
#include "engine/workspace.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace engine {

struct GenerationTimes { // seconds
    double vision = 0;
    double prefill = 0;
    double decode = 0; // of answers decoded together: this one's share
};

struct GenerationRequest {
    std::span<const Message> conversation;
    std::span<const Image> images; // the pictures of all image pieces, in order
    GenerationOptions options;
    TextSink sink; // may be empty
};

struct GenerationResult {
    std::string text;                 // UTF-8, grounding tags kept, EOS dropped
    std::vector<TokenId> tokens;      // without EOS
    std::vector<float> probabilities; // of each token, as the model gave it
    StopReason stopReason = StopReason::EndOfText;
    int promptTokens = 0;
    int reusedTokens = 0; // of the prompt, found in the cache
    GenerationTimes times;
};

class Session {
public:
    explicit Session(const Engine& engine);

    // Throws BadRequest when the prompt does not fit the model's context. Cancelling is not an
    // error: within one layer while prefilling, one token while decoding.
    GenerationResult generate(const GenerationRequest& request, std::stop_token stop);

    // One request per session, all sessions on one engine: prompts one after another, then all
    // answers token by token in shared passes, so that weights are read once for all of them.
    static std::vector<GenerationResult>
    generateTogether(std::span<Session> sessions, std::span<const GenerationRequest> requests,
                     std::stop_token stop);

    // Sees every module's output from now on; an empty one switches it off.
    void setProbe(Probe probe) { m_probe = std::move(probe); }

private:
    // Where a picture begins in the timeline, and what tells it from another.
    struct SeenImage {
        std::int64_t position = 0;
        ImageSize size;
        ImageSize canvas;
        std::uint64_t pixelHash = 0;

        bool operator==(const SeenImage&) const = default;
    };

    struct Prompt {
        std::vector<TokenId> ids;
        Plan plan;
        std::vector<SeenImage> images;
    };

    Prompt makePrompt(const GenerationRequest& request) const;
    std::int64_t reusablePrefix(const Prompt& prompt) const;
    void forgetAfter(std::int64_t length);
    kernels::Tensor encodeImages(Pass& pass, const GenerationRequest& request,
                                 const Prompt& prompt);
    bool prefill(Pass& pass, const GenerationRequest& request, GenerationResult& result,
                 Answer& answer);
    Pass makePass(Workspace& workspace, std::stop_token stop);
    bool isContextFull() const;
    static void decodeTogether(std::span<Session> sessions, std::span<Answer> answers,
                               std::span<GenerationResult> results, const std::stop_token& stop);
    static bool step(std::span<Session> sessions, std::span<Answer> answers,
                     std::span<const std::size_t> active, const std::stop_token& stop);

    const Engine* m_engine;
    KvCache m_cache;
    Workspace m_workspace;
    Probe m_probe;
    std::vector<TokenId> m_tokens;   // what the cache holds
    std::vector<SeenImage> m_images; // pictures among them
};

} // namespace engine
