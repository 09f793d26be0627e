// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the window meets limits: bad files, locked files, failing models, several documents, dark
// desktops, people without a mouse or without sight.
#include "tests/ui/window_story.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/turn_view.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QRegularExpression>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

class TestWindowLimits : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        QVERIFY(m_folder.isValid());
        m_pdf = ui::writePdf(m_folder.path(), 3);
    }

    void badFileLosesNothing_data();
    void badFileLosesNothing();
    void damagedSettingsAreMovedAsideAndSaidSo();
    void lockedFileAsksForItsPassword();
    void severalDocumentsKeepTheirAnswers();
    void droppedFilesOpen();
    void failedModelLeavesAViewer();
    void failedQuestionSaysWhy();
    void modesFollowTheModel();
    void clearingAsksFirst();
    void budgetIsShownBeforeSending();
    void followsTheColorScheme();
    void everythingHasAName();
    void everythingIsReachedByTab();

private:
    QTemporaryDir m_folder;
    QString m_pdf;
};

void TestWindowLimits::badFileLosesNothing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("not there") << "gone.pdf" << QByteArray();
    QTest::addRow("no document") << "notes.pdf" << QByteArray("just some words");
    QTest::addRow("cut off") << "cut.pdf" << QByteArray("%PDF-1.7\n1 0 obj\n<<");
    QTest::addRow("empty folder") << "empty" << QByteArray();
}

void TestWindowLimits::badFileLosesNothing() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const QString path = m_folder.filePath(name);
    if (name == QLatin1String("empty")) {
        QVERIFY(QDir().mkpath(path));
    } else if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("keep me"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);

    story.window().openPaths({path});
    auto* bar = story.window().findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(name), qPrintable(bar->text()));
    QCOMPARE(story.pages().pageCount(), 3);
    QCOMPARE(story.pages().places().marks().size(), 2);
    QCOMPARE(story.find<QTabBar>("documentTabs")->count(), 1);
}

void TestWindowLimits::damagedSettingsAreMovedAsideAndSaidSo() {
    ui::WindowStory story(std::make_shared<app::Script>(), "neither a group nor a key\n");
    const auto* bar = story.window().findChild<ui::MessageBar*>();
    QVERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QStringLiteral("tessera.ini")));
    story.open(m_pdf); // all else goes on
    QCOMPARE(story.pages().pageCount(), 3);
}

void TestWindowLimits::lockedFileAsksForItsPassword() {
    const QString locked = QFINDTESTDATA("../data/documents/aes256.pdf");
    QVERIFY(!locked.isEmpty());
    ui::WindowStory story;
    story.prompts().passwords = {QStringLiteral("wrong"), QStringLiteral("pässword")};
    story.open(locked);
    QCOMPARE(story.prompts().passwordsAsked,
             (QVector<ui::PasswordTry>{ui::PasswordTry::First, ui::PasswordTry::Again}));
    QVERIFY(story.pages().pageCount() > 0);

    // Giving up is told, and the document before stays.
    ui::WindowStory patient;
    patient.open(m_pdf);
    patient.window().openPaths({locked});
    auto* bar = patient.window().findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QLatin1String("aes256.pdf")));
    QCOMPARE(patient.pages().pageCount(), 3);
}

void TestWindowLimits::severalDocumentsKeepTheirAnswers() {
    const QString other = ui::writePdf(m_folder.path(), 1, QStringLiteral("other.pdf"));
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("lastPage");
    story.type(QStringLiteral("first"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    story.open(other);
    auto* tabs = story.find<QTabBar>("documentTabs");
    QVERIFY(tabs->isVisible());
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 0);
    QCOMPARE(story.pages().places().marks().size(), 0);

    story.trigger("nextDocument");
    QCOMPARE(story.pages().pageCount(), 3);
    QCOMPARE(story.pages().currentPage(), 2);
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 1);
    QCOMPARE(story.pages().places().marks().size(), 2);
    story.open(other); // already open: shown, not opened twice
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->currentIndex(), 1);
}

void TestWindowLimits::droppedFilesOpen() {
    ui::WindowStory story;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_pdf)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&story.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&story.window(), &drop);
    QTRY_COMPARE(story.pages().pageCount(), 3);
}

void TestWindowLimits::failedModelLeavesAViewer() {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice&) -> app::Result<app::ModelDescription> {
        return app::failure(app::FailureCode::ModelDamaged, QStringLiteral("/models/nano"),
                            QStringLiteral("config.json ends early."));
    };
    ui::WindowStory story(script);
    story.open(m_pdf);
    story.queue().openModel({});
    auto* bar = story.window().findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QLatin1String("nano")));
    QVERIFY(bar->text().contains(QLatin1String("is damaged or incomplete")));
    story.type(QStringLiteral("Anyone?"));
    QVERIFY(!story.find<QAbstractButton>("send")->isEnabled());
    QVERIFY(!story.action("readPage")->isEnabled());
    story.trigger("nextPage");
    QCOMPARE(story.pages().currentPage(), 1);
}

void TestWindowLimits::failedQuestionSaysWhy() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        answer.failure =
            app::Failure{app::FailureCode::PromptTooLong, {}, QStringLiteral("5 tokens too many.")};
        return answer;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("A long story"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("5 tokens too many")));
    story.send();
    QTRY_VERIFY(story.lastText("answerText").contains(QLatin1String("Ask something shorter")));
    QVERIFY(!story.queue().isBusy());
    story.type(QStringLiteral("Short")); // and one can go on
    QVERIFY(story.find<QAbstractButton>("send")->isEnabled());
}

