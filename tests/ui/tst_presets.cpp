// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Presets: kept, changed, offered only where the model can do them.
#include "app/asking/presets.h"
#include "tests/ui/window_story.h"
#include "ui/dialogs/presets_dialog.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

QStringList namesOf(const QVector<app::Preset>& presets) {
    QStringList names;
    for (const app::Preset& preset : presets) {
        names << preset.name;
    }
    return names;
}

QStringList offeredBy(const ui::WindowStory& story) {
    QStringList texts;
    QMenu* menu = story.find<QToolButton>("presets")->menu();
    emit menu->aboutToShow();
    for (const QAction* action : menu->actions()) {
        texts << action->text();
    }
    return texts;
}

} // namespace

class TestPresets : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        m_pdf = ui::writePdf(m_folder.path(), 1);
    }

    void areKept();
    void damagedOnesAreNotThere();
    void onlyWhatTheModelCanDo();
    void areEdited();
    void areAskedFromTheMenu();

private:
    QTemporaryDir m_folder;
    QString m_pdf;
};

void TestPresets::areKept() {
    const QString file = m_folder.filePath(QStringLiteral("kept.ini"));
    const QVector<app::Preset> defaults = ui::defaultPresets();
    const QVector<app::Preset> own{{QStringLiteral("Über; \"alles\""), app::Task::AskWithPlaces,
                                    QStringLiteral("Line 1\nLine 2, 总计")},
                                   {QStringLiteral("Text"), app::Task::Read, {}}};
    {
        app::Settings settings(file);
        QCOMPARE(app::presetsIn(settings, defaults), defaults);
        app::keepPresets(settings, own, defaults);
        QVERIFY(settings.sync());
    }
    {
        app::Settings settings(file);
        QCOMPARE(app::presetsIn(settings, defaults), own);
        app::keepPresets(settings, {}, defaults); // none is a choice, too
        QVERIFY(settings.sync());
    }
    app::Settings settings(file);
    QVERIFY(app::presetsIn(settings, defaults).isEmpty());
    app::keepPresets(settings, defaults, defaults);
    QCOMPARE(app::presetsIn(settings, {}), QVector<app::Preset>()); // later defaults take effect
}

void TestPresets::damagedOnesAreNotThere() {
    const QVector<app::Preset> defaults = ui::defaultPresets();
    const auto stored = [&](const char* text) {
        const QString file = m_folder.filePath(QStringLiteral("damaged.ini"));
        QFile::remove(file);
        app::Settings settings(file);
        settings.set(app::Setting<QString>{"asking/presets", {}}, QString::fromUtf8(text));
        return app::presetsIn(settings, defaults);
    };
    QCOMPARE(stored("not JSON"), defaults);
    QCOMPARE(stored("{}"), defaults);
    QCOMPARE(namesOf(stored("[7, null, {\"name\": \"A\"}, {\"name\": \"B\", \"task\": \"fly\"}, "
                            "{\"name\": \" \", \"task\": \"ask\"}, "
                            "{\"name\": \"C\\nD\", \"task\": \"find\", \"prompt\": 3}]")),
             QStringList{QStringLiteral("C D")});
}

void TestPresets::onlyWhatTheModelCanDo() {
    app::ModelCard card;
    card.tasks = {app::Task::Read, app::Task::Ask, app::Task::Find};
    const QVector<app::Preset> all = ui::defaultPresets();
    QCOMPARE(app::presetsFor(card, all), all);
    card.lookUpPrompt = QStringLiteral("What is the {field}?"); // as Nano
    QCOMPARE(namesOf(app::presetsFor(card, all)),
             (QStringList{QStringLiteral("Read"), QStringLiteral("Find…")}));
    card.tasks = {app::Task::Read};
    QCOMPARE(namesOf(app::presetsFor(card, all)), QStringList{QStringLiteral("Read")});
}

void TestPresets::areEdited() {
    ui::PresetsDialog dialog({{QStringLiteral("A"), app::Task::Ask, QStringLiteral("a?")},
                              {QStringLiteral("B"), app::Task::Read, {}}});
    const auto child = [&](const char* name) {
        return dialog.findChild<QPushButton*>(QLatin1String(name));
    };
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("presetName"));
    auto* prompt = dialog.findChild<QPlainTextEdit*>(QStringLiteral("presetPrompt"));
    auto* task = dialog.findChild<QComboBox*>(QStringLiteral("presetTask"));
    QCOMPARE(name->text(), QStringLiteral("A"));
    QVERIFY(!child("presetUp")->isEnabled());
    child("presetDown")->click();
    QCOMPARE(namesOf(dialog.presets()), (QStringList{QStringLiteral("B"), QStringLiteral("A")}));
    QVERIFY(prompt->isEnabled());
    prompt->setPlainText(QStringLiteral("b?"));
    child("addPreset")->click();
    QTest::keyClicks(name, QStringLiteral("C"));
    task->setCurrentIndex(task->findData(int(app::Task::Read)));
    emit task->activated(task->currentIndex());
    QVERIFY(!prompt->isEnabled()); // nothing is asked then
    QCOMPARE(dialog.presets().size(), 3);
    QCOMPARE(dialog.presets()[1].prompt, QStringLiteral("b?"));
    QCOMPARE(dialog.presets()[2], (app::Preset{QStringLiteral("C"), app::Task::Read, {}}));
    for (int i = 0; i < 3; ++i) {
        child("removePreset")->click();
    }
    QVERIFY(dialog.presets().isEmpty());
    QVERIFY(!child("removePreset")->isEnabled());
    dialog.findChild<QPushButton*>(QStringLiteral("restorePresets"))->click();
    QCOMPARE(dialog.presets(), ui::defaultPresets());
}

void TestPresets::areAskedFromTheMenu() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    const QStringList offered = offeredBy(story);
    QCOMPARE(offered.size(), 8); // six, a line, and the way to change them
    QMenu* menu = story.find<QToolButton>("presets")->menu();
    menu->actions()[1]->trigger();
    QTRY_COMPARE(story.script().asked().size(), 1);
    QCOMPARE(story.script().asked().first().text, ui::defaultPresets()[1].prompt);
    emit menu->aboutToShow();
    menu->actions()[5]->trigger(); // “Find…” asks what
    QCOMPARE(QApplication::focusWidget(), story.find<QWidget>("question"));
    QCOMPARE(story.script().asked().size(), 1);
    emit menu->aboutToShow();
    menu->actions().last()->trigger();
    QVERIFY(story.find<ui::PresetsDialog>("presetsDialog")->isVisible());
    story.find<QPushButton>("removePreset")->click();
    story.find<ui::PresetsDialog>("presetsDialog")->accept();
    QCOMPARE(offeredBy(story).size(), 7);
}

QTEST_MAIN(TestPresets)
#include "tst_presets.moc"
