// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fewer bits do to Nano's answers: how far the logits of their first tokens move, most of all
// where a token goes to another expert, and how many tokens stay until the first that differs. The
// limits are about twice what was measured when they were written. One session answers all, so that
// a picture is seen once for the questions about it.
#include "engine/session.h"
#include "tests/engine/nano_cases.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using engine::Quantisation;

namespace {

struct Answer {
    std::vector<float> logits; // of the first token
    std::vector<engine::TokenId> tokens;
};

std::vector<Answer> answersOf(const engine::Engine& model) {
    engine::Session session(model);
    std::vector<Answer> answers;
    session.setProbe([&](std::string_view name, const kernels::Tensor& output) {
        if (name == "language.lm_head" && answers.back().logits.empty()) {
            answers.back().logits.resize(static_cast<std::size_t>(output.elements()));
            model.backend().download(answers.back().logits.data(), output);
        }
    });
    for (const nlohmann::json& expected : nano::cases()) {
        answers.emplace_back();
        const nano::Question question(expected);
        const auto result = session.generate(question.request(nano::unguarded(64)), {});
        answers.back().tokens = nano::withEos(result, model.tokenizer());
    }
    return answers;
}

// The root of the mean squared difference, of the deviation of the expected ones.
double distance(const std::vector<float>& got, const std::vector<float>& expected) {
    double mean = 0;
    for (const float value : expected) {
        mean += value / static_cast<double>(expected.size());
    }
    double error = 0;
    double spread = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        error += std::pow(got[i] - expected[i], 2);
        spread += std::pow(expected[i] - mean, 2);
    }
    return std::sqrt(error / spread);
}

std::size_t equalAtTheStart(const Answer& a, const Answer& b) {
    const auto [end, other] =
        std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end());
    return static_cast<std::size_t>(end - a.tokens.begin());
}

struct Change {
    std::vector<double> logits; // the distance in each answer
    std::size_t tokens = 0;     // of the answers of the stored weights
    std::size_t unchanged = 0;  // of these, until the first that differs
};

} // namespace

Q_DECLARE_METATYPE(engine::Quantisation)

class TestQuantisedAnswers : public QObject {
    Q_OBJECT

    std::vector<Answer> m_stored;

private slots:

    void initTestCase() { m_stored = answersOf(engine::Engine(goldens::nanoFolder(), {})); }

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
        const engine::Engine model(goldens::nanoFolder(),
                                   {.quantisation = quantisation, .cacheFolder = {}});
        const std::vector<Answer> answers = answersOf(model);
        Change change;
        for (std::size_t i = 0; i < m_stored.size(); ++i) {
            change.logits.push_back(distance(answers[i].logits, m_stored[i].logits));
            change.tokens += m_stored[i].tokens.size();
            change.unchanged += equalAtTheStart(m_stored[i], answers[i]);
        }
        std::sort(change.logits.begin(), change.logits.end());
        const double median = change.logits[change.logits.size() / 2];
        const double share = double(change.unchanged) / double(change.tokens);
        qInfo("logits moved by %.4f of their deviation, at most %.4f; %.1f %% of %zu tokens stay",
              median, change.logits.back(), 100 * share, change.tokens);
        QVERIFY(median > 0 && change.logits.back() < logits);
        QVERIFY(share > unchanged);
    }
};

QTEST_GUILESS_MAIN(TestQuantisedAnswers)
#include "tst_quantised_answers.moc"
