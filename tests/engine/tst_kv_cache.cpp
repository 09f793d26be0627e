// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// KvCache: it keeps its rows as it grows and hands them on, in either type; which type is whose;
// and what a session of a quantised multi-head model answers from a cache of BF16.
#include "engine/language/decoder.h"
#include "engine/session.h"
#include "tests/engine/goldens.h"
#include "tests/engine/logits.h"

#include <QTest>

#include <algorithm>
#include <memory>

using engine::Engine;
using engine::EngineOptions;
using engine::GenerationResult;
using engine::KvCache;
using engine::LanguageConfig;
using engine::Quantisation;
using engine::TokenId;
using kernels::DType;
using kernels::Tensor;

namespace {

using Logits = std::vector<std::vector<float>>; // step by step

LanguageConfig multiHead() {
    LanguageConfig config;
    config.useMla = false;
    config.numHiddenLayers = 2;
    config.hiddenSize = 24;
    config.numAttentionHeads = 4;
    config.numKeyValueHeads = 2;
    return config;
}

// (T, G, C): small whole numbers, exact in any type, that tell all rows and layers apart.
std::vector<float> rowsFor(const Tensor& rows, int layer, int first) {
    std::vector<float> values(static_cast<std::size_t>(rows.elements()));
    const auto perRow = static_cast<std::size_t>(rows.size(1) * rows.size(2));
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = float((std::size_t(first) + i / perRow) % 100 + (layer + i) % 2 * 100);
    }
    return values;
}

void append(kernels::Backend& backend, KvCache& cache, int count) {
    const auto first = int(cache.length());
    cache.reserve(first + count);
    for (int layer = 0; layer < 2; ++layer) {
        for (const Tensor& all :
             {cache.keys(layer, first + count), cache.values(layer, first + count)}) {
            const Tensor rows = all.slice(0, first, count);
            std::vector<float> values = rowsFor(rows, layer, first);
            backend.copy(rows, {values.data(), DType::F32, {count, rows.size(1), rows.size(2)}});
        }
    }
    cache.advance(count);
}

bool holdsItsRows(kernels::Backend& backend, const KvCache& cache) {
    for (int layer = 0; layer < 2; ++layer) {
        for (const Tensor& rows :
             {cache.keys(layer, cache.length()), cache.values(layer, cache.length())}) {
            const std::vector<float> expected = rowsFor(rows, layer, 0);
            std::vector<float> got(expected.size());
            backend.copy({got.data(), DType::F32, {rows.size(0), rows.size(1), rows.size(2)}},
                         rows);
            if (got != expected) {
                return false;
            }
        }
    }
    return true;
}

// Keeps what the model says at every step, as long as the session is asked.
void recordLogits(engine::Session& session, const Engine& model, Logits& said) {
    session.setProbe([&](std::string_view name, const Tensor& output) {
        if (name == "language.lm_head") {
            said.push_back(logits::downloaded(model.backend(), output));
        }
    });
}

// What the model says after a prompt and after each of the tokens, with a cache of that type that
// has room for all from the start.
Logits logitsWith(const Engine& model, DType type, std::span<const TokenId> prompt,
                  std::span<const TokenId> tokens) {
    const LanguageConfig& config = model.config().language;
    const engine::LanguageWeights& weights = model.weights().language;
    kernels::Backend& backend = model.backend();
    engine::Workspace workspace(backend);
    const engine::Probe probe;
    engine::Pass pass{backend, backend, workspace, probe, {}};
    KvCache cache(config, type, backend);
    cache.reserve(static_cast<std::int64_t>(prompt.size() + tokens.size()));
    Logits steps;
    const auto feed = [&](std::span<const TokenId> ids) {
        const engine::Workspace::Scope scope(workspace);
        const auto count = static_cast<std::int64_t>(ids.size());
        const Tensor onDevice = workspace.take(DType::I32, {count});
        backend.upload(onDevice, ids.data());
        const Tensor x = workspace.take({count, config.hiddenSize});
        backend.embed(x, weights.embedTokens, onDevice);
        const engine::Run run{&cache, count};
        decode(pass, config, weights, nextRows(pass, {&run, 1}), x);
        cache.advance(count);
        const Tensor out = workspace.take({1, config.vocabSize});
        engine::logits(pass, config, weights, x.slice(0, count - 1, 1), out);
        steps.push_back(logits::downloaded(backend, out));
    };
    feed(prompt);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        feed(tokens.subspan(i, 1));
    }
    return steps;
}

