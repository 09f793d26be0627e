// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Steps: the decoding of answers that are generated together, a token of each at a time. Where the
// backend runs behind, one step is begun ahead of the answers, from tokens that only the backend
// knows yet, so that it never waits for what the host makes of them; of an answer that turns out to
// have ended, what was begun is dropped. Owned by one call of generateTogether; its thread.
#pragma once

#include "engine/language/attention.h"
#include "engine/session.h"

#include <deque>
#include <list>
#include <memory>
#include <stop_token>
#include <vector>

namespace engine {

// What the model says of the next token of n answers, in the backend's memory.
struct Scores {
    kernels::Tensor logits;        // (n, V) F32
    kernels::Tensor best;          // (n) I32
    kernels::Tensor probabilities; // (n) F32, of the best
};

Scores takeScores(Workspace& workspace, std::int64_t count, std::int64_t vocab);

// From hidden (looks · n, D), the last row of each answer: of all at the first look, at the next, …
void score(Pass& pass, const Engine& engine, const kernels::Tensor& hidden, const Scores& scores);

// Scores that are waited for.
class Said {
public:
    Said(kernels::Backend& backend, const Scores& scores);

    // Gives an answer, the row of which this is, its next token. context: what the penalty covers.
    void tell(Answer& answer, std::size_t row, std::span<const TokenId> context);

private:
    kernels::Backend& m_backend;
    kernels::Tensor m_logits;
    std::shared_ptr<kernels::Fetched> m_best;
    std::shared_ptr<kernels::Fetched> m_probabilities;
};

// The sessions, one for each look, that are at work on one of several requests.
struct Session::Turn {
    std::vector<Session*> sessions;
    std::size_t request = 0;
    Answer answer;
    GenerationResult result = {};
};

class Session::Steps {
public:
    // workspace: of one session, for all.
    Steps(Workspace& workspace, std::stop_token stop);

    // May come and go while nothing is begun: at first, and after settle().
    std::list<Turn>& turns() { return m_turns; }

    // Every answer gets its next token, or is stopped.
    void run();
    // Takes what was begun.
    void settle();

private:
    enum class Fed { FromHost, OnDevice };

    // One that is begun and not yet taken.
    struct Step {
        std::vector<Turn*> turns;
        Said said;
    };

    std::size_t looks() const { return m_turns.front().sessions.size(); }

    std::vector<Run> nextRuns();
    bool paysToRunAhead();
    void begin(Fed fed);
    void take();

    Workspace& m_workspace;
    std::stop_token m_stop;
    std::list<Turn> m_turns;
    std::deque<Step> m_begun;
    kernels::Recording m_recording; // of a step of these turns
};

} // namespace engine
