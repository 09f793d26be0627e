// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Models in the window: choosing, loading, cancelling, switching in the middle of a conversation,
// and models that cannot be used.
#include "tests/ui/window_story.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/status_line.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

namespace {

const QString kNano = QStringLiteral(TESSERA_SOURCE_DIR "/resources/models/nano");

std::shared_ptr<app::Script> namingScript() {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice& choice) {
        app::ModelDescription model = app::scriptedModel();
        model.choice = choice;
        model.card.folder = choice.folder;
        model.card.name = choice.folder.section(u'/', -1);
        return app::Result<app::ModelDescription>(model);
    };
    return script;
}

// Nano's files under another name.
QString copyOfNano(const QString& folder) {
    QDir().mkpath(folder);
    for (const QString& name : QDir(kNano).entryList(QDir::Files)) {
        QFile::link(kNano + QLatin1Char('/') + name, folder + QLatin1Char('/') + name);
    }
    return folder;
}

} // namespace

class TestModels final : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatAModelIs();
    void loadsWithProgressAndCancels();
    void loadsAndUnloads();
    void switchesInTheMiddleOfAConversation();
    void failureIsAMessage();
    void damagedFilesAreToldBeforeLoading();
    void folderIsAddedAndTakenOff();
    void droppedFolderIsAdded();
    void offersFewerBits();
    void asksNobodyByItself();
    void closesWhileLoading();

private:
    template <typename Widget>
    static Widget* in(ui::WindowStory& story, const char* name) {
        return story.window().findChild<ui::ModelDialog*>()->findChild<Widget*>(
            QLatin1String(name));
    }

    static void choose(ui::WindowStory& story, const QString& firstLine) {
        auto* list = in<QListWidget>(story, "modelList");
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->text().startsWith(firstLine)) {
                list->setCurrentRow(row);
                return;
            }
        }
        QFAIL(qPrintable(firstLine + QStringLiteral(" is not in the list")));
    }

    static QString text(ui::WindowStory& story, const char* name) {
        return in<QLabel>(story, name)->text();
    }
};

void TestModels::tellsWhatAModelIs() {
    ui::WindowStory story;
    story.trigger("showModels");
    QCOMPARE(text(story, "modelName"), QStringLiteral("Tessera Nano"));
    QTRY_VERIFY(text(story, "modelParameters").contains(QStringLiteral("million")));
    QVERIFY(text(story, "modelContext").contains(QStringLiteral("tokens")));
    QCOMPARE(text(story, "modelLicense"), QStringLiteral("Apache-2.0"));
    QVERIFY(text(story, "modelTasks").contains(QStringLiteral("read pages")));
    QVERIFY(text(story, "modelMemory").contains(QStringLiteral("MB")));
    QVERIFY(text(story, "modelMemory").contains(QStringLiteral("free")));
    QVERIFY(text(story, "modelFiles").contains(kNano));
}

void TestModels::loadsWithProgressAndCancels() {
    ui::WindowStory story(namingScript());
    story.script().loading = 60s;
    story.trigger("showModels");
    in<QPushButton>(story, "loadModel")->click();
    auto* progress = in<QProgressBar>(story, "loadProgress");
    QTRY_VERIFY(progress->isVisible() && progress->value() > 0);
    QVERIFY(!in<QPushButton>(story, "loadModel")->isEnabled());
    in<QPushButton>(story, "cancelLoading")->click();
    QTRY_VERIFY(!progress->isVisible());
    QVERIFY(
        story.window().findChild<ui::StatusLine*>()->text().contains(QStringLiteral("No model")));
    QVERIFY(in<QPushButton>(story, "loadModel")->isEnabled());
}

void TestModels::loadsAndUnloads() {
    ui::WindowStory story(namingScript());
    story.trigger("showModels");
    in<QSpinBox>(story, "modelThreads")->setValue(1);
    in<QPushButton>(story, "loadModel")->click();
    QTRY_VERIFY(in<QPushButton>(story, "unloadModel")->isVisible());
    QCOMPARE(story.script().opened().last().folder, kNano);
    QCOMPARE(story.script().opened().last().threads, 1);
    QCOMPARE(story.script().opened().last().weights, app::WeightBits::Stored);
    QVERIFY(in<QListWidget>(story, "modelList")->item(0)->text().contains("loaded"));
    QVERIFY(story.action("unloadModelAction")->isEnabled());
    in<QPushButton>(story, "unloadModel")->click();
    QTRY_VERIFY(!in<QPushButton>(story, "unloadModel")->isVisible());
    QCOMPARE(story.script().closed(), 1);
    QVERIFY(!story.action("readPage")->isEnabled());
}

void TestModels::offersFewerBits() {
    ui::WindowStory story(namingScript());
    story.trigger("showModels");
    auto* weights = in<QComboBox>(story, "modelWeights");
    QCOMPARE(weights->count(), 3);
    QCOMPARE(weights->currentIndex(), 0);
    QTRY_VERIFY(weights->itemText(0).contains(QStringLiteral("MB")));
    QVERIFY(weights->itemText(0).startsWith(QStringLiteral("bf16")));
    QVERIFY(weights->itemText(2).startsWith(QStringLiteral("4-bit")));
    const QString stored = text(story, "modelMemory");
    weights->setCurrentIndex(2);
    QVERIFY(text(story, "modelMemory") != stored);
    in<QPushButton>(story, "loadModel")->click();
    QTRY_VERIFY(in<QPushButton>(story, "unloadModel")->isVisible());
    QCOMPARE(story.script().opened().last().weights, app::WeightBits::Four);
    QCOMPARE(story.models().preference().weights, app::WeightBits::Four);
    QVERIFY(story.window().findChild<ui::StatusLine*>()->text().contains(QStringLiteral("4-bit")));
}