// Of all steps. The largest says less: where a token is between two experts, anything sends it to
// the other one.
double medianDistance(const Logits& got, const Logits& expected) {
    std::vector<double> distances;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        distances.push_back(logits::distance(got[i], expected[i]));
    }
    std::sort(distances.begin(), distances.end());
    return distances[distances.size() / 2];
}

engine::GenerationOptions longAnswer() {
    engine::GenerationOptions options;
    options.maxNewTokens = 300; // more than a session makes room for beforehand
    options.guardAgainstLoops = false;
    return options;
}

} // namespace

Q_DECLARE_METATYPE(kernels::DType)
Q_DECLARE_METATYPE(engine::Quantisation)

class TestKvCache : public QObject {
    Q_OBJECT

    std::unique_ptr<kernels::Backend> m_backend = kernels::makeCpuBackend(1);

    static void addTypes() {
        QTest::addColumn<DType>("type");
        QTest::addRow("F32") << DType::F32;
        QTest::addRow("BF16") << DType::BF16;
    }

    static void addQuantisations() {
        QTest::addColumn<Quantisation>("quantisation");
        QTest::addRow("8 bits") << Quantisation::EightBits;
        QTest::addRow("4 bits") << Quantisation::FourBits;
    }

    static std::filesystem::path tinyFolder() {
        return goldens::folder() / "checkpoints/tiny-like";
    }

    static bool hasTiny() {
        return std::filesystem::exists(tinyFolder() / "model.safetensors.index.json");
    }

    static EngineOptions quantised(Quantisation quantisation) {
        EngineOptions options;
        options.quantisation = quantisation;
        return options;
    }

private slots:

    void growsAndKeepsItsRows_data() { addTypes(); }

    void growsAndKeepsItsRows() {
        QFETCH(DType, type);
        KvCache cache(multiHead(), type, *m_backend);
        for (const int count : {1, 200, 100, 700}) {
            append(*m_backend, cache, count);
            QVERIFY(holdsItsRows(*m_backend, cache));
        }
        QCOMPARE(cache.keys(1, 3).dtype, type);
        QCOMPARE(cache.values(1, 3).dtype, type);
        cache.truncate(150);
        append(*m_backend, cache, 20);
        QCOMPARE(cache.length(), std::int64_t{170});
        QVERIFY(holdsItsRows(*m_backend, cache));
    }

    void beginsLikeAnother_data() { addTypes(); }

    void beginsLikeAnother() {
        QFETCH(DType, type);
        KvCache first(multiHead(), type, *m_backend);
        append(*m_backend, first, 400);
        KvCache second(multiHead(), type, *m_backend);
        append(*m_backend, second, 3);
        second.copyFrom(first, 300);
        QCOMPARE(second.length(), std::int64_t{300});
        append(*m_backend, second, 300);
        QVERIFY(holdsItsRows(*m_backend, second));
        QVERIFY(holdsItsRows(*m_backend, first));
    }

    void onlyTheLargeOneBesideQuantisedWeightsIsHalved() {
        LanguageConfig latent = multiHead();
        latent.useMla = true;
        for (const Quantisation bits : {Quantisation::EightBits, Quantisation::FourBits}) {
            QCOMPARE(cacheType(multiHead(), quantised(bits)), DType::BF16);
            QCOMPARE(cacheType(latent, quantised(bits)), DType::F32);
        }
        QCOMPARE(cacheType(multiHead(), {}), DType::F32);
        QCOMPARE(cacheType(latent, {}), DType::F32);
        for (const DType activations :
             {DType::F32, DType::BF16}) { // a GPU's is what it computes in
            EngineOptions gpu = quantised(Quantisation::FourBits);
            gpu.device = engine::Device::Cuda;
            gpu.activations = activations;
            QCOMPARE(cacheType(multiHead(), gpu), activations);
        }
    }

    void aSessionAnswersFromIt_data() { addQuantisations(); }

