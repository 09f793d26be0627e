// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session.h"

#include "engine/language/decoder.h"
#include "engine/steps.h"
#include "engine/stopwatch.h"
#include "engine/vision/mosaic.h"

#include <algorithm>
#include <cstring>

namespace engine {

using kernels::DType;
using kernels::Tensor;

namespace {

// FNV-1a over eight bytes at a time: tells pictures of one conversation apart.
std::uint64_t hashPixels(const Image& image) {
    constexpr std::uint64_t kPrime = 0x100000001b3;
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto rowBytes = static_cast<std::size_t>(image.size.width) * 3;
    for (int y = 0; y < image.size.height; ++y) {
        const std::uint8_t* row = image.pixels + y * image.stride;
        for (std::size_t i = 0; i < rowBytes; i += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, row + i, std::min(sizeof word, rowBytes - i));
            hash = (hash ^ word) * kPrime;
            hash ^= hash >> 29;
        }
    }
    return hash;
}

// x (T, D) = embedding rows of ids.
void embedIds(Pass& pass, const Tensor& table, std::span<const TokenId> ids, const Tensor& x) {
    const Workspace::Scope scope(pass.workspace);
    const Tensor onDevice =
        pass.workspace.take(DType::I32, {static_cast<std::int64_t>(ids.size())});
    pass.backend.upload(onDevice, ids.data());
    pass.backend.embed(x, table, onDevice);
}

} // namespace

Session::Session(const Engine& engine)
    : m_engine(&engine)
    , m_cache(engine.config().language, engine.cacheType(), engine.backend())
    , m_workspace(engine.backend()) {}

GenerationResult Session::resultOf(const Turn& turn) {
    GenerationResult result = turn.result;
    result.text = turn.answer.text();
    result.tokens = turn.answer.tokens();
    result.probabilities = turn.answer.probabilities();
    result.stopReason = turn.answer.stopReason();
    return result;
}

// Sessions that run together share the scratch memory of the first.
Pass Session::makePass(Workspace& workspace, std::stop_token stop) {
    return {m_engine->backend(), m_engine->expertBackend(), workspace, m_probe, std::move(stop)};
}

Session::Prompt Session::makePrompt(const GenerationRequest& request) const {
    std::vector<ImageSize> sizes;
    for (const Image& image : request.images) {
        sizes.push_back(image.size);
    }
    Prompt prompt;
    prompt.plan = m_engine->plan(sizes);
    std::vector<int> imageTokens;
    for (const ImagePlan& image : prompt.plan.images) {
        imageTokens.push_back(image.tokens);
    }
    EncodedPrompt encoded =
        encodeConversation(m_engine->tokenizer(), request.conversation, imageTokens);
    prompt.ids = std::move(encoded.ids);
    for (std::size_t i = 0; i < request.images.size(); ++i) {
        prompt.images.push_back({encoded.imagePositions[i], sizes[i], prompt.plan.images[i].canvas,
                                 hashPixels(request.images[i])});
    }
    const auto context =
        static_cast<std::size_t>(m_engine->config().language.maxPositionEmbeddings);
    if (prompt.ids.size() >= context) {
        throw Error(ErrorCode::BadRequest, "The prompt needs " + std::to_string(prompt.ids.size()) +
                                               " tokens, the model's context holds " +
                                               std::to_string(context) +
                                               ": ask about fewer pages or a smaller region");
    }
    return prompt;
}

// How many of these tokens, with pictures among them, the cache begins with.
std::int64_t Session::commonPrefix(std::span<const TokenId> tokens,
                                   std::span<const SeenImage> images) const {
    auto prefix = static_cast<std::int64_t>(
        std::mismatch(m_tokens.begin(), m_tokens.end(), tokens.begin(), tokens.end()).first -
        m_tokens.begin());
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (i >= m_images.size() || !(m_images[i] == images[i])) {
            prefix = std::min(prefix, images[i].position);
        }
    }
    return prefix;
}

// How many rows of the cache are right for this prompt. At least one row is left to run, since the
// answer starts from its output.
std::int64_t Session::reusablePrefix(const Prompt& prompt) const {
    return commonPrefix(std::span(prompt.ids).first(prompt.ids.size() - 1), prompt.images);
}

void Session::forgetAfter(std::int64_t length) {
    m_cache.truncate(length);
    m_tokens.resize(static_cast<std::size_t>(length));
    std::erase_if(m_images, [&](const SeenImage& image) { return image.position >= length; });
}