void TestModels::switchesInTheMiddleOfAConversation() {
    auto script = namingScript();
    ui::WindowStory story(script);
    const QString other = copyOfNano(story.folder() + QStringLiteral("/models/other"));
    const QTemporaryDir folder;
    story.open(ui::writePdf(folder.path(), 1));
    story.models().load({.folder = kNano});
    QTRY_VERIFY(story.models().model());
    story.type(QStringLiteral("first"));
    story.send();
    QTRY_COMPARE(script->asked().size(), 1);
    ui::waitUntil([&] { return !story.queue().isBusy(); });

    story.trigger("showModels");
    choose(story, QStringLiteral("Tessera Nano"));
    in<QListWidget>(story, "modelList")->setCurrentRow(1);
    in<QPushButton>(story, "loadModel")->click();
    QTRY_VERIFY(story.models().model() && story.models().folder() == other);
    story.type(QStringLiteral("second"));
    story.send();
    QTRY_COMPARE(script->asked().size(), 2);
    // The earlier turn goes along as text: its tokens were those of another model.
    const auto history = script->asked().last().history;
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.first().question, QStringLiteral("first"));
    QCOMPARE(history.first().answer, QStringLiteral("first"));
    QVERIFY(history.first().answerTokens.isEmpty());
}

void TestModels::failureIsAMessage() {
    ui::WindowStory story;
    story.script().open = [](const app::ModelChoice& choice) -> app::Result<app::ModelDescription> {
        return app::failure(app::FailureCode::OutOfMemory, choice.folder, QStringLiteral("no"));
    };
    story.trigger("showModels");
    in<QPushButton>(story, "loadModel")->click();
    QTRY_VERIFY(text(story, "modelProblem").contains(QStringLiteral("memory")));
    QVERIFY(in<QPushButton>(story, "loadModel")->isEnabled()); // and may be tried again
    QVERIFY(story.window().isVisible());
}

void TestModels::damagedFilesAreToldBeforeLoading() {
    ui::WindowStory story;
    const QString damaged = copyOfNano(story.folder() + QStringLiteral("/models/damaged"));
    const QString weights = damaged + QStringLiteral("/model-00001-of-000001.safetensors");
    QVERIFY(QFile::remove(weights));
    QFile cut(weights);
    QVERIFY(cut.open(QIODevice::WriteOnly));
    cut.write("cut off");
    cut.close();
    story.trigger("showModels");
    in<QListWidget>(story, "modelList")->setCurrentRow(1);
    QTRY_VERIFY(text(story, "modelProblem").contains(QStringLiteral("damaged")));
    QVERIFY(!in<QPushButton>(story, "loadModel")->isEnabled());
    choose(story, QStringLiteral("Tessera Nano"));
    QTRY_VERIFY(in<QPushButton>(story, "loadModel")->isEnabled());
    QVERIFY(text(story, "modelProblem").isEmpty());
}

void TestModels::folderIsAddedAndTakenOff() {
    ui::WindowStory story;
    const QTemporaryDir elsewhere;
    story.prompts().folder = copyOfNano(elsewhere.filePath(QStringLiteral("mine")));
    story.trigger("showModels");
    const int before = in<QListWidget>(story, "modelList")->count();
    in<QPushButton>(story, "addModelFolder")->click();
    QCOMPARE(in<QListWidget>(story, "modelList")->count(), before + 1);
    QVERIFY(text(story, "modelFiles").contains(story.prompts().folder));
    in<QPushButton>(story, "forgetModel")->click();
    QCOMPARE(in<QListWidget>(story, "modelList")->count(), before);
    QVERIFY(QFile::exists(story.prompts().folder + QStringLiteral("/config.json")));

    story.prompts().folder = elsewhere.path() + QStringLiteral("/nothing");
    in<QPushButton>(story, "addModelFolder")->click();
    QVERIFY(text(story, "modelProblem").contains(QStringLiteral("config.json")));
}

void TestModels::droppedFolderIsAdded() {
    ui::WindowStory story;
    const QTemporaryDir elsewhere;
    const QString folder = copyOfNano(elsewhere.filePath(QStringLiteral("dropped")));
    story.trigger("showModels");
    auto* dialog = story.window().findChild<ui::ModelDialog*>();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &drop);
    QTRY_VERIFY2(text(story, "modelFiles").contains(folder),
                 qPrintable(text(story, "modelFiles") + text(story, "modelProblem")));
}

void TestModels::asksNobodyByItself() {
    ui::WindowStory story;
    story.trigger("showModels");
    choose(story, QStringLiteral("deepseek-vl2-tiny"));
    QVERIFY(in<QPushButton>(story, "askHub")->isVisible());
    QVERIFY(!in<QPushButton>(story, "startDownload")->isVisible());
    QVERIFY(text(story, "downloadText").contains(QStringLiteral("only when you press")));
}

void TestModels::closesWhileLoading() {
    ui::WindowStory story(namingScript());
    story.script().loading = 60s;
    story.trigger("showModels");
    in<QPushButton>(story, "loadModel")->click();
    QTRY_VERIFY(story.models().progress() > 0);
    story.closeWindow(); // returns, and the story ends without waiting for the minute
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
