// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole stories through the real window: someone who asks about a letter, someone who reads with
// the keyboard alone and the model that ships, someone who thinks better of a download. (The
// annotator's is tst_annotator.)
#include "app/analysis/engine_analyzer.h"
#include "tests/app/misbehaving_server.h"
#include "tests/ui/window_story.h"
#include "ui/ask_panel.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/widgets/chip.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

class TestStories : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false); }

    void theAsker();
    void theReaderWithAKeyboard();
    void theCancelledDownload();

private:
    static QString letter() {
        return QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples/letter.pdf");
    }

    // To whatever has the focus, as a keyboard does.
    static void press(const QKeySequence& keys) {
        QWidget* focused = QApplication::focusWidget();
        QTest::keySequence(focused != nullptr ? focused : QApplication::activeWindow(), keys);
    }

    static void press(const char* keys) { press(QKeySequence(QLatin1String(keys))); }
};

// Opens, sees what the model sees, asks, follows the answer to its place, checks it by asking about
// that place alone, and asks on.
void TestStories::theAsker() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest& request) {
        app::ScriptedAnswer answer;
        answer.held = true;
        answer.perCharacter = std::chrono::milliseconds(2);
        answer.text = QStringLiteral("The **12 May**, in answer to: ") + request.text;
        if (request.task == app::Task::AskWithPlaces) {
            answer.places = {{QStringLiteral("12 May"), QRectF(0.6, 0.8, 0.2, 0.02), 4, 10}};
        }
        return answer;
    }));
    story.loadModel();
    story.open(letter());
    story.trigger("showTiles");
    QTRY_VERIFY(story.pages().tiles().isShown());
    QVERIFY(!story.pages().tiles().view().plan.images.isEmpty());
    QTRY_VERIFY(story.find<QLabel>("statusBudget")->text().contains(QLatin1String("4,096")));

    story.find<ui::AskPanel>("askPanel")->focusQuestion(app::Task::AskWithPlaces);
    story.type(QStringLiteral("When?"));
    story.send();
    QTRY_VERIFY(story.lastText("answerText").startsWith(QLatin1String("The 12"))); // it streams
    QVERIFY(story.action("stopAnswer")->isEnabled());
    story.script().release();
    QTRY_COMPARE(story.pages().places().marks().size(), 1);
    QCOMPARE(story.lastText("answerText"), QStringLiteral("The 12 May, in answer to: When?"));

    story.pages().setZoom(3, {0, 0});
    story.pages().goToPage(0);
    const QRectF place(0.6, 0.8, 0.2, 0.02);
    const auto seen = [&] {
        return story.pages().viewport()->rect().contains(
            story.pages().toViewport(0, place).toAlignedRect());
    };
    QVERIFY(!seen());
    QTest::mouseClick(story.find<ui::Chip>("placeChip1"), Qt::LeftButton);
    QTRY_VERIFY(seen());

    story.trigger("mouseRegion");
    QWidget* view = story.pages().viewport();
    const QRect around = story.pages()
                             .toViewport(0, place.adjusted(-0.02, -0.02, 0.02, 0.02))
                             .toAlignedRect()
                             .intersected(view->rect());
    QTest::mousePress(view, Qt::LeftButton, {}, around.topLeft());
    QMouseEvent move(QEvent::MouseMove, around.bottomRight(),
                     view->mapToGlobal(around.bottomRight()), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view, &move);
    QTest::mouseRelease(view, Qt::LeftButton, {}, around.bottomRight());
    story.find<ui::AskPanel>("askPanel")->focusQuestion(app::Task::Ask);
    for (const char* question : {"Is that so?", "And until when?"}) {
        story.type(QLatin1String(question));
        story.send();
        QTRY_VERIFY(story.lastText("answerText").endsWith(QLatin1String(question)));
        QTRY_VERIFY(!story.queue().isBusy());
    }
    QCOMPARE(story.lastText("turnPages"), QStringLiteral("p. 1, a part"));
    const QVector<app::AnalysisRequest> asked = story.script().asked();
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked[1].history.size(), 0); // the whole page was another picture
    QCOMPARE(asked[2].history.size(), 1);
    story.trigger("copyLastAnswer");
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("The **12 May**, in answer to: And until when?"));
}

