// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which model is opened, on what, and what the next start makes of it.
#include "app/models/model_loader.h"
#include "tests/app/scripted_analyzer.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace std::chrono_literals;
using State = ModelLoader::State;

class ModelLoaderTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void opensTheShippedOneFirst();
    void opensTheLastOneAgain();
    void goesBackToTheShippedOneWhenTheLastIsGone();
    void doesNotTryAgainWhatEndedTheProgram();
    void sameWhenOpeningFailed();
    void commandLineGoesBeforeTheSettings();
    void cancels();
    void unloads();
    void loadsAnotherWhileLoading();
    void stopsAnswersBeforeItSwitches();
    void listsFoldersThatWereAdded();
    void refusesFoldersWithoutAModel();

private:
    struct Run { // of the program

        explicit Run(ModelLoaderTest& test)
            : settings(test.m_dir->filePath("tessera.ini"))
            , queue(scripted(test.m_script))
            , loader(ModelCatalog(test.m_places), settings, queue) {}

        Settings settings;
        AnalysisQueue queue;
        ModelLoader loader;
    };

    QString makeModel(const QString& place) const;

    QString lastOpened() const { return m_script->opened().last().folder; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<Script> m_script;
    ModelPlaces m_places;
    QString m_nano;
};

QString ModelLoaderTest::makeModel(const QString& place) const {
    const QString folder = m_dir->filePath(place);
    QDir().mkpath(folder);
    QFile config(folder + "/config.json");
    if (!config.open(QIODevice::WriteOnly) ||
        config.write(R"({"model_type": "deepseek_vl_v2"})") < 0) {
        qFatal("no config.json");
    }
    return folder;
}

void ModelLoaderTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_script = std::make_shared<Script>();
    m_script->open = [](const ModelChoice& choice) {
        ModelDescription model = scriptedModel();
        model.card.folder = choice.folder;
        return Result<ModelDescription>(model);
    };
    m_places = {};
    m_places.shipped = {m_dir->filePath("shipped")};
    m_places.ownFolder = m_dir->filePath("own");
    m_nano = makeModel("shipped/nano");
}

void ModelLoaderTest::opensTheShippedOneFirst() {
    Run run(*this);
    QCOMPARE(run.loader.state(), State::Empty);
    QVERIFY(run.loader.start({}, {}, {}));
    QCOMPARE(run.loader.state(), State::Loading);
    QTRY_COMPARE(run.loader.state(), State::Loaded);
    QCOMPARE(run.loader.folder(), m_nano);
    QCOMPARE(run.loader.model()->card.folder, m_nano);
    QVERIFY(m_script->opened().first().mustFit);
    QVERIFY(!run.loader.trouble());
}

void ModelLoaderTest::opensTheLastOneAgain() {
    const QString large = makeModel("own/large");
    {
        Run run(*this);
        ModelChoice choice = run.loader.preference();
        choice.folder = large;
        choice.threads = 3;
        run.loader.load(choice);
        QTRY_COMPARE(run.loader.state(), State::Loaded);
    }
    Run again(*this);
    QVERIFY(again.loader.start({}, {}, {}));
    QTRY_COMPARE(again.loader.state(), State::Loaded);
    QCOMPARE(lastOpened(), large);
    QCOMPARE(m_script->opened().last().threads, 3);
}

void ModelLoaderTest::goesBackToTheShippedOneWhenTheLastIsGone() {
    const QString large = makeModel("own/large");
    {
        Run run(*this);
        run.loader.load({.folder = large});
        QTRY_COMPARE(run.loader.state(), State::Loaded);
    }
    QVERIFY(QDir(large).removeRecursively());
    Run again(*this);
    QVERIFY(again.loader.start({}, {}, {}));
    QVERIFY(again.loader.trouble());
    QCOMPARE(again.loader.trouble()->subject, large);
    QTRY_COMPARE(again.loader.state(), State::Loaded);
    QCOMPARE(lastOpened(), m_nano);
}

void ModelLoaderTest::doesNotTryAgainWhatEndedTheProgram() {
    const QString large = makeModel("own/large");
    m_script->loading = 60s;
    {
        Run run(*this);
        run.loader.load({.folder = large});
        QCOMPARE(run.loader.state(), State::Loading);
    } // the program ends here, whatever ended it
    m_script->loading = 0s;
    {
        Run again(*this);
        QVERIFY(again.loader.start({}, {}, {}));
        QCOMPARE(again.loader.trouble()->code, FailureCode::OutOfMemory);
        QTRY_COMPARE(again.loader.state(), State::Loaded);
        QCOMPARE(lastOpened(), m_nano);
    }
    Run third(*this); // said once
    QVERIFY(third.loader.start({}, {}, {}));
    QVERIFY(!third.loader.trouble());
}