void Session::takeFrom(std::span<const Session> others, const Prompt& prompt) {
    std::int64_t most = m_cache.length();
    const Session* best = nullptr;
    for (const Session& other : others) {
        const std::int64_t held = other.reusablePrefix(prompt);
        if (held > most) {
            most = held;
            best = &other;
        }
    }
    if (best != nullptr) {
        m_cache.copyFrom(best->m_cache, most);
        m_tokens.assign(best->m_tokens.begin(), best->m_tokens.begin() + most);
        m_images = best->m_images;
        std::erase_if(m_images, [&](const SeenImage& image) { return image.position >= most; });
    }
}

// Rows of all pictures that the cache does not hold completely, one after another; rank 0 when
// stopped.
Tensor Session::encodeImages(Pass& pass, const GenerationRequest& request, const Prompt& prompt) {
    const ModelConfig& config = m_engine->config();
    const std::int64_t width = config.language.hiddenSize;
    const std::int64_t edge = config.vision.imageSize;
    const std::int64_t perTile =
        std::int64_t{m_engine->tiling().tokensPerSide()} * m_engine->tiling().tokensPerSide();
    const Tensor rows = pass.workspace.take({prompt.plan.tokens, width});
    std::int64_t first = 0;
    for (std::size_t i = 0; i < prompt.images.size(); ++i) {
        const ImagePlan& plan = prompt.plan.images[i];
        const std::int64_t end = prompt.images[i].position + plan.tokens;
        if (end > m_cache.length()) {
            const Workspace::Scope scope(pass.workspace);
            const Tensor tiles =
                pass.workspace.take(DType::U8, {plan.distinctTiles(), edge, edge, 3});
            m_engine->tiling().cut(pass, request.images[i], plan, tiles);
            const Tensor vectors = pass.workspace.take({plan.distinctTiles(), perTile, width});
            if (!embedTiles(pass, config, m_engine->weights(), m_engine->passSize().towerBytes,
                            tiles, vectors)) {
                return {};
            }
            layOutMosaic(pass, config, m_engine->weights(), plan, vectors,
                         rows.slice(0, first, plan.tokens));
        }
        first += plan.tokens;
    }
    return rows;
}

namespace {

// Copies what falls into [first, first + x rows) of every picture over x (T, D).
void overlayImages(Pass& pass, std::span<const std::int64_t> positions, const Plan& plan,
                   const Tensor& imageRows, std::int64_t first, const Tensor& x) {
    std::int64_t offset = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const std::int64_t tokens = plan.images[i].tokens;
        const std::int64_t from = std::max(positions[i], first);
        const std::int64_t to = std::min(positions[i] + tokens, first + x.size(0));
        if (from < to) {
            pass.backend.copy(x.slice(0, from - first, to - from),
                              imageRows.slice(0, offset + from - positions[i], to - from));
        }
        offset += tokens;
    }
}

} // namespace

// Brings the cache to the end of the prompt. last (1, D): the output of its last row. False when
// stopped.
bool Session::prefill(Pass& pass, const GenerationRequest& request, std::span<const Session> others,
                      GenerationResult& result, const Tensor& last) {
    Stopwatch watch;
    const Workspace::Scope scope(pass.workspace);
    const Prompt prompt = makePrompt(request);
    forgetAfter(reusablePrefix(prompt));
    takeFrom(others, prompt);
    result.promptTokens = static_cast<int>(prompt.ids.size());
    result.reusedTokens = static_cast<int>(m_cache.length());
    const Tensor imageRows = encodeImages(pass, request, prompt);
    if (imageRows.rank == 0) {
        return false;
    }
    result.times.vision += watch.lap();

    std::vector<std::int64_t> positions;
    for (const SeenImage& image : prompt.images) {
        positions.push_back(image.position);
    }
    const auto total = static_cast<std::int64_t>(prompt.ids.size());
    const std::int64_t chunk = request.options.prefillChunk > 0 ? request.options.prefillChunk
                                                                : m_engine->passSize().promptRows;
    m_cache.reserve(total + std::min(request.options.maxNewTokens, 256));
    while (m_cache.length() < total) {
        const Workspace::Scope chunkScope(pass.workspace);
        const std::int64_t first = m_cache.length();
        const std::int64_t count = std::min(chunk, total - first);
        const auto ids =
            std::span(prompt.ids)
                .subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
        const Tensor x = pass.workspace.take({count, m_engine->config().language.hiddenSize});
        embedIds(pass, m_engine->weights().language.embedTokens, ids, x);
        overlayImages(pass, positions, prompt.plan, imageRows, first, x);
        pass.show("inputs_embeds", x);
        const Run run{&m_cache, count};
        if (!decode(pass, m_engine->config().language, m_engine->weights().language,
                    nextRows(pass, {&run, 1}), x)) {
            return false;
        }
        m_cache.advance(count);
        m_tokens.insert(m_tokens.end(), ids.begin(), ids.end());
        m_images = prompt.images;
        std::erase_if(m_images,
                      [&](const SeenImage& image) { return image.position >= m_cache.length(); });
        if (m_cache.length() == total) {
            pass.backend.copy(last, x.slice(0, count - 1, 1));
        }
    }
    result.times.prefill += watch.lap();
    return true;
}