// Reads the letter with Nano, walks through the words it is unsure of, corrects one, finds and asks
// – and never touches the mouse.
void TestStories::theReaderWithAKeyboard() {
    ui::WindowStory story([] { return std::make_unique<app::EngineAnalyzer>(); });
    QVERIFY(QTest::qWaitForWindowActive(&story.window()));
    story.prompts().files = {letter()};
    press("Ctrl+O");
    QTRY_VERIFY(story.window().windowTitle().startsWith(QLatin1String("letter.pdf")));
    story.window().startModel({}, QStringLiteral("cpu"), {});
    QTRY_VERIFY_WITH_TIMEOUT(story.action("readPage")->isEnabled(), 60'000);

    press("Ctrl+Alt+2");
    press("Ctrl+R");
    auto* lines = story.find<QAbstractItemView>("lineList");
    QTRY_VERIFY_WITH_TIMEOUT(lines->model()->rowCount() > 10, 240'000);
    QStringList read;
    for (int row = 0; row < lines->model()->rowCount(); ++row) {
        read.append(lines->model()->index(row, 0).data().toString());
    }
    QVERIFY2(read.join(u'\n').contains(QLatin1String("eleven weeks")),
             qPrintable(read.join(u'\n')));

    QTRY_VERIFY(!story.queue().isBusy());
    press("F8");
    auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(edit != nullptr); // with the word chosen
    QVERIFY(!edit->selectedText().isEmpty());
    const int row = lines->currentIndex().row();
    QTest::keyClicks(edit, QStringLiteral("corrected"));
    press("Return");
    QVERIFY(lines->model()->index(row, 0).data().toString().contains(QLatin1String("corrected")));
    press("Ctrl+Z");
    QCOMPARE(lines->model()->index(row, 0).data().toString(), read[row]);

    press("Ctrl+F");
    QCOMPARE(QApplication::focusWidget(), story.find<QLineEdit>("findText"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("eleven weeks"));
    QTRY_COMPARE(story.find<QLabel>("findCount")->text(), QStringLiteral("1 of 1"));
    press("Escape");

    press("Ctrl+K");
    QCOMPARE(QApplication::focusWidget(), story.find<QWidget>("question"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("date"));
    press("Return");
    QTRY_VERIFY_WITH_TIMEOUT(story.lastText("turnStatus").contains(QLatin1String("token")),
                             240'000);
    QTRY_VERIFY(!story.queue().isBusy());

    press("Ctrl+B"); // a box into the middle of what is seen, named at once
    press("Return");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("mine"));
    press("Return");
    auto* boxes = story.find<QAbstractItemView>("boxTable");
    QCOMPARE(boxes->model()->rowCount(), 1);
    QCOMPARE(boxes->model()->index(0, 0).data().toString(), QStringLiteral("mine"));

    press("Ctrl+W");
    QCOMPARE(story.window().windowTitle(), QStringLiteral("Tessera"));
    press("Ctrl+Shift+T");
    QTRY_VERIFY(story.window().windowTitle().startsWith(QLatin1String("letter.pdf")));
}

// Sees licence and size, begins, and cancels in the middle: nothing is left on the disk.
void TestStories::theCancelledDownload() {
    const QString repository = QStringLiteral("deepseek-ai/deepseek-vl2-tiny");
    const QString commit(40, u'a');
    app::MisbehavingServer server;
    const QString api = QStringLiteral("/api/models/") + repository;
    const QByteArray revision = QJsonDocument(QJsonObject{{"sha", commit}}).toJson();
    server.files[api + "/revision/main"].content = revision;
    server.files[api + "/revision/" + commit].content = revision;
    const QByteArray licence("Use it well.");
    const QByteArray weights(2 << 20, 'w');
    const auto entry = [](const char* path, const QByteArray& content) {
        const QByteArray blob = "blob " + QByteArray::number(content.size()) + '\0' + content;
        return QJsonObject{
            {"type", "file"},
            {"path", QLatin1String(path)},
            {"size", content.size()},
            {"oid", QString::fromLatin1(
                        QCryptographicHash::hash(blob, QCryptographicHash::Sha1).toHex())}};
    };
    server.files[QStringLiteral("%1/tree/%2").arg(api, commit)].content =
        QJsonDocument(QJsonArray{entry("LICENSE", licence), entry("config.json", "{}"),
                                 entry("model.safetensors", weights)})
            .toJson();
    const QString files = QStringLiteral("/%1/resolve/%2/").arg(repository, commit);
    server.files[files + "LICENSE"].content = licence;
    server.files[files + "config.json"].content = "{}";
    server.files[files + "model.safetensors"].content = weights;
    server.files[files + "model.safetensors"].stalls = true;

    ui::WindowStory story(std::make_shared<app::Script>(), {}, server.url());
    story.open(letter());
    story.trigger("showModels");
    auto* list = story.find<QListWidget>("modelList");
    list->setCurrentItem(
        list->findItems(QStringLiteral("deepseek-vl2-tiny"), Qt::MatchStartsWith).value(0));
    const auto button = [&](const char* name) {
        return story.find<QPushButton>(name);
    };
    QTRY_VERIFY(button("askHub")->isVisible());
    QVERIFY(server.log.isEmpty()); // nobody is asked before the person says so
    button("askHub")->click();
    QTRY_VERIFY(button("startDownload")->isVisible());
    QVERIFY(!button("startDownload")->isEnabled()); // the licence has not been accepted
    story.find<QCheckBox>("acceptLicense")->setChecked(true);
    button("startDownload")->click();
    QTRY_VERIFY(button("pauseDownload")->isVisible());
    QTRY_VERIFY(server.log.contains(files + "model.safetensors"));
    button("cancelDownload")->click();
    QTRY_VERIFY(button("askHub")->isVisible());
    QTRY_VERIFY(QDir(story.folder() + QStringLiteral("/models"))
                    .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                    .isEmpty());
}

QTEST_MAIN(TestStories)
#include "tst_stories.moc"
