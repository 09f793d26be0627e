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

// A part of a request as the engine takes it; its first look is the part itself.
struct Conversation {
    struct Look {
        std::vector<engine::Message> messages;
        std::vector<engine::Image> images;
    };

    Asked* asked = nullptr;
    std::size_t part = 0;
    std::vector<Look> looks = {};
};

Conversation conversationAbout(const ModelCard& card, Asked& asked, std::size_t number) {
    Conversation conversation{&asked, number};
    const auto add = [&](const QVector<QImage>& pictures, int row) {
        std::vector<engine::Image> images;
        std::transform(pictures.begin(), pictures.end(), std::back_inserter(images), viewOf);
        conversation.looks.push_back(
            {conversationOf(card, *asked.request, pictures.size(), row), std::move(images)});
    };
    const Part& part = asked.parts[number];
    add(part.pictures, part.row);
    for (const PartLook& look : part.furtherLooks) {
        add({look.picture}, look.row);
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
    const Conversation::Look& first = conversation.looks.front();
    engine::GenerationRequest request{first.messages, first.images,
                                      generationOptions(card, *conversation.asked->request), sink};
    for (std::size_t look = 1; look < conversation.looks.size(); ++look) {
        request.furtherLooks.push_back(
            {conversation.looks[look].messages, conversation.looks[look].images});
    }
    return request;
}

// Whether a row of text that several looks at it have not made out for sure.
bool isDoubtful(const Part& part, const engine::GenerationResult& run) {
    constexpr float kSure = 0.8F; // of every character
    return part.row >= 0 && !part.furtherLooks.isEmpty() &&
           std::any_of(run.probabilities.begin(), run.probabilities.end(),
                       [](float probability) { return probability < kSure; });
}

// Adds conversations about the rows that were read with doubt.
void lookCloser(Asked& asked, const PackedRowsRules& rules) {
    std::vector<std::size_t> doubts;
    for (std::size_t i = 0; i < asked.parts.size(); ++i) {
        if (isDoubtful(asked.parts[i], asked.runs[i])) {
            doubts.push_back(i);
        }
    }
    if (doubts.empty()) {
        return;
    }
    const auto plan = asked.parts.front().plan;
    for (const ReadingPart& tile : closerLook(*plan, {doubts.begin(), doubts.end()}, rules)) {
        for (int row = 0; row < tile.rows.size(); row += kCloserLooks) {
            Part part{{tile.picture}, plan, row};
            for (int look = 1; look < kCloserLooks; ++look) {
                part.furtherLooks.append({tile.picture, row + look});
            }
            asked.doubts.push_back(doubts[asked.doubts.size()]);
            asked.parts.push_back(std::move(part));
        }
    }
}

// Whether a closer look saw the whole row. One that loses its place reads on from somewhere else.
bool isWholeRow(const engine::GenerationResult& first, const engine::GenerationResult& closer) {
    return 4 * closer.text.size() >= 3 * first.text.size();
}

} // namespace

std::vector<const engine::GenerationResult*> Asked::best() const {
    std::vector<const engine::GenerationResult*> best;
    for (std::size_t i = 0; i < firstLooks(); ++i) {
        best.push_back(&runs[i]);
    }
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        const engine::GenerationResult& closer = runs[firstLooks() + i];
        if (isWholeRow(runs[doubts[i]], closer)) {
            best[doubts[i]] = &closer;
        }
    }
    return best;
}

EngineConversations::EngineConversations(engine::Engine& engine, const ModelCard& card,
                                         const MemoryShape& memory, bool isOnGpu)
    : m_engine(engine)
    , m_card(card)
    , m_memory(memory)
    , m_isOnGpu(isOnGpu) {}

void EngineConversations::run(std::span<Asked> asked, AnswersSoFar* soFar,
                              const std::function<void(const Asked&)>& ended,
                              const std::stop_token& stop) {
    std::vector<Asked*> all;
    std::vector<Asked*> doubtful;
    for (Asked& each : asked) {
        all.push_back(&each);
    }
    const auto endOrLookCloser = [&](Asked& whose) {
        if (!stop.stop_requested()) {
            lookCloser(whose, m_card.packedRows);
        }
        if (whose.doubts.empty()) {
            ended(whose);
        } else {
            doubtful.push_back(&whose);
        }
    };
    runParts(all, soFar, endOrLookCloser, stop);
    runParts(doubtful, nullptr, ended, stop);
}

void EngineConversations::runParts(std::span<Asked* const> asked, AnswersSoFar* soFar,
                                   const std::function<void(Asked&)>& ended,
                                   const std::stop_token& stop) {
    std::vector<Conversation> conversations;
    for (Asked* each : asked) {
        each->running = each->parts.size() - each->runs.size();
        for (std::size_t part = each->runs.size(); part < each->parts.size(); ++part) {
            conversations.push_back(conversationAbout(m_card, *each, part));
        }
        each->runs.resize(each->parts.size());
        if (each->parts.empty()) {
            ended(*each);
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
