// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The model that ships on a GPU: its answers equal the published implementation's, token for token,
// whether activations are fp32 or bf16.
#include "tests/engine/nano_cases.h"
#include "tests/engine/tested_device.h"

#include <QtTest>

#include <limits>
#include <map>
#include <memory>

using nlohmann::json;

Q_DECLARE_METATYPE(engine::Quantisation)

class GpuNano : public QObject {
    Q_OBJECT

private:
    // What slow devices run: the first tokens of the first question about each small picture.
    static constexpr std::size_t kFewTokens = 12;
    static constexpr int kSmallPrompt = 500;

    std::map<int, std::unique_ptr<engine::Engine>> m_engines;

private slots:

    void answers_data() {
        QTest::addColumn<int>("device");
        QTest::addColumn<int>("index");
        const json cases = nano::cases();
        for (std::size_t device = 0; device < tested::devices().size(); ++device) {
            const tested::Device& tested = tested::devices()[device];
            for (std::size_t i = 0; i < cases.size(); ++i) {
                const std::string prompt = cases[i]["prompt"];
                const bool isFirst = i == 0 || cases[i - 1]["image"] != cases[i]["image"];
                // Where the experts are is nothing that one picture does not show.
                const bool isEnough = tested.options.workingBytes > 0 && i > 0;
                if (!tested.isSlow ||
                    (isFirst && !isEnough && cases[i]["prompt_tokens"] < kSmallPrompt)) {
                    QTest::addRow("%s, %s: %s", tested.name,
                                  cases[i]["image"].get<std::string>().c_str(), prompt.c_str())
                        << int(device) << int(i);
                }
            }
        }
    }

    void answers() {
        QFETCH(int, device);
        QFETCH(int, index);
        const tested::Device& tested = tested::devices()[static_cast<std::size_t>(device)];
        auto& model = m_engines[device];
        if (model == nullptr) {
            model = std::make_unique<engine::Engine>(goldens::nanoFolder(), tested.options);
        }
        const json expected = nano::cases()[static_cast<std::size_t>(index)];
        auto ids = expected["ids"].get<std::vector<engine::TokenId>>();
        if (tested.isSlow) {
            ids.resize(std::min(ids.size(), kFewTokens));
        }
        const nano::Question asked(expected);
        engine::Session session(*model);
        const engine::GenerationResult result =
            session.generate(asked.request(nano::unguarded(int(ids.size()))), {});
        auto got = nano::withEos(result, model->tokenizer());
        got.resize(std::min(got.size(), ids.size()));
        QCOMPARE(got, ids);
    }

    // Two looks at the same picture answer as one does.
    void looks() {
        constexpr int kTokens = 6;
        const json expected = nano::cases().front();
        auto ids = expected["ids"].get<std::vector<engine::TokenId>>();
        ids.resize(kTokens);
        const nano::Question asked(expected);
        engine::GenerationRequest request = asked.request(nano::unguarded(kTokens));
        request.furtherLooks.push_back({request.conversation, asked.images});
        for (const tested::Device& tested : tested::devices()) {
            if (tested.options.workingBytes > 0) {
                continue; // where the experts are is nothing to looks
            }
            const engine::Engine model(goldens::nanoFolder(), tested.options);
            std::vector<engine::Session> sessions;
            sessions.emplace_back(model);
            sessions.emplace_back(model);
            const auto results = engine::Session::generateTogether(sessions, {&request, 1}, {});
            QCOMPARE(results.front().tokens, ids);
        }
    }

    void expertsStayOnTheGpuWhereThereIsRoom() {
        engine::EngineOptions options;
        options.device = engine::Device::Cuda;
        const engine::Engine model(goldens::nanoFolder(), options);
        QCOMPARE(&model.expertBackend(), &model.backend());
        QCOMPARE(model.description(), model.backend().description());
    }

    void expertsGoToTheCpuWhereThereIsNone_data() {
        QTest::addColumn<engine::Quantisation>("quantisation");
        QTest::addRow("as stored") << engine::Quantisation::None;
        QTest::addRow("8 bits") << engine::Quantisation::EightBits;
    }

    // Which refers to them where they lie, and the GPU gets everything else.
    void expertsGoToTheCpuWhereThereIsNone() {
        QFETCH(engine::Quantisation, quantisation);
        engine::EngineOptions options;
        options.device = engine::Device::Cuda;
        options.quantisation = quantisation;
        options.workingBytes = std::numeric_limits<std::uint64_t>::max();
        const engine::Engine model(goldens::nanoFolder(), options);
        QCOMPARE_NE(&model.expertBackend(), &model.backend());
        QVERIFY(model.description().find("experts") != std::string::npos);
        const engine::Checkpoint::Shard& shard = model.checkpoint().shards().front();
        const auto isOnHost = [&](const kernels::Tensor& tensor) {
            const auto* at = static_cast<const std::byte*>(tensor.data);
            const auto* quantised = model.weights().quantised.get();
            return (at >= shard.memory && at < shard.memory + shard.bytes) ||
                   (quantised != nullptr && at >= quantised->memory() &&
                    at < quantised->memory() + quantised->bytes());
        };
        const engine::LayerWeights& layer = model.weights().language.layers.back();
        QVERIFY(isOnHost(layer.moe.expertGate.front()) && isOnHost(layer.moe.expertDown.back()));
        QVERIFY(!isOnHost(layer.attention.qProj) && !isOnHost(layer.moe.shared.up));
        QVERIFY(!isOnHost(layer.moe.gate) && !isOnHost(model.weights().language.lmHead));
    }
};

QTEST_GUILESS_MAIN(GpuNano)
#include "gpu_nano.moc"