// Lets the sessions of a turn see what they answer to, and chooses the first token. False when
// stopped.
bool Session::beginAnswer(Workspace& workspace, const std::stop_token& stop,
                          const GenerationRequest& request, std::span<const Session> others,
                          Turn& turn) {
    const Workspace::Scope scope(workspace);
    const Session& first = *turn.sessions.front();
    const Engine& engine = *first.m_engine;
    const auto looks = static_cast<std::int64_t>(turn.sessions.size());
    const Tensor last = workspace.take({looks, engine.config().language.hiddenSize});
    for (std::int64_t look = 0; look < looks; ++look) {
        Session& session = *turn.sessions[static_cast<std::size_t>(look)];
        const auto [conversation, images] =
            look == 0 ? Look{request.conversation, request.images}
                      : request.furtherLooks[static_cast<std::size_t>(look) - 1];
        Pass pass = session.makePass(workspace, stop);
        if (!session.prefill(pass, {conversation, images, request.options, {}}, others, turn.result,
                             last.slice(0, look, 1))) {
            return false;
        }
    }
    Stopwatch watch;
    Pass pass = turn.sessions.front()->makePass(workspace, stop);
    const Scores scores = takeScores(workspace, 1, engine.config().language.vocabSize);
    score(pass, engine, last, scores);
    Said(pass.backend, scores).tell(turn.answer, 0, first.m_tokens);
    turn.result.times.prefill += watch.lap();
    return true;
}

GenerationResult Session::generate(const GenerationRequest& request, std::stop_token stop) {
    return generateTogether({this, 1}, {&request, 1}, std::move(stop)).front();
}

std::vector<GenerationResult> Session::generateTogether(std::span<Session> sessions,
                                                        std::span<const GenerationRequest> requests,
                                                        std::stop_token stop, const Ended& ended) {
    const std::size_t looks = requests.empty() ? 1 : 1 + requests[0].furtherLooks.size();
    kernels::check(sessions.size() >= looks, "generateTogether: there are too few sessions");
    std::vector<GenerationResult> results(requests.size());
    Workspace& workspace = sessions.front().m_workspace;
    Steps steps(workspace, stop);
    std::list<Turn>& turns = steps.turns();
    std::vector<Session*> idle;
    for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
        idle.push_back(&*session);
    }
    const auto leaves = [&](const Turn& turn) {
        if (!turn.answer.isFinished()) {
            return false;
        }
        idle.insert(idle.end(), turn.sessions.rbegin(), turn.sessions.rend());
        results[turn.request] = resultOf(turn);
        if (ended) {
            ended(turn.request, results[turn.request]);
        }
        return true;
    };
    for (std::size_t next = 0; next < requests.size() || !turns.empty();) {
        if (next < requests.size() && idle.size() >= looks) {
            const GenerationRequest& request = requests[next];
            kernels::check(request.furtherLooks.size() + 1 == looks,
                           "generateTogether: requests have different numbers of looks");
            const Engine& engine = *idle.back()->m_engine;
            Turn& turn = turns.emplace_back(
                Turn{{}, next, {engine.tokenizer(), request.options, request.sink}});
            while (turn.sessions.size() < looks) {
                turn.sessions.push_back(idle.back());
                idle.pop_back();
            }
            if (!beginAnswer(workspace, stop, request, sessions, turn)) {
                turn.answer.stop(StopReason::Cancelled);
            }
            ++next;
        } else {
            steps.run();
        }
        const auto isFinished = [](const Turn& turn) {
            return turn.answer.isFinished();
        };
        if (std::any_of(turns.begin(), turns.end(), isFinished)) {
            steps.settle();
            turns.remove_if(leaves);
        }
    }
    return results;
}

bool Session::isContextFull() const {
    return m_cache.length() >= m_engine->config().language.maxPositionEmbeddings;
}

} // namespace engine