    // Token by token what the model says with such a cache, which is nearer to what it says with
    // one of fp32 than the weights of fewer bits are to the stored ones.
    void aSessionAnswersFromIt() {
        if (!hasTiny()) {
            QSKIP("the weights of this checkpoint are not beside this checkout");
        }
        QFETCH(Quantisation, quantisation);
        const Engine model(tinyFolder(), quantised(quantisation));
        QCOMPARE(model.cacheType(), DType::BF16);
        std::vector<engine::Message> conversation(1);
        GenerationResult result;
        Logits said;
        // For which a cache has to grow. How long random weights go on depends on the processor.
        for (int page = 1; page <= 20 && result.tokens.size() <= 256; ++page) {
            conversation[0] = engine::messageFromTagged(
                engine::Role::User, "What is written on page " + std::to_string(page) + "?");
            engine::Session session(model);
            said.clear();
            recordLogits(session, model, said);
            result = session.generate({conversation, {}, longAnswer(), {}}, {});
        }
        QVERIFY(result.tokens.size() > 256);
        const auto prompt = encodeConversation(model.tokenizer(), conversation, {}).ids;
        const auto inHalves = logitsWith(model, DType::BF16, prompt, result.tokens);
        QVERIFY(std::equal(inHalves.begin(), inHalves.end(), said.begin()));
        const Engine stored(tinyFolder(), {});
        const auto inFull = logitsWith(model, DType::F32, prompt, result.tokens);
        const auto ofStored = logitsWith(stored, DType::F32, prompt, result.tokens);
        const double byCache = medianDistance(said, inFull);
        const double byWeights = medianDistance(inFull, ofStored);
        qInfo("logits moved by %.5f of their deviation, by the weights %.5f", byCache, byWeights);
        QVERIFY(byCache > 0 && byCache < byWeights);
    }

    void theNextTurnContinuesIt_data() { addQuantisations(); }

    // What decoding has left there differs by the order of its sums from what a prompt leaves; the
    // limit is twice what that was measured to do.
    void theNextTurnContinuesIt() {
        if (!hasTiny()) {
            QSKIP("the weights of this checkpoint are not beside this checkout");
        }
        QFETCH(Quantisation, quantisation);
        const Engine model(tinyFolder(), quantised(quantisation));
        std::vector<engine::Message> conversation{
            engine::messageFromTagged(engine::Role::User, "What is written on the page?")};
        engine::Session session(model);
        const GenerationResult first = session.generate({conversation, {}, longAnswer(), {}}, {});
        engine::Message answer = engine::messageFromTagged(engine::Role::Assistant, first.text);
        answer.tokens = first.tokens;
        conversation.push_back(answer);
        conversation.push_back(engine::messageFromTagged(engine::Role::User, "And below it?"));

        const auto firstLogits = [&](engine::Session& asked) {
            Logits said;
            recordLogits(asked, model, said);
            const auto result = asked.generate({conversation, {}, longAnswer(), {}}, {});
            return std::pair(said.front(), result.reusedTokens);
        };
        engine::Session fresh(model);
        const auto [continued, reused] = firstLogits(session);
        const auto [again, none] = firstLogits(fresh);
        QVERIFY(reused >= first.promptTokens + int(first.tokens.size()) - 1);
        QCOMPARE(none, 0);
        const double moved = logits::distance(continued, again);
        qInfo("logits moved by %.4f of their deviation", moved);
        QVERIFY(moved < 0.03);
    }

    void companyChangesNothing_data() { addQuantisations(); }

    // Requests that begin alike, in two sessions and in five: to the last bit.
    void companyChangesNothing() {
        if (!hasTiny()) {
            QSKIP("the weights of this checkpoint are not beside this checkout");
        }
        QFETCH(Quantisation, quantisation);
        const Engine model(tinyFolder(), quantised(quantisation));
        std::vector<std::vector<engine::Message>> conversations;
        for (const char* line : {"first", "second", "third", "fourth", "last"}) {
            std::string text = "Here is a long page of words that all questions are about: ";
            for (int i = 0; i < 60; ++i) {
                text += "word " + std::to_string(i) + ", ";
            }
            conversations.push_back({engine::messageFromTagged(
                engine::Role::User, text + "read its line, the " + line)});
        }
        engine::GenerationOptions options = longAnswer();
        options.maxNewTokens = 40;
        std::vector<engine::GenerationRequest> requests;
        for (const auto& conversation : conversations) {
            requests.push_back({conversation, {}, options, {}});
        }
        const auto answersOf = [&](int count) {
            std::vector<engine::Session> sessions;
            for (int i = 0; i < count; ++i) {
                sessions.emplace_back(model);
            }
            return engine::Session::generateTogether(sessions, requests, {});
        };
        const auto inPairs = answersOf(2);
        const auto together = answersOf(5);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            QCOMPARE(together[i].probabilities, inPairs[i].probabilities);
            QVERIFY(i == 0 || together[i].reusedTokens > 64);
        }
    }
};

QTEST_GUILESS_MAIN(TestKvCache)
#include "tst_kv_cache.moc"