void TestWindowLimits::modesFollowTheModel() {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice&) -> app::Result<app::ModelDescription> {
        app::ModelDescription nano = app::scriptedModel();
        nano.card.name = QStringLiteral("Tessera Nano");
        nano.card.tasks = {app::Task::Read, app::Task::Find, app::Task::Ask};
        nano.card.lookUpPrompt = QStringLiteral("What is the {field}?");
        return nano;
    };
    ui::WindowStory story(script);
    story.loadModel();
    story.open(m_pdf);
    auto* modes = story.find<ui::SegmentedControl>("mode");
    QVERIFY(modes->isSegmentVisible(int(app::Task::Ask)));
    QVERIFY(modes->isSegmentVisible(int(app::Task::Find)));
    QVERIFY(!modes->isSegmentVisible(int(app::Task::AskWithPlaces)));
    // It says what it can do.
    QVERIFY(
        story.find<QLabel>("modelNote")->text().startsWith(QLatin1String("Nano is very small")));
    // A model that only looks fields up gets no history.
    for (int question = 1; question <= 2; ++question) {
        story.type(QStringLiteral("total"));
        story.send();
        QTRY_COMPARE(story.script().asked().size(), question);
        QTRY_VERIFY(!story.queue().isBusy());
    }
    QCOMPARE(story.script().asked().last().history.size(), 0);
}

void TestWindowLimits::clearingAsksFirst() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    QVERIFY(!story.action("clearAnswersAction")->isEnabled());
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    story.prompts().agrees = false;
    story.trigger("clearAnswersAction");
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 1);
    story.prompts().agrees = true;
    story.trigger("clearAnswersAction");
    QCOMPARE(story.prompts().confirmationsAsked.size(), 2);
    QCOMPARE(story.window().findChildren<ui::TurnView*>().size(), 0);
    QCOMPARE(story.pages().places().marks().size(), 0);
}

void TestWindowLimits::budgetIsShownBeforeSending() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    auto* budget = story.find<QLabel>("statusBudget");
    // 3 × 3 tiles: 210 + 1 + 42·43
    QTRY_COMPARE(budget->text(), QStringLiteral("2,017 visual + 10 text of 4,096 tokens"));
    story.type(QString(400, QLatin1Char('a')));
    QCOMPARE(budget->text(), QStringLiteral("2,017 visual + 410 text of 4,096 tokens"));
    story.type(QString(12000, QLatin1Char('a')));
    QVERIFY(budget->text().endsWith(QLatin1String("too long")));
}

// At run time, with answers on the screen: no pixel of the old ground stays, the page stays white.
void TestWindowLimits::followsTheColorScheme() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 2);
    const auto share = [&story](const QColor& color) {
        const QImage shot = story.window().grab().toImage();
        qint64 pixels = 0;
        for (int y = 0; y < shot.height(); ++y) {
            for (int x = 0; x < shot.width(); ++x) {
                pixels += shot.pixelColor(x, y) == color ? 1 : 0;
            }
        }
        return double(pixels) / (shot.width() * shot.height());
    };
    const ui::Colors& light = ui::colorsOf(ui::ColorScheme::Light);
    const ui::Colors& dark = ui::colorsOf(ui::ColorScheme::Dark);
    QVERIFY(share(light.panel) > 0.2);
    ui::applyColorScheme(ui::ColorScheme::Dark);
    QTRY_VERIFY(share(dark.panel) > 0.2);
    for (const QColor& old : {light.panel, light.window, light.canvas}) {
        QVERIFY2(share(old) < 0.0005, qPrintable(old.name()));
    }
    QVERIFY(share(Qt::white) > 0.2);
    ui::applyColorScheme(ui::ColorScheme::Light);
    QTRY_VERIFY(share(light.panel) > 0.2);
    QVERIFY(share(dark.panel) < 0.0005);
}

void TestWindowLimits::everythingHasAName() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.type(QStringLiteral("needle"));
    story.send();
    QTRY_VERIFY(story.find<ui::Chip>("placeChip2") != nullptr);
    int checked = 0;
    for (QWidget* widget : story.window().findChildren<QWidget*>()) {
        const bool interactive = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                 widget != story.pages().viewport();
        const bool ours =
            qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
            qobject_cast<QAbstractScrollArea*>(widget) || qobject_cast<QTabBar*>(widget);
        if (!interactive || !ours) {
            continue;
        }
        ++checked;
        const QByteArray what =
            widget->metaObject()->className() + QByteArray(" ") + widget->objectName().toUtf8();
        QVERIFY2(!widget->objectName().isEmpty(), what);
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), what);
    }
    QVERIFY(checked > 15);
}

void TestWindowLimits::everythingIsReachedByTab() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.window().activateWindow();
    story.pages().setFocus();
    QSet<QString> reached;
    for (int step = 0; step < 60; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget()->objectName());
    }
    for (const char* name : {"pageList", "pageView", "question", "openButton", "readPageButton",
                             "pageField", "zoomButton", "answerView"}) {
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    }
}

QTEST_MAIN(TestWindowLimits)
#include "tst_window_limits.moc"
