// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preferences, shortcuts, the log and the rest of the help.
#include "app/log.h"
#include "tests/ui/window_story.h"
#include "ui/appearance.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/dialogs/shortcut_sheet.h"
#include "ui/dialogs/text_dialog.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

namespace {

const QKeySequence kReadKey(Qt::CTRL | Qt::Key_R);

} // namespace

class TestPreferences final : public QObject {
    Q_OBJECT
private slots:
    void everyKeyBelongsToOneAction();
    void keyIsChangedAndKept();
    void conflictIsToldAndSettled();
    void keysGoBackToTheirDefaults();
    void nonsenseInTheSettingsIsNoKey();
    void sheetShowsTheKeys();
    void lookIsKeptAndTold();
    void devicesAreKept();
    void modelsFolderIsKept();
    void logShowsWhatFailed();
    void diagnosticsAreCopied();
    void licencesCanBeRead();

private:
    template <typename Widget>
    static Widget* in(ui::WindowStory& story, const char* name) {
        return story.window().findChild<ui::PreferencesDialog*>()->findChild<Widget*>(
            QLatin1String(name));
    }

    static void openShortcuts(ui::WindowStory& story) {
        story.trigger("showPreferences");
        story.window().findChild<ui::PreferencesDialog*>()->showPage(ui::PreferencePage::Shortcuts);
    }