void ModelLoaderTest::sameWhenOpeningFailed() {
    const QString broken = makeModel("own/broken");
    m_script->open = [](const ModelChoice& choice) -> Result<ModelDescription> {
        return failure(FailureCode::ModelDamaged, choice.folder, "cut off");
    };
    Run run(*this);
    QSignalSpy failed(&run.loader, &ModelLoader::failed);
    run.loader.load({.folder = broken});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(run.loader.state(), State::Empty);
    QVERIFY(run.loader.folder().isEmpty());
    Run again(*this); // a failure is no sudden end: the user may have repaired it
    QVERIFY(again.loader.start({}, {}, {}));
    QVERIFY(!again.loader.trouble());
    QTRY_COMPARE(m_script->opened().size(), 2);
    QCOMPARE(lastOpened(), broken);
}

void ModelLoaderTest::commandLineGoesBeforeTheSettings() {
    const QString large = makeModel("own/large");
    Run run(*this);
    QVERIFY(run.loader.start("large", "cuda:1", 7));
    QTRY_COMPARE(m_script->opened().size(), 1);
    QCOMPARE(lastOpened(), large);
    QCOMPARE(m_script->opened().last().device, "cuda:1");
    QCOMPARE(m_script->opened().last().threads, 7);
    QCOMPARE(run.loader.preference().threads, 0); // this time only
    const auto missing = run.loader.start("nothing like that", {}, {});
    QCOMPARE(missing.error().code, FailureCode::ModelMissing);
}

void ModelLoaderTest::cancels() {
    m_script->loading = 60s;
    Run run(*this);
    QVERIFY(run.loader.start({}, {}, {}));
    QTRY_VERIFY(run.loader.progress() > 0);
    run.loader.cancel();
    QTRY_COMPARE(run.loader.state(), State::Empty);
    QVERIFY(run.loader.folder().isEmpty());
}

void ModelLoaderTest::unloads() {
    Run run(*this);
    QVERIFY(run.loader.start({}, {}, {}));
    QTRY_COMPARE(run.loader.state(), State::Loaded);
    run.loader.unload();
    QTRY_COMPARE(run.loader.state(), State::Empty);
    QVERIFY(!run.loader.model());
    QCOMPARE(m_script->closed(), 1);
}

void ModelLoaderTest::loadsAnotherWhileLoading() {
    const QString large = makeModel("own/large");
    m_script->loading = 100ms;
    Run run(*this);
    QVERIFY(run.loader.start({}, {}, {}));
    run.loader.load({.folder = large});
    QCOMPARE(run.loader.folder(), large);
    QTRY_COMPARE(run.loader.state(), State::Loaded);
    QCOMPARE(run.loader.model()->card.folder, large);
    QTRY_COMPARE(m_script->opened().size(), 2);
}

void ModelLoaderTest::stopsAnswersBeforeItSwitches() {
    m_script->answer = [](const AnalysisRequest&) {
        return ScriptedAnswer{.text = "on and on ", .perCharacter = 1ms, .endless = true};
    };
    Run run(*this);
    QVERIFY(run.loader.start({}, {}, {}));
    QTRY_COMPARE(run.loader.state(), State::Loaded);
    QSignalSpy finished(&run.queue, &AnalysisQueue::finished);
    AnalysisRequest request;
    request.text = "a";
    run.queue.submit(request);
    QTRY_COMPARE(m_script->asked().size(), 1);
    run.loader.load({.folder = m_nano});
    QTRY_COMPARE(run.loader.state(), State::Loaded);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<AnalysisResult>().end, AnswerEnd::Cancelled);
}

void ModelLoaderTest::listsFoldersThatWereAdded() {
    const QString lone = makeModel("elsewhere/lone");
    makeModel("collection/a");
    makeModel("collection/b");
    {
        Run run(*this);
        QCOMPARE(run.loader.addFolder(lone)->folder, lone);
        QVERIFY(run.loader.addFolder(m_dir->filePath("collection")));
        QCOMPARE(run.loader.catalog().list().models.size(), 4);
    }
    Run again(*this);
    const ModelListing listing = again.loader.catalog().list();
    QCOMPARE(listing.models.size(), 4);
    QCOMPARE(listing.models[1].origin, ModelOrigin::Chosen);
    again.loader.forgetFolder(lone);
    QCOMPARE(again.loader.catalog().list().models.size(), 3);
    again.loader.forgetFolder(m_dir->filePath("collection/b")); // with what it came with
    QCOMPARE(again.loader.catalog().list().models.size(), 1);
    QVERIFY(QDir(lone).exists());
}

void ModelLoaderTest::refusesFoldersWithoutAModel() {
    Run run(*this);
    QCOMPARE(run.loader.addFolder(m_dir->filePath("nowhere")).error().code,
             FailureCode::ModelMissing);
    QDir().mkpath(m_dir->filePath("bad/model"));
    QFile config(m_dir->filePath("bad/model/config.json"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("{");
    config.close();
    QCOMPARE(run.loader.addFolder(m_dir->filePath("bad")).error().code, FailureCode::ModelDamaged);
    QCOMPARE(run.loader.catalog().list().models.size(), 1);
}

QTEST_GUILESS_MAIN(ModelLoaderTest)
#include "tst_model_loader.moc"
