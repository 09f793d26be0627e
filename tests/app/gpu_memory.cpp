// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The estimate of a GPU's memory against what the emulated one gives out while Nano answers.
#include "app/analysis/engine_facts.h"
#include "app/analysis/engine_weights.h"
#include "tests/cuda_on_host/machine.h"
#include "tests/engine/nano_cases.h"

#include <QTest>

using namespace app;

Q_DECLARE_METATYPE(app::WeightBits)

class GpuMemory : public QObject {
    Q_OBJECT

private slots:

    void isWhatWasEstimated_data() {
        QTest::addColumn<WeightBits>("weights");
        for (const WeightBits weights : kWeightBits) {
            QTest::addRow("%s", qPrintable(weightBitsName(weights))) << weights;
        }
    }

    void isWhatWasEstimated() {
        QFETCH(WeightBits, weights);
        const QString folder = QString::fromStdString(goldens::nanoFolder().string());
        const auto facts = readModelFacts(folder);
        QVERIFY(facts);
        cuda_on_host::takeMostDeviceMemory();
        engine::EngineOptions options;
        options.device = engine::Device::Cuda;
        options.quantisation = quantisationFor(weights);
        const engine::Engine model(goldens::nanoFolder(), options);
        engine::Session session(model);
        const nano::Question question(nano::expectedFolder() / "form1.png", "Read line 1.");
        const auto result = session.generate(question.request(nano::unguarded(2)), {});
        const auto used = double(cuda_on_host::takeMostDeviceMemory());
        const Workload work{.tiles = 1,
                            .visualTokens = 421,
                            .tokens = result.promptTokens,
                            .weights = weights,
                            .isOnGpu = true};
        const MemoryUse estimate = estimateMemory(facts->memory, work);
        qInfo("weights %.1f MB, cache %.1f MB, scratch %.1f MB; used %.1f MB",
              double(estimate.weights) / 1e6, double(estimate.cache) / 1e6,
              double(estimate.scratch) / 1e6, used / 1e6);
        QVERIFY(std::abs(double(estimate.total()) / used - 1) < 0.1);
    }
};

QTEST_GUILESS_MAIN(GpuMemory)
#include "gpu_memory.moc"