    static void choose(ui::WindowStory& story, const char* action) {
        auto* list = in<QTreeWidget>(story, "shortcutList");
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            if (list->topLevelItem(row)->data(0, Qt::UserRole).toString() ==
                QLatin1String(action)) {
                list->setCurrentItem(list->topLevelItem(row));
            }
        }
    }

    static void press(ui::WindowStory& story, const QKeySequence& key) {
        in<QKeySequenceEdit>(story, "shortcutKey")->setKeySequence(key);
    }

    static QByteArray settingsOf(const ui::WindowStory& story) {
        QFile file(story.folder() + QStringLiteral("/tessera.ini"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestPreferences::everyKeyBelongsToOneAction() {
    ui::WindowStory story;
    QHash<QString, QString> owners;
    for (const QAction* action : story.window().findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts()) {
            const QString text = key.toString();
            QVERIFY2(!owners.contains(text) || owners[text] == action->objectName(),
                     qPrintable(text + QStringLiteral(" is on ") + owners[text] +
                                QStringLiteral(" and ") + action->objectName()));
            owners[text] = action->objectName();
        }
    }
    QVERIFY(owners.size() > 20);
}

void TestPreferences::keyIsChangedAndKept() {
    QByteArray kept;
    {
        ui::WindowStory story;
        openShortcuts(story);
        choose(story, "readPage");
        press(story, QKeySequence(Qt::Key_F4));
        QVERIFY(in<QLabel>(story, "shortcutConflict")->text().isEmpty());
        in<QPushButton>(story, "assignShortcut")->click();
        QCOMPARE(story.action("readPage")->shortcuts(), {QKeySequence(Qt::Key_F4)});
        QVERIFY(story.action("readPage")->toolTip().contains(QStringLiteral("F4")));
        QVERIFY(story.settings().sync());
        kept = settingsOf(story);
    }
    ui::WindowStory again(std::make_shared<app::Script>(), kept);
    QCOMPARE(again.action("readPage")->shortcuts(), {QKeySequence(Qt::Key_F4)});
    // It works as pressed, not only as listed.
    again.loadModel();
    again.window().openSample();
    QVERIFY(QTest::qWaitForWindowActive(&again.window()));
    QTest::keyClick(&again.window(), Qt::Key_F4);
    QTRY_COMPARE(again.script().asked().size(), 1);
}

void TestPreferences::conflictIsToldAndSettled() {
    ui::WindowStory story;
    openShortcuts(story);
    choose(story, "showTiles");
    press(story, kReadKey);
    QVERIFY(in<QLabel>(story, "shortcutConflict")->text().contains(QStringLiteral("Read Page")));
    in<QPushButton>(story, "assignShortcut")->click();
    QCOMPARE(story.action("showTiles")->shortcuts(), {kReadKey});
    QVERIFY(story.action("readPage")->shortcuts().isEmpty());
    QVERIFY(story.settings().sync());
    ui::WindowStory again(std::make_shared<app::Script>(), settingsOf(story));
    QVERIFY(again.action("readPage")->shortcuts().isEmpty()); // no key is a choice too
    QCOMPARE(again.action("showTiles")->shortcuts(), {kReadKey});
}

void TestPreferences::keysGoBackToTheirDefaults() {
    ui::WindowStory story;
    const QList<QKeySequence> before = story.action("readPage")->shortcuts();
    openShortcuts(story);
    QVERIFY(!in<QPushButton>(story, "resetShortcuts")->isEnabled());
    choose(story, "readPage");
    in<QPushButton>(story, "removeShortcut")->click();
    QVERIFY(story.action("readPage")->shortcuts().isEmpty());
    in<QPushButton>(story, "resetShortcut")->click();
    QCOMPARE(story.action("readPage")->shortcuts(), before);
    choose(story, "showTiles");
    press(story, kReadKey);
    in<QPushButton>(story, "assignShortcut")->click();
    in<QPushButton>(story, "resetShortcuts")->click();
    QCOMPARE(story.action("readPage")->shortcuts(), before);
    QVERIFY(story.settings().sync());
    QVERIFY(!settingsOf(story).contains("shortcuts")); // what is default is not kept
}

void TestPreferences::nonsenseInTheSettingsIsNoKey() {
    ui::WindowStory story(std::make_shared<app::Script>(),
                          "[shortcuts]\nreadPage=Nonsense+++\nnoSuchAction=F4\nshowTiles=F8\n");
    QCOMPARE(story.action("showTiles")->shortcuts(), {QKeySequence(Qt::Key_F8)});
    QVERIFY(story.action("readPage")->shortcuts().isEmpty());
}

void TestPreferences::sheetShowsTheKeys() {
    ui::WindowStory story;
    QVERIFY(QTest::qWaitForWindowActive(&story.window()));
    QTest::keyClick(&story.window(), Qt::Key_Question, Qt::ControlModifier);
    auto* sheet = story.window().findChild<ui::ShortcutSheet*>();
    QVERIFY(sheet != nullptr);
    QStringList texts;
    for (const QLabel* label : sheet->findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    QVERIFY(texts.contains(QStringLiteral("Read Page")));
    QVERIFY(texts.contains(kReadKey.toString(QKeySequence::NativeText)));
    sheet->findChild<QPushButton*>(QStringLiteral("changeShortcuts"))->click();
    QVERIFY(in<QTreeWidget>(story, "shortcutList")->isVisible());
}

void TestPreferences::lookIsKeptAndTold() {
    ui::WindowStory story;
    QSignalSpy changed(&story.window(), &ui::MainWindow::appearanceChanged);
    story.trigger("showPreferences");
    auto* scheme = in<QComboBox>(story, "colorScheme");
    scheme->setCurrentIndex(scheme->findData(QStringLiteral("dark")));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(story.settings().value(ui::appearance::kScheme), QStringLiteral("dark"));
    ui::Appearance appearance(*qApp, story.settings());
    QCOMPARE(ui::schemeOf(QApplication::palette()), ui::ColorScheme::Dark);
    scheme->setCurrentIndex(scheme->findData(QStringLiteral("light")));
    appearance.apply();
    QCOMPARE(ui::schemeOf(QApplication::palette()), ui::ColorScheme::Light);
}

void TestPreferences::devicesAreKept() {
    ui::WindowStory story;
    story.trigger("showPreferences");
    in<QSpinBox>(story, "preferredThreads")->setValue(1);
    in<QComboBox>(story, "tileBudget")->setCurrentIndex(1);
    QCOMPARE(story.models().preference().threads, 1);
    QVERIFY(story.models().preference().eighteenTiles);
    QVERIFY(story.models().start({}, {}, {}));
    QTRY_VERIFY(story.models().model());
    QCOMPARE(story.script().opened().last().threads, 1);
    QVERIFY(story.script().opened().last().eighteenTiles);
}

void TestPreferences::modelsFolderIsKept() {
    ui::WindowStory story;
    story.prompts().folder = story.folder() + QStringLiteral("/elsewhere");
    story.trigger("showPreferences");
    in<QPushButton>(story, "changeModelsFolder")->click();
    QCOMPARE(in<QLabel>(story, "modelsFolder")->text(), story.prompts().folder);
    QCOMPARE(story.models().catalog().places().ownFolder, story.prompts().folder);
}

void TestPreferences::logShowsWhatFailed() {
    app::keepLog();
    ui::WindowStory story;
    story.window().openPaths({QStringLiteral("/nowhere/at-all.pdf")});
    auto* bar = story.window().findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->isVisible());
    story.trigger("showLog");
    const auto* text = story.window().findChild<ui::TextDialog*>()->findChild<QTextBrowser*>();
    QVERIFY(text->toPlainText().contains(QStringLiteral("warning /nowhere/at-all.pdf")));
}

void TestPreferences::diagnosticsAreCopied() {
    ui::WindowStory story;
    QGuiApplication::clipboard()->clear();
    story.trigger("copyDiagnostics");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Processor")));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Tessera Nano")));
    QVERIFY(story.window().findChild<ui::MessageBar*>()->isVisible());
}

void TestPreferences::licencesCanBeRead() {
    ui::WindowStory story;
    story.trigger("about");
    auto* about = story.window().findChild<ui::AboutDialog*>();
    about->findChild<QPushButton*>(QStringLiteral("showLicences"))->click();
    const QString text =
        about->findChild<ui::TextDialog*>()->findChild<QTextBrowser*>()->toPlainText();
    QVERIFY(text.contains(QStringLiteral("Poppler")));
    QVERIFY(text.contains(QStringLiteral("GNU GENERAL PUBLIC LICENSE")));
    QVERIFY(text.contains(QStringLiteral("Apache License")));
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
