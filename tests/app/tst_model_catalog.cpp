// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Model cards and where models are found: the shipped card, defaults, hostile files, the hub
// layout.
#include "app/models/model_card.h"
#include "app/models/model_catalog.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

namespace {

const QByteArray kConfig = R"({"model_type": "deepseek_vl_v2"})";

void write(const QString& path, const QByteArray& bytes) {
    QVERIFY(QDir().mkpath(path.section(u'/', 0, -2)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList names(const ModelListing& listing) {
    QStringList names;
    for (const FoundModel& model : listing.models) {
        names.append(model.card.name);
    }
    return names;
}

} // namespace

class ModelCatalogTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

private slots:
    void readsTheShippedCard();
    void givesDefaultsWithoutACard();
    void refuses_data();
    void refuses();
    void leavesOutUnknownTasks();
    void listsAllPlaces();
    void finds();
    void namesWhatThereIs();
    void knowsTheShippedModel();
};

void ModelCatalogTest::readsTheShippedCard() {
    const auto card = readModelCard(QFINDTESTDATA("../../resources/models/nano"));
    QVERIFY(card);
    QCOMPARE(card->name, "Tessera Nano");
    QCOMPARE(card->license, "Apache-2.0");
    QCOMPARE(card->tasks, QVector<Task>({Task::Read, Task::Find, Task::Ask}));
    QCOMPARE(card->readPrompt, "Read line {row}.");
    QCOMPARE(card->lookUpPrompt, "What is the {field}?");
    QCOMPARE(card->readingMode, ReadingMode::PackedRows);
    QCOMPARE(card->packedRows.rowsPerTile, 13);
    QCOMPARE(card->packedRows.minGap, 4.5);
    QCOMPARE(card->packedRows.secondLook, 7);
    QCOMPARE(card->maxNewTokens, 200);
}

void ModelCatalogTest::givesDefaultsWithoutACard() {
    const QString folder = m_dir.filePath("some-model");
    write(folder + "/config.json", kConfig);
    const auto card = readModelCard(folder);
    QVERIFY(card);
    QCOMPARE(card->name, "some-model");
    QCOMPARE(card->folder, folder);
    QCOMPARE(card->readingMode, ReadingMode::WholePage);
    QCOMPARE(card->tasks.size(), 4);
    QVERIFY(card->findPrompt.contains("{phrase}"));
    QVERIFY(card->lookUpPrompt.isEmpty());
}

void ModelCatalogTest::refuses_data() {
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<QString>("named"); // what the detail must name

    const auto row = [](const char* name, const QByteArray& config, const QByteArray& card,
                        FailureCode code, const char* named) {
        QTest::newRow(name) << config << card << code << QString::fromLatin1(named);
    };
    const auto cardRow = [&](const char* name, const QByteArray& members, const char* named) {
        row(name, kConfig, "{\"schema\": 1, " + members + "}", FailureCode::ModelDamaged, named);
    };
    row("no folder", {}, {}, FailureCode::ModelMissing, "config.json");
    row("empty config", " ", {}, FailureCode::ModelDamaged, "not a JSON object");
    row("a list", "[1]", {}, FailureCode::ModelDamaged, "not a JSON object");
    row("deep", QByteArray(100'000, '['), {}, FailureCode::ModelDamaged, "not a JSON object");
    row("huge", QByteArray((4 << 20) + 1, ' '), {}, FailureCode::ModelDamaged, "4194304");
    row("another model", R"({"model_type": "llama"})", {}, FailureCode::ModelUnsupported, "llama");
    row("card is not JSON", kConfig, "{", FailureCode::ModelDamaged, "not a JSON object");
    row("card is huge", kConfig, QByteArray((256 << 10) + 1, ' '), FailureCode::ModelDamaged,
        "262144");
    row("card without schema", kConfig, "{}", FailureCode::ModelUnsupported, "schema");
    row("card of a later schema", kConfig, R"({"schema": 2})", FailureCode::ModelUnsupported,
        "schema");
    cardRow("name is a number", R"("name": 3)", "\"name\"");
    cardRow("name is endless", "\"name\": \"" + QByteArray(3000, 'x') + "\"", "\"name\"");
    cardRow("tasks is a text", R"("tasks": "read")", "\"tasks\"");
    cardRow("prompts is a list", R"("prompts": [])", "\"prompts\"");
    cardRow("find without phrase", R"("prompts": {"find": "<|ref|>x<|/ref|>"})",
            "\"prompts.find\"");
    cardRow("rows without a number", R"("reading": {"mode": "packedRows"})", "\"prompts.read\"");
    cardRow("unknown mode", R"("reading": {"mode": "upsideDown"})", "\"reading.mode\"");
    cardRow("rows of nothing", R"("reading": {"mode": "packedRows", "rowHeight": 0})",
            "\"reading.rowHeight\"");
    cardRow("half a row", R"("reading": {"rowsPerTile": 1.5})", "\"reading.rowsPerTile\"");
    cardRow("rows past the tile", R"("reading": {"rowsPerTile": 14})", "\"reading.rowsPerTile\"");
    cardRow("row past the tile", R"("reading": {"left": 20})", "\"reading.maxWidth\"");
    cardRow("moved past the tile", R"("reading": {"secondLook": 11})", "\"reading.maxWidth\"");
    cardRow("endless tokens", R"("maxNewTokens": 1e300)", "\"maxNewTokens\"");
    cardRow("negative tokens", R"("maxNewTokens": -1)", "\"maxNewTokens\"");
}

void ModelCatalogTest::refuses() {
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, card);
    QFETCH(FailureCode, code);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    if (!config.isEmpty()) {
        write(folder.filePath("config.json"), config);
    }
    if (!card.isEmpty()) {
        write(folder.filePath("tessera.json"), card);
    }
    const auto result = readModelCard(folder.path());
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY2(result.error().detail.contains(named), qPrintable(result.error().detail));
    QVERIFY(result.error().subject.startsWith(folder.path()));
    QVERIFY(result.error().detail.size() < 200);
}

void ModelCatalogTest::leavesOutUnknownTasks() {
    const QTemporaryDir folder;
    write(folder.filePath("config.json"), kConfig);
    write(folder.filePath("tessera.json"),
          R"({"schema": 1, "tasks": ["dance", "read", "read", 7]})");
    const auto card = readModelCard(folder.path());
    QVERIFY(card);
    QCOMPARE(card->tasks, QVector<Task>({Task::Read}));
}

// One model in each place, one that is damaged, one whose download has not begun.
void ModelCatalogTest::listsAllPlaces() {
    const QTemporaryDir dir;
    ModelPlaces places;
    places.shipped = {dir.filePath("not-installed"), dir.filePath("shipped")};
    places.ownFolder = dir.filePath("own");
    places.hubCache = dir.filePath("hub");
    write(dir.filePath("shipped/nano/config.json"), kConfig);
    write(dir.filePath("own/mine/config.json"), kConfig);
    write(dir.filePath("own/mine/model-1.safetensors"), QByteArray(1000, 'x'));
    write(dir.filePath("own/mine/model-2.safetensors"), QByteArray(234, 'x'));
    write(dir.filePath("own/damaged/config.json"), "{");
    write(dir.filePath("own/empty/readme.txt"), "x");
    const QString repository = dir.filePath("hub/models--deepseek-ai--deepseek-vl2-tiny");
    write(repository + "/blobs/4af1", kConfig);
    QVERIFY(QDir().mkpath(repository + "/snapshots/66c54660"));
    QVERIFY(QFile::link("../../blobs/4af1", repository + "/snapshots/66c54660/config.json"));
    write(dir.filePath("hub/models--other--llama/snapshots/1/config.json"), kConfig);

    const ModelListing listing = ModelCatalog(places).list();
    QCOMPARE(names(listing), QStringList({"nano", "mine", "deepseek-vl2-tiny"}));
    QCOMPARE(listing.models[0].origin, ModelOrigin::Shipped);
    QCOMPARE(listing.models[1].origin, ModelOrigin::OwnFolder);
    QCOMPARE(listing.models[1].weightBytes, 1234);
    QCOMPARE(listing.models[2].origin, ModelOrigin::HubCache);
    QCOMPARE(listing.unreadable.size(), 1);
    QVERIFY(listing.unreadable[0].subject.contains("damaged"));
}

void ModelCatalogTest::finds() {
    const QTemporaryDir dir;
    write(dir.filePath("shipped/nano/config.json"), kConfig);
    write(dir.filePath("own/mine/config.json"), kConfig);
    write(dir.filePath("elsewhere/config.json"), kConfig);
    const ModelCatalog catalog({{dir.filePath("shipped")}, dir.filePath("own"), {}, {}});
    QCOMPARE(catalog.find({})->name, "nano");
    QCOMPARE(catalog.find("MINE")->folder, dir.filePath("own/mine"));
    QCOMPARE(catalog.find(dir.filePath("elsewhere"))->name, "elsewhere");
}

void ModelCatalogTest::namesWhatThereIs() {
    const QTemporaryDir dir;
    write(dir.filePath("own/mine/config.json"), kConfig);
    const ModelCatalog catalog({{}, dir.filePath("own"), {}, {}});
    const auto missing = catalog.find("large");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, FailureCode::ModelMissing);
    QCOMPARE(missing.error().subject, "large");
    QVERIFY(missing.error().detail.contains("mine"));
    QCOMPARE(ModelCatalog(ModelPlaces()).find({}).error().code, FailureCode::ModelMissing);
    QCOMPARE(catalog.find(dir.path()).error().code, FailureCode::ModelMissing); // no config.json
}

// With nothing installed, a program in its build folder uses the sources' models; the environment
// moves the other two places.
void ModelCatalogTest::knowsTheShippedModel() {
    const QTemporaryDir dir;
    qputenv("XDG_DATA_HOME", dir.filePath("data").toUtf8());
    qputenv("HF_HOME", dir.filePath("hf").toUtf8());
    qunsetenv("HF_HUB_CACHE");
    const ModelPlaces places = ModelPlaces::ofThisUser();
    QCOMPARE(places.ownFolder, dir.filePath("data/tessera/models"));
    QCOMPARE(places.hubCache, dir.filePath("hf/hub"));
    const ModelListing listing = ModelCatalog(places).list();
    QCOMPARE(names(listing), QStringList({"Tessera Nano"}));
    QVERIFY(listing.models[0].weightBytes > 20'000'000);
}

QTEST_GUILESS_MAIN(ModelCatalogTest)
#include "tst_model_catalog.moc"
