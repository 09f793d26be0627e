// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory estimate: what it takes from a model's files, and that Nano then uses what was said.
#include "app/analysis/engine_analyzer.h"
#include "app/analysis/engine_facts.h"
#include "app/machine.h"

#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <malloc.h>

#include <cmath>

using namespace app;

namespace {

QString nano() {
    return QStringLiteral(TESSERA_SOURCE_DIR "/resources/models/nano");
}

// A file of one tensor of so many values in two bytes each, of which nothing is on the disk.
bool writeWeights(const QString& file, qint64 values) {
    QByteArray header = R"({"x":{"dtype":"BF16","shape":[)" + QByteArray::number(values) +
                        R"(],"data_offsets":[0,)" + QByteArray::number(2 * values) + "]}}";
    QFile weights(file);
    const quint64 headerBytes = quint64(header.size());
    return weights.open(QIODevice::WriteOnly) &&
           weights.write(reinterpret_cast<const char*>(&headerBytes), sizeof headerBytes) > 0 &&
           weights.write(header) > 0 && weights.resize(weights.pos() + 2 * values);
}

} // namespace

Q_DECLARE_METATYPE(app::WeightBits)

class MemoryEstimateTest final : public QObject {
    Q_OBJECT
private slots:
    void readsTheFacts();
    void saysWhatIsWrongWithTheFiles();
    void growsWithTheWork();
    void halvesTheCacheOfAllHeadsBesideQuantisedWeights();
    void countsWhatNanoUses_data();
    void countsWhatNanoUses();
    void refusesWhatDoesNotFit();
};

void MemoryEstimateTest::readsTheFacts() {
    const auto facts = readModelFacts(nano());
    QVERIFY(facts);
    // All in two bytes each, and the headers of the files.
    const qint64 stored = facts->memory.weightBytes[std::size_t(WeightBits::Stored)];
    QVERIFY(std::abs(double(stored) / double(facts->parameters) - 2) < 0.02);
    const QFileInfo weights(nano() + "/model-00001-of-000001.safetensors");
    QCOMPARE(stored, weights.size());
    // A little more than half and a quarter, since the vision tower stays as it is.
    const qint64 eight = facts->memory.weightBytes[std::size_t(WeightBits::Eight)];
    const qint64 four = facts->memory.weightBytes[std::size_t(WeightBits::Four)];
    QVERIFY(eight < 3 * stored / 4 && four < eight && four > stored / 4);
    QCOMPARE(facts->memory.tileEdge, 384);
    QVERIFY(facts->contextTokens > 1000);
}

void MemoryEstimateTest::saysWhatIsWrongWithTheFiles() {
    const QTemporaryDir folder;
    const auto facts = readModelFacts(folder.path());
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, FailureCode::ModelDamaged);
    QVERIFY(facts.error().detail.contains("config.json"));
}

void MemoryEstimateTest::growsWithTheWork() {
    const MemoryShape shape = readModelFacts(nano())->memory;
    const MemoryUse page = estimateMemory(shape);
    const MemoryUse talk = estimateMemory(shape, {.tokens = 4000});
    const MemoryUse many = estimateMemory(shape, {.tiles = 1, .tokens = 1000, .conversations = 8});
    const MemoryUse one = estimateMemory(shape, {.tiles = 1, .tokens = 1000});
    QCOMPARE(talk.weights, page.weights);
    QVERIFY(talk.cache > page.cache);
    QCOMPARE(many.cache, 8 * one.cache);
    QCOMPARE(page.total(), page.weights + page.cache + page.scratch);
    QVERIFY(estimateMost(shape, WeightBits::Stored).cache >= talk.cache);
    // More than the context holds is never kept.
    QCOMPARE(estimateMemory(shape, {.tokens = 1 << 30}).cache,
             estimateMost(shape, WeightBits::Stored).cache);
}

