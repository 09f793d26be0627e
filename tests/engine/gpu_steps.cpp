// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many kernels a step of decoding starts. A GPU waits a little between any two of them, which
// for a small model adds up to as much as the rest.
#include "engine/session.h"
#include "tests/cuda_on_host/machine.h"
#include "tests/engine/goldens.h"
#include "tests/engine/tested_device.h"

#include <QTest>

#include <algorithm>

namespace {

// Of an answer of so many tokens, prompt and all.
std::size_t kernelsOf(const engine::Engine& model, int tokens) {
    engine::Session session(model);
    const engine::Message question{
        engine::Role::User, {{engine::Piece::Kind::Text, "What is this?"}}, {}};
    engine::GenerationOptions options;
    options.maxNewTokens = tokens;
    options.guardAgainstLoops = false;
    cuda_on_host::takeKernels();
    const auto result = session.generate({{&question, 1}, {}, options, {}}, {});
    if (result.stopReason != engine::StopReason::MaxTokens) {
        qFatal("the answer ends by itself");
    }
    return cuda_on_host::takeKernels();
}

} // namespace

class GpuSteps : public QObject {
    Q_OBJECT

private slots:

    void kernelsOfALayer_data() {
        QTest::addColumn<QString>("checkpoint");
        QTest::addColumn<std::size_t>("most");
        // Projections; rotation and caching; attention; its output; routing; experts, in two. A
        // dense layer has a norm and two products in place of the last three.
        QTest::addRow("heads") << "tiny-like" << std::size_t{7};
        // Latent attention besides takes queries into latent space, brings its parts together and
        // takes the result out again.
        QTest::addRow("latents") << "small-like" << std::size_t{10};
    }

    void kernelsOfALayer() {
        QFETCH(QString, checkpoint);
        QFETCH(std::size_t, most);
        const auto device = std::find_if(tested::devices().begin(), tested::devices().end(),
                                         [](const tested::Device& each) { return !each.isExact; });
        const engine::Engine model(goldens::folder() / "checkpoints" / checkpoint.toStdString(),
                                   device->options);
        constexpr std::size_t kAround = 4; // embedding, last norm, logits, their best
        const auto layers = static_cast<std::size_t>(model.config().language.numHiddenLayers);
        const std::size_t ofFour = kernelsOf(model, 12) - kernelsOf(model, 8);
        QVERIFY2(ofFour <= 4 * (layers * most + kAround),
                 qPrintable(QString("%1 kernels a step of %2 layers").arg(ofFour / 4).arg(layers)));
    }
};

QTEST_GUILESS_MAIN(GpuSteps)
#include "gpu_steps.moc"
