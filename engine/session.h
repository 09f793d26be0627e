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
#include <functional>
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

struct Look {
    std::span<const Message> conversation;
    std::span<const Image> images;
};

struct GenerationRequest {
    std::span<const Message> conversation;
    std::span<const Image> images; // the pictures of all image pieces, in order
    GenerationOptions options;
    TextSink sink; // may be empty
    // The same asked about other pictures of the same things: of each look at them, the model has
    // its own opinion of the next token, and that one is chosen which all together find likeliest.
    std::vector<Look> furtherLooks = {};
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

    // As many requests at a time as there are sessions for their looks, of which all have the same
    // number, all on one engine, token by token in shared passes, so that weights are read once for
    // all of them. A session whose answer has ended takes
    // the next request, and begins with what any of them holds of its prompt: several questions
    // about one picture see it once. Results stand as their requests do; ended, which may be empty,
    // gets each as soon as it is there.
    using Ended = std::function<void(std::size_t request, const GenerationResult& result)>;
    static std::vector<GenerationResult>
    generateTogether(std::span<Session> sessions, std::span<const GenerationRequest> requests,
                     std::stop_token stop, const Ended& ended = {});

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

    // steps.h
    struct Turn;
    class Steps;

    Prompt makePrompt(const GenerationRequest& request) const;
    std::int64_t commonPrefix(std::span<const TokenId> tokens,
                              std::span<const SeenImage> images) const;
    std::int64_t reusablePrefix(const Prompt& prompt) const;
    void forgetAfter(std::int64_t length);
    // Takes what another session holds of the prompt, when that is more.
    void takeFrom(std::span<const Session> others, const Prompt& prompt);
    kernels::Tensor encodeImages(Pass& pass, const GenerationRequest& request,
                                 const Prompt& prompt);
    bool prefill(Pass& pass, const GenerationRequest& request, std::span<const Session> others,
                 GenerationResult& result, const kernels::Tensor& last);
    static bool beginAnswer(Workspace& workspace, const std::stop_token& stop,
                            const GenerationRequest& request, std::span<const Session> others,
                            Turn& turn);
    Pass makePass(Workspace& workspace, std::stop_token stop);
    bool isContextFull() const;
    static GenerationResult resultOf(const Turn& turn);

    const Engine* m_engine;
    KvCache m_cache;
    Workspace m_workspace;
    Probe m_probe;
    std::vector<TokenId> m_tokens;   // what the cache holds
    std::vector<SeenImage> m_images; // pictures among them
};

} // namespace engine
