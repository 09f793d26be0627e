// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// EngineConversations: the sessions of an engine, on which the conversations of requests run
// together, so that weights are read once for all of them. Owns the sessions; the engine and the
// card must outlive it. One thread at a time.
#pragma once

#include "app/analysis/engine_answers.h"
#include "app/models/memory_estimate.h"
#include "engine/engine.h"

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace app {

// A request on its way: its conversations, and what comes of them. Rows that were read with doubt
// are read again by further ones, behind the others.
struct Asked {
    const AnalysisRequest* request = nullptr;
    std::vector<Part> parts;
    double layout = 0; // seconds
    std::vector<engine::GenerationResult> runs = {};
    std::size_t running = 0;              // of them, not yet ended
    std::vector<std::size_t> doubts = {}; // the parts that the last ones look at again

    std::size_t firstLooks() const { return parts.size() - doubts.size(); }

    // Of each part that was there first, the run that counts.
    std::vector<const engine::GenerationResult*> best() const;
};

class EngineConversations {
public:
    // isOnGpu: where the caches lie.
    EngineConversations(engine::Engine& engine, const ModelCard& card, const MemoryShape& memory,
                        bool isOnGpu);

    // The requests about every part by itself, and again where there is doubt. soFar, which may be
    // null, takes the texts of a single request's parts as they grow; ended is told of each request
    // that has all its runs. Throws what the engine throws.
    void run(std::span<Asked> asked, AnswersSoFar* soFar,
             const std::function<void(const Asked&)>& ended, const std::stop_token& stop);

    // The one that a single conversation runs on.
    engine::Session& first();

private:
    // The parts that have no run yet; ended is told of each request as soon as none is left.
    void runParts(std::span<Asked* const> asked, AnswersSoFar* soFar,
                  const std::function<void(Asked&)>& ended, const std::stop_token& stop);
    // For the looks of as many of them as the free memory has caches for, one at least.
    std::span<engine::Session> sessionsFor(std::size_t conversations, std::size_t looks);
    bool hasRoomForOneMore() const;

    engine::Engine& m_engine;
    const ModelCard& m_card;
    MemoryShape m_memory;
    bool m_isOnGpu;
    std::vector<engine::Session> m_sessions;
};

} // namespace app
