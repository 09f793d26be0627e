// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The model that ships: its text through this engine equals the published implementation's, token
// for token, alone and together with others; and what a session promises about its timeline.
#include "engine/sampling.h"
#include "engine/session.h"
#include "tests/engine/nano_cases.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <memory>
#include <stop_token>

using engine::GenerationOptions;
using engine::GenerationResult;
using engine::StopReason;
using engine::TokenId;
using nano::expectedFolder;
using nano::Question;
using nano::unguarded;
using nano::withEos;
using nlohmann::json;

namespace {

// Whether the answer as it is without the guard has a tail that the guard stops.
bool endsInALoop(const json& expected) {
    engine::RepetitionGuard guard;
    const auto ids = expected["ids"].get<std::vector<TokenId>>();
    return std::any_of(ids.begin(), ids.end(), [&](TokenId id) { return guard.push(id); });
}

} // namespace

class TestNano : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<engine::Session> m_session;
    json m_cases;

private slots:

    void initTestCase() {
        m_engine = std::make_unique<engine::Engine>(goldens::nanoFolder(), engine::EngineOptions{});
        m_session = std::make_unique<engine::Session>(*m_engine);
        m_cases = nano::cases();
    }

    // Version 0 as it was checked against the published implementation, where it is at hand.
    void version0EqualsThePublishedImplementation() {
        const auto folder = goldens::sourceFolder() / "../shared/nano";
        if (!std::filesystem::is_directory(folder)) {
            QSKIP("version 0 of the model is not beside this checkout");
        }
        const engine::Engine version0(folder, engine::EngineOptions{});
        for (const json& expected : goldens::readJson(folder / "expected/cases.json")) {
            const Question asked(folder / "expected" / expected["image"].get<std::string>(),
                                 expected["prompt"]);
            engine::Session session(version0);
            const GenerationResult result =
                session.generate(asked.request(unguarded(expected.value("max", 900))), {});
            QCOMPARE(withEos(result, version0.tokenizer()),
                     expected["ids"].get<std::vector<TokenId>>());
        }
    }

    void textEqualsTheReference_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_cases.size(); ++i) {
            const std::string name = m_cases[i]["image"].get<std::string>() + ": " +
                                     m_cases[i]["prompt"].get<std::string>();
            QTest::newRow(name.c_str()) << static_cast<int>(i);
        }
    }

    // One after another in one session: a picture is seen once for the questions about it.
    void textEqualsTheReference() {
        QFETCH(int, index);
        const json& expected = m_cases[static_cast<std::size_t>(index)];
        const Question asked(expected);
        const GenerationResult result =
            m_session->generate(asked.request(unguarded(expected.value("max", 900))), {});
        QCOMPARE(result.promptTokens, expected["prompt_tokens"].get<int>());
        QCOMPARE(withEos(result, m_engine->tokenizer()),
                 expected["ids"].get<std::vector<TokenId>>());
        QCOMPARE(QString::fromStdString(result.text),
                 QString::fromStdString(expected["text"].get<std::string>()));
        QCOMPARE(result.probabilities.size(), result.tokens.size());
    }

    void answersTogetherEqualAnswersAlone() {
        std::vector<Question> questions;
        std::vector<engine::GenerationRequest> requests;
        std::vector<engine::Session> sessions;
        for (const json& expected : m_cases) {
            questions.push_back(Question(expected));
        }
        for (int i = 0; i < 3; ++i) { // which have to take several requests each
            sessions.emplace_back(*m_engine);
        }
        const auto limit = [](std::size_t request) {
            return request % 2 == 0 ? 60 : 25;
        };
        for (std::size_t i = 0; i < questions.size(); ++i) {
            requests.push_back(questions[i].request(unguarded(limit(i))));
        }
        std::map<std::size_t, std::vector<TokenId>> ended;
        const auto results = engine::Session::generateTogether(
            sessions, requests, {}, [&](std::size_t request, const GenerationResult& result) {
                QVERIFY(ended.emplace(request, result.tokens).second);
            });
        QCOMPARE(ended.size(), m_cases.size());
        QVERIFY(sessions.size() < m_cases.size());
        for (std::size_t i = 0; i < m_cases.size(); ++i) {
            auto expected = m_cases[i]["ids"].get<std::vector<TokenId>>();
            expected.resize(std::min<std::size_t>(expected.size(), std::size_t(limit(i))));
            QCOMPARE(withEos(results[i], m_engine->tokenizer()), expected);
            QCOMPARE(ended.at(i), results[i].tokens);
        }
        for (int i = 0; i < 4; ++i) { // others beside them change nothing, to the last bit
            sessions.emplace_back(*m_engine);
        }
        const auto inOtherCompany = engine::Session::generateTogether(sessions, requests, {});
        for (std::size_t i = 0; i < m_cases.size(); ++i) {
            QCOMPARE(inOtherCompany[i].probabilities, results[i].probabilities);
        }
    }

    void aPictureIsSeenOnceForAllQuestions() {
        std::vector<Question> questions;
        for (const char* prompt : {"Read line 1.", "Read line 2.", "Read line 5."}) {
            questions.push_back(Question(expectedFolder() / "phototest0.png", prompt));
        }
        std::vector<engine::GenerationRequest> requests;
        for (const Question& asked : questions) {
            requests.push_back(asked.request(unguarded(60)));
        }
        std::vector<engine::Session> sessions;
        sessions.emplace_back(*m_engine);
        sessions.emplace_back(*m_engine);
        const auto results = engine::Session::generateTogether(sessions, requests, {});
        QCOMPARE(results[0].reusedTokens, 0);
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (i > 0) { // all but the question itself
                QVERIFY(results[i].promptTokens - results[i].reusedTokens < 12);
            }
            engine::Session alone(*m_engine);
            QCOMPARE(results[i].tokens, alone.generate(requests[i], {}).tokens);
        }
    }

    // Of two looks at things, both decide on every token, whichever is the first.
    void looksAnswerTogether() {
        std::vector<Question> seen;
        for (const char* picture : {"phototest0.png", "form1.png"}) {
            seen.push_back(Question(expectedFolder() / picture, "Read line 2."));
        }
        const auto both = [&](std::size_t first, std::size_t second) {
            engine::GenerationRequest request = seen[first].request(unguarded(40));
            request.furtherLooks.push_back({request.conversation, seen[second].images});
            return request;
        };
        const std::vector<engine::GenerationRequest> requests{both(0, 0), both(0, 1), both(1, 0)};
        std::vector<engine::Session> sessions;
        for (int i = 0; i < 5; ++i) { // for two answers at a time, and one over
            sessions.emplace_back(*m_engine);
        }
        const auto results = engine::Session::generateTogether(sessions, requests, {});
        engine::Session one(*m_engine);
        const GenerationResult alone = one.generate(seen[0].request(unguarded(40)), {});
        QCOMPARE(results[0].tokens, alone.tokens); // the same picture twice
        for (std::size_t i = 0; i < alone.tokens.size(); ++i) {
            QVERIFY(results[0].probabilities[i] >= alone.probabilities[i] - 1e-4F);
        }
        QCOMPARE(results[1].tokens, results[2].tokens);
        QVERIFY(results[1].tokens != alone.tokens);
        const std::span<engine::Session> pair = std::span(sessions).first(2);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const auto again =
                engine::Session::generateTogether(pair, std::span(requests).subspan(i, 1), {});
            QCOMPARE(again.front().tokens, results[i].tokens);
        }
    }

    void looksNeedSessions() {
        const Question seen(expectedFolder() / "phototest0.png", "Read line 2.");
        std::vector<engine::GenerationRequest> requests(2, seen.request(unguarded(4)));
        requests[0].furtherLooks.push_back({seen.conversation, seen.images});
        std::vector<engine::Session> sessions;
        sessions.emplace_back(*m_engine);
        QVERIFY_THROWS_EXCEPTION(kernels::Error,
                                 engine::Session::generateTogether(sessions, requests, {}));
        sessions.emplace_back(*m_engine);
        QVERIFY_THROWS_EXCEPTION(kernels::Error,
                                 engine::Session::generateTogether(sessions, requests, {}));
    }

    void nextTurnReusesTheCache() {
        Question asked(expectedFolder() / "form1.png", "What is the teacher?");
        engine::Session session(*m_engine);
        const GenerationResult first = session.generate(asked.request(unguarded(30)), {});
        QCOMPARE(first.reusedTokens, 0);

        engine::Message answer = engine::messageFromTagged(engine::Role::Assistant, first.text);
        answer.tokens = first.tokens;
        asked.conversation.push_back(answer);
        asked.conversation.push_back(
            engine::messageFromTagged(engine::Role::User, "What is the city?"));
        const GenerationResult second = session.generate(asked.request(unguarded(30)), {});
        QVERIFY(second.reusedTokens >=
                first.promptTokens + static_cast<int>(first.tokens.size()) - 1);

        engine::Session fresh(*m_engine);
        const GenerationResult again = fresh.generate(asked.request(unguarded(30)), {});
        QCOMPARE(again.reusedTokens, 0);
        QCOMPARE(second.tokens, again.tokens);
    }

    void anotherPictureIsNotReused() {
        const Question one(expectedFolder() / "form1.png", "Read line 1.");
        const Question two(expectedFolder() / "plain1.png", "Read line 3.");
        engine::Session session(*m_engine);
        session.generate(one.request(unguarded(8)), {});
        const GenerationResult changed = session.generate(two.request(unguarded(20)), {});
        QVERIFY(changed.reusedTokens < 10); // the words before the picture
        engine::Session fresh(*m_engine);
        QCOMPARE(changed.tokens, fresh.generate(two.request(unguarded(20)), {}).tokens);
    }

    void loopIsStoppedAndCut() {
        const auto endless = std::find_if(m_cases.begin(), m_cases.end(), endsInALoop);
        if (endless == m_cases.end()) {
            QSKIP("no answer of this version of the model ends in a loop");
        }
        const Question asked(*endless);
        engine::Session session(*m_engine);
        GenerationOptions options;
        options.maxNewTokens = 200;
        const GenerationResult result = session.generate(asked.request(options), {});
        QCOMPARE(result.stopReason, StopReason::Loop);
        QVERIFY(result.tokens.size() < (*endless)["ids"].size());
    }

    void tokenLimitEndsTheAnswer() {
        const Question asked(expectedFolder() / "phototest0.png", "Read line 1.");
        engine::Session session(*m_engine);
        const GenerationResult result = session.generate(asked.request(unguarded(7)), {});
        QCOMPARE(result.stopReason, StopReason::MaxTokens);
        QCOMPARE(result.tokens.size(), std::size_t{7});
    }

    void sinkStreamsTheText() {
        const Question asked(expectedFolder() / "phototest0.png", "Read line 1.");
        engine::Session session(*m_engine);
        std::string streamed;
        engine::GenerationRequest request = asked.request(unguarded(80));
        request.sink = [&](std::string_view text) {
            streamed += text;
        };
        const GenerationResult result = session.generate(request, {});
        QCOMPARE(QString::fromStdString(streamed), QString::fromStdString(result.text));
    }

    void cancelledWhileDecodingKeepsItsText() {
        const Question asked(expectedFolder() / "phototest0.png", "Read line 1.");
        engine::Session session(*m_engine);
        std::stop_source stop;
        int pieces = 0;
        engine::GenerationRequest request = asked.request(unguarded(200));
        request.sink = [&](std::string_view) {
            if (++pieces == 5) {
                stop.request_stop();
            }
        };
        const GenerationResult result = session.generate(request, stop.get_token());
        QCOMPARE(result.stopReason, StopReason::Cancelled);
        QVERIFY(result.tokens.size() >= 5 && result.tokens.size() <= 6);
        // The timeline is still good.
        const GenerationResult next = session.generate(asked.request(unguarded(20)), {});
        engine::Session fresh(*m_engine);
        QCOMPARE(next.tokens, fresh.generate(asked.request(unguarded(20)), {}).tokens);
    }

    void cancelledInsideAnyLayerOfThePromptLeavesAGoodTimeline() {
        const Question asked(expectedFolder() / "plain2.png", "Read line 2.");
        engine::Session fresh(*m_engine);
        const auto expected = fresh.generate(asked.request(unguarded(12)), {}).tokens;
        engine::Session session(*m_engine);
        for (int stopAt = 1; stopAt < 60; stopAt += 7) {
            std::stop_source stop;
            int modules = 0;
            session.setProbe([&](std::string_view, const kernels::Tensor&) {
                if (++modules == stopAt) {
                    stop.request_stop();
                }
            });
            GenerationOptions options = unguarded(12);
            options.prefillChunk = 100;
            const GenerationResult result =
                session.generate(asked.request(options), stop.get_token());
            if (stop.stop_requested()) {
                QCOMPARE(result.stopReason, StopReason::Cancelled);
            }
        }
        session.setProbe({});
        QCOMPARE(session.generate(asked.request(unguarded(12)), {}).tokens, expected);
    }

    void promptBeyondTheContextIsRefused() {
        Question asked(expectedFolder() / "plain1.png", "");
        std::string tooLong;
        for (int i = 0; i < 5000; ++i) {
            tooLong += "word ";
        }
        asked.conversation = {engine::messageFromTagged(engine::Role::User, "<image>\n" + tooLong)};
        engine::Session session(*m_engine);
        try {
            session.generate(asked.request(unguarded(1)), {});
            QFAIL("accepted");
        } catch (const engine::Error& error) {
            QCOMPARE(error.code(), engine::ErrorCode::BadRequest);
        }
    }

    void samplingIsRepeatableForASeed() {
        const Question asked(expectedFolder() / "plain1.png", "Read line 3.");
        GenerationOptions options = unguarded(30);
        options.sampling.temperature = 0.8;
        options.sampling.seed = 7;
        engine::Session one(*m_engine);
        engine::Session two(*m_engine);
        QCOMPARE(one.generate(asked.request(options), {}).tokens,
                 two.generate(asked.request(options), {}).tokens);
    }
};

QTEST_GUILESS_MAIN(TestNano)
#include "tst_nano.moc"