void MemoryEstimateTest::halvesTheCacheOfAllHeadsBesideQuantisedWeights() {
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(
        QStringLiteral(TESSERA_SOURCE_DIR "/tests/data/goldens/checkpoints/tiny-like/config.json"),
        folder.filePath("config.json")));
    QVERIFY(writeWeights(folder.filePath("model.safetensors"), 1));
    const MemoryShape allHeads = readModelFacts(folder.path())->memory;
    const MemoryShape latent = readModelFacts(nano())->memory;
    const qint64 stored = estimateMemory(allHeads, {.tokens = 1000}).cache;
    QCOMPARE(stored, qint64{1256} * 3 * 2 * 96 * 4); // tokens, layers, K and V of that width, fp32
    for (const WeightBits bits : {WeightBits::Eight, WeightBits::Four}) {
        const Workload work{.tokens = 1000, .weights = bits};
        QCOMPARE(estimateMemory(allHeads, work).cache, stored / 2);
        QCOMPARE(estimateMemory(latent, work).cache,
                 estimateMemory(latent, {.tokens = 1000}).cache);
    }
}

void MemoryEstimateTest::countsWhatNanoUses_data() {
    QTest::addColumn<WeightBits>("weights");
    for (const WeightBits weights : kWeightBits) {
        QTest::addRow("%s", qPrintable(weightBitsName(weights))) << weights;
    }
}

void MemoryEstimateTest::countsWhatNanoUses() {
    QFETCH(WeightBits, weights);
    const QTemporaryDir cache;
    qputenv("XDG_CACHE_HOME", cache.path().toLocal8Bit());
    const MemoryShape shape = readModelFacts(nano())->memory;
    QImage page(1000, 1000, QImage::Format_RGB888);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setFont(QFont(QStringLiteral("sans"), 24));
    const QStringList lines{"Twelve words on a page,", "1,234.50 and 98 %",     "ZWÖLF WÖRTER!",
                            "quick brown foxes jump",  "x = (a + b) / c; // 7", "over lazy dogs."};
    painter.drawText(page.rect(), Qt::AlignCenter, lines.join(u'\n')); // all experts have work
    painter.end();
    AnalysisRequest request;
    request.task = Task::Read;
    request.pages = {page};

    EngineAnalyzer analyzer;
    ModelChoice choice;
    choice.folder = nano();
    choice.threads = 1;
    choice.weights = weights;
    malloc_trim(0); // what the row before has freed does not hide what this one takes
    resetPeakResidentBytes();
    const qint64 before = residentBytes();
    QVERIFY(analyzer.open(choice));
    const auto result = analyzer.run(request, [](const QString&) {}, {});
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    const qint64 used = peakResidentBytes() - before;
    Workload work;
    work.tiles = 1;
    work.visualTokens = result->visualTokens;
    work.conversations = int(lines.size());
    work.tokens = result->visualTokens + 60; // of a row's conversation
    work.weights = weights;
    const MemoryUse estimate = estimateMemory(shape, work);
    qInfo("weights %.1f MB, cache %.1f MB, scratch %.1f MB; used %.1f MB",
          double(estimate.weights) / 1e6, double(estimate.cache) / 1e6,
          double(estimate.scratch) / 1e6, double(used) / 1e6);
    // Line finding and the page's pictures are not the model's; beside one this small they count.
    constexpr qint64 kPageWork = 24 << 20;
    QVERIFY(double(used) > 0.9 * double(estimate.total()) && used < estimate.total() + kPageWork);
}

void MemoryEstimateTest::refusesWhatDoesNotFit() {
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(nano() + "/config.json", folder.filePath("config.json")));
    if (!writeWeights(folder.filePath("model.safetensors"), memoryState().totalBytes)) {
        QSKIP("this drive has no sparse files");
    }

    EngineAnalyzer analyzer;
    ModelChoice choice;
    choice.folder = folder.path();
    choice.mustFit = true;
    const auto model = analyzer.open(choice);
    QVERIFY(!model);
    QCOMPARE(model.error().code, FailureCode::OutOfMemory);
    QVERIFY(model.error().detail.contains("are free"));
    choice.mustFit = false; // the user insists: what is wrong beside the size is found
    QCOMPARE(analyzer.open(choice).error().code, FailureCode::ModelDamaged);
}

QTEST_MAIN(MemoryEstimateTest)
#include "tst_memory_estimate.moc"
