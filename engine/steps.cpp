// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/steps.h"

#include "engine/language/decoder.h"
#include "engine/stopwatch.h"

#include <algorithm>

namespace engine {

using kernels::DType;
using kernels::Tensor;

Scores takeScores(Workspace& workspace, std::int64_t count, std::int64_t vocab) {
    return {workspace.take(DType::F32, {count, vocab}), workspace.take(DType::I32, {count}),
            workspace.take(DType::F32, {count})};
}

void score(Pass& pass, const Engine& engine, const Tensor& hidden, const Scores& scores) {
    logits(pass, engine.config().language, engine.weights().language, hidden, scores.logits);
    pass.backend.argmax(scores.best, scores.probabilities, scores.logits);
}

Said::Said(kernels::Backend& backend, const Scores& scores)
    : m_backend(backend)
    , m_logits(scores.logits)
    , m_best(backend.fetch(scores.best))
    , m_probabilities(backend.fetch(scores.probabilities)) {}

void Said::tell(Answer& answer, std::size_t row, std::span<const TokenId> context) {
    if (answer.isGreedy()) {
        answer.accept(static_cast<const TokenId*>(m_best->wait())[row],
                      static_cast<const float*>(m_probabilities->wait())[row]);
        return;
    }
    std::vector<float> logits(static_cast<std::size_t>(m_logits.size(1)));
    m_backend.download(logits.data(), m_logits.slice(0, static_cast<std::int64_t>(row), 1));
    answer.choose(logits, context);
}

Session::Steps::Steps(Workspace& workspace, std::stop_token stop)
    : m_workspace(workspace)
    , m_stop(std::move(stop)) {}

void Session::Steps::run() {
    if (m_stop.stop_requested()) {
        for (Turn& turn : m_turns) {
            turn.answer.stop(StopReason::Cancelled);
        }
        return;
    }
    Stopwatch watch;
    if (m_begun.empty()) {
        begin(Fed::FromHost);
    }
    if (paysToRunAhead()) {
        begin(Fed::OnDevice);
    }
    take();
    const double share = watch.lap() / static_cast<double>(m_turns.size());
    for (Turn& turn : m_turns) {
        turn.result.times.decode += share;
    }
}

void Session::Steps::settle() {
    while (!m_begun.empty()) {
        take();
    }
    m_recording.reset();
    for (Turn& turn : m_turns) {
        for (Session* session : turn.sessions) {
            session->forgetAfter(static_cast<std::int64_t>(session->m_tokens.size()));
        }
    }
}

// The next row of every timeline, for which there is room: of all answers' first looks, then of the
// next ones.
std::vector<Run> Session::Steps::nextRuns() {
    std::vector<Run> runs;
    const Session* before = nullptr;
    for (std::size_t look = 0; look < looks(); ++look) {
        for (const Turn& turn : m_turns) {
            Session& session = *turn.sessions[look];
            const std::int64_t common =
                before == nullptr ? 0 : session.commonPrefix(before->m_tokens, before->m_images);
            const std::int64_t capacity = session.m_cache.capacity();
            session.m_cache.reserve(session.m_cache.length() + 1);
            if (session.m_cache.capacity() != capacity) {
                m_recording.reset(); // which has the addresses of caches
            }
            runs.push_back({&session.m_cache, 1, common});
            before = &session;
        }
    }
    return runs;
}

// Where every next token is known without the host, and some answer is likely to need it.
bool Session::Steps::paysToRunAhead() {
    const Pass pass = m_turns.front().sessions.front()->makePass(m_workspace, {});
    const auto mayGoOn = [](const Turn& turn) {
        return turn.answer.isGreedy() && !turn.sessions.front()->isContextFull();
    };
    return pass.backend.runsBehind() && !pass.needsHost() &&
           std::all_of(m_turns.begin(), m_turns.end(), mayGoOn) &&
           std::any_of(m_turns.begin(), m_turns.end(),
                       [](const Turn& turn) { return !turn.answer.isAtLastToken(); });
}

// Feeds every answer's last token, to all its looks.
void Session::Steps::begin(Fed fed) {
    Session& first = *m_turns.front().sessions.front();
    const Engine& engine = *first.m_engine;
    const LanguageConfig& config = engine.config().language;
    const LanguageWeights& weights = engine.weights().language;
    Pass pass = first.makePass(m_workspace, {});
    const Workspace::Scope scope(m_workspace);
    const std::vector<Run> runs = nextRuns();
    const auto count = static_cast<std::int64_t>(m_turns.size());
    const Rows rows = nextRows(pass, runs);
    const Tensor x = m_workspace.take({static_cast<std::int64_t>(runs.size()), config.hiddenSize});
    const Scores scores = takeScores(m_workspace, count, config.vocabSize);
    if (fed == Fed::FromHost) { // else they are there, from the step before
        std::vector<TokenId> last;
        for (const Turn& turn : m_turns) {
            last.push_back(turn.answer.tokens().back());
        }
        pass.backend.upload(scores.best, last.data());
    }
    pass.repeat(m_recording, [&] {
        for (std::int64_t row = 0; row < x.size(0); row += count) {
            pass.backend.embed(x.slice(0, row, count), weights.embedTokens, scores.best);
        }
        decode(pass, config, weights, rows, x);
        score(pass, engine, x, scores);
    });
    Step& step = m_begun.emplace_back(Step{{}, Said(pass.backend, scores)});
    for (Turn& turn : m_turns) {
        for (Session* session : turn.sessions) {
            session->m_cache.advance(1);
        }
        step.turns.push_back(&turn);
    }
}

// Gives every answer the token of the oldest step.
void Session::Steps::take() {
    Step step = std::move(m_begun.front());
    m_begun.pop_front();
    for (std::size_t row = 0; row < step.turns.size(); ++row) {
        Answer& answer = step.turns[row]->answer;
        const Session& first = *step.turns[row]->sessions.front();
        if (answer.isFinished()) {
            continue;
        }
        for (Session* session : step.turns[row]->sessions) {
            session->m_tokens.push_back(answer.tokens().back());
        }
        step.said.tell(answer, row, first.m_tokens);
        const int context = first.m_engine->config().language.maxPositionEmbeddings;
        if (!answer.isFinished() && first.m_tokens.size() >= static_cast<std::size_t>(context)) {
            answer.stop(StopReason::ContextFull);
        }
    }
}

} // namespace engine
