// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fewer bits do to the answers of Nano and of the golden checkpoints: how far the logits of
// their first tokens move, most of all where a token goes to another expert, and how many tokens
// stay until the first that differs. The limits are about twice what was measured when they were
// written; the golden checkpoints' weights are random, so that their tokens say little.
#include "engine/session.h"
#include "tests/engine/golden_cases.h"
#include "tests/engine/logits.h"
#include "tests/engine/nano_cases.h"

#include <QTest>

#include <algorithm>

using engine::Quantisation;

namespace {

struct Answer {
    std::vector<float> logits; // of the first token
    std::vector<engine::TokenId> tokens;
};

// Answers one request after another in one session, so that a picture is seen once for the
// questions about it.
class Answering {
public:
    explicit Answering(const engine::Engine& model)
        : m_model(model)
        , m_session(model) {
        m_session.setProbe([this](std::string_view name, const kernels::Tensor& output) {
            if (name == "language.lm_head" && m_answers.back().logits.empty()) {
                m_answers.back().logits = logits::downloaded(m_model.backend(), output);
            }
        });
    }

    void answer(const engine::GenerationRequest& request) {
        m_answers.emplace_back();
        const auto result = m_session.generate(request, {});
        m_answers.back().tokens = nano::withEos(result, m_model.tokenizer());
    }

    const std::vector<Answer>& answers() const { return m_answers; }

private:
    const engine::Engine& m_model;
    engine::Session m_session;
    std::vector<Answer> m_answers;
};

std::vector<Answer> answersOfNano(Quantisation quantisation) {
    const engine::Engine model(goldens::nanoFolder(),
                               {.quantisation = quantisation, .cacheFolder = {}});
    Answering answering(model);
    for (const nlohmann::json& expected : nano::cases()) {
        const nano::Question question(expected);
        answering.answer(question.request(nano::unguarded(64)));
    }
    return answering.answers();
}

std::vector<Answer> answersOfGoldens(Quantisation quantisation) {
    std::vector<Answer> all;
    for (const std::filesystem::path& file : goldens::caseFiles()) {
        const goldens::Case golden = goldens::loadCase(file);
        const engine::Engine model(golden.checkpoint,
                                   {.quantisation = quantisation, .cacheFolder = {}});
        Answering answering(model);
        answering.answer({golden.conversation, golden.images, nano::unguarded(24), {}});
        all.push_back(answering.answers().front());
    }
    return all;
}

std::size_t equalAtTheStart(const Answer& a, const Answer& b) {
    const auto [end, other] =
        std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end());
    return static_cast<std::size_t>(end - a.tokens.begin());
}

struct Change {
    double median = 0;    // distance of the logits
    double most = 0;      // of any answer
    double unchanged = 0; // share of the tokens, until the first that differs
};

Change change(const std::vector<Answer>& answers, const std::vector<Answer>& stored) {
    std::vector<double> distances;
    std::size_t tokens = 0;
    std::size_t unchanged = 0;
    for (std::size_t i = 0; i < stored.size(); ++i) {
        distances.push_back(logits::distance(answers[i].logits, stored[i].logits));
        tokens += stored[i].tokens.size();
        unchanged += equalAtTheStart(stored[i], answers[i]);
    }
    std::sort(distances.begin(), distances.end());
    const double share = double(unchanged) / double(tokens);
    qInfo("logits moved by %.4f of their deviation, at most %.4f; %.1f %% of %zu tokens stay",
          distances[distances.size() / 2], distances.back(), 100 * share, tokens);
    return {distances[distances.size() / 2], distances.back(), share};
}

} // namespace

Q_DECLARE_METATYPE(engine::Quantisation)

class TestQuantisedAnswers : public QObject {
    Q_OBJECT

private slots:

    void nanoAnswersAlike_data() {
        QTest::addColumn<Quantisation>("quantisation");
        QTest::addColumn<double>("logits");
        QTest::addColumn<double>("unchanged");
        QTest::addRow("8 bits") << Quantisation::EightBits << 0.34 << 0.5;
        QTest::addRow("4 bits") << Quantisation::FourBits << 0.84 << 0.2;
    }

    void nanoAnswersAlike() {
        QFETCH(Quantisation, quantisation);
        QFETCH(double, logits);
        QFETCH(double, unchanged);
        static const std::vector<Answer> stored = answersOfNano(Quantisation::None);
        const Change found = change(answersOfNano(quantisation), stored);
        QVERIFY(found.median > 0 && found.most < logits);
        QVERIFY(found.unchanged > unchanged);
    }

    void goldensAnswerAlike_data() {
        QTest::addColumn<Quantisation>("quantisation");
        QTest::addColumn<double>("logits");
        QTest::addRow("8 bits") << Quantisation::EightBits << 0.8;
        QTest::addRow("4 bits") << Quantisation::FourBits << 0.88;
    }

    void goldensAnswerAlike() {
        QFETCH(Quantisation, quantisation);
        QFETCH(double, logits);
        static const std::vector<Answer> stored = answersOfGoldens(Quantisation::None);
        const Change found = change(answersOfGoldens(quantisation), stored);
        QVERIFY(found.median > 0 && found.most < logits);
    }
};

QTEST_GUILESS_MAIN(TestQuantisedAnswers)
#include "tst_quantised_answers.moc"
