// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_conversations.h"

#include "app/analysis/engine_prompt.h"
#include "app/machine.h"
#include "app/models/model_card.h"
#include "engine/session.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace app {

namespace {

constexpr std::size_t kMaxTogether = 16; // sessions

engine::Image viewOf(const QImage& rgb888) {
    return {rgb888.constBits(), {rgb888.width(), rgb888.height()}, rgb888.bytesPerLine()};
}

engine::GenerationOptions generationOptions(const ModelCard& card, const AnalysisRequest& request) {
    engine::GenerationOptions options;
    options.maxNewTokens = tokenLimit(request, card);
    options.sampling.temperature = request.temperature;
    return options;
}

// A part of a request as the engine takes it.
struct Conversation {
    Asked* asked = nullptr;
    std::size_t part = 0;
    std::vector<engine::Message> messages;
    std::vector<engine::Image> images;
    std::vector<engine::Image> secondLook = {}; // none or one
};

Conversation conversationAbout(const ModelCard& card, Asked& asked, std::size_t number) {
    const Part& part = asked.parts[number];
    Conversation conversation{
        &asked, number, conversationOf(card, *asked.request, part.pictures.size(), part.row), {}};
    std::transform(part.pictures.begin(), part.pictures.end(),
                   std::back_inserter(conversation.images), viewOf);
    if (!part.secondLook.isNull()) {
        conversation.secondLook.push_back(viewOf(part.secondLook));
    }
    return conversation;
}

engine::GenerationRequest requestOf(const ModelCard& card, const Conversation& conversation,
                                    AnswersSoFar* soFar) {
    engine::TextSink sink;
    if (soFar != nullptr) {
        sink = [soFar, part = conversation.part](std::string_view text) {
            soFar->add(part, text);
        };
    }
    engine::GenerationRequest request{conversation.messages, conversation.images,
                                      generationOptions(card, *conversation.asked->request), sink};
    if (!conversation.secondLook.empty()) {
        request.furtherLooks.emplace_back(conversation.secondLook);
    }
    return request;
}

} // namespace

EngineConversations::EngineConversations(engine::Engine& engine, const ModelCard& card,
                                         const MemoryShape& memory, bool isOnGpu)
    : m_engine(engine)
    , m_card(card)
    , m_memory(memory)
    , m_isOnGpu(isOnGpu) {}

void EngineConversations::run(std::span<Asked> asked, AnswersSoFar* soFar,
                              const std::function<void(const Asked&)>& ended,
                              const std::stop_token& stop) {
    std::vector<Conversation> conversations;
    for (Asked& each : asked) {
        for (std::size_t part = 0; part < each.parts.size(); ++part) {
            conversations.push_back(conversationAbout(m_card, each, part));
        }
        if (each.parts.empty()) {
            ended(each);
        }
    }
    if (conversations.empty()) {
        return;
    }
    std::vector<engine::GenerationRequest> requests;
    for (const Conversation& each : conversations) {
        requests.push_back(requestOf(m_card, each, soFar));
    }
    engine::Session::generateTogether(
        sessionsFor(requests.size(), 1 + requests[0].furtherLooks.size()), requests, stop,
        [&](std::size_t index, const engine::GenerationResult& result) {
            Asked& whose = *conversations[index].asked;
            whose.runs[conversations[index].part] = result;
            if (--whose.running == 0) {
                ended(whose);
            }
        });
}

engine::Session& EngineConversations::first() {
    return sessionsFor(1, 1).front();
}

std::span<engine::Session> EngineConversations::sessionsFor(std::size_t conversations,
                                                            std::size_t looks) {
    const std::size_t wanted =
        looks * std::clamp<std::size_t>(conversations, 1, kMaxTogether / looks);
    while (m_sessions.size() < looks || (m_sessions.size() < wanted && hasRoomForOneMore())) {
        m_sessions.emplace_back(m_engine);
    }
    return std::span(m_sessions).first(std::min(wanted, m_sessions.size()));
}

// For twice as much as the caches take, since other programs want some too.
bool EngineConversations::hasRoomForOneMore() const {
    const auto caches = static_cast<qint64>(m_sessions.size() + 1);
    const qint64 free = m_isOnGpu ? static_cast<qint64>(m_engine.backend().freeMemory())
                                  : memoryState().availableBytes;
    return 2 * caches * estimateMemory(m_memory, {.isOnGpu = m_isOnGpu}).cache < free;
}

} // namespace app
