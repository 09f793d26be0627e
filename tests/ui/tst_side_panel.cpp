// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tabs of the side panel: which one is shown, and what brings another to the front.
#include "tests/ui/window_story.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

class TestSidePanel : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light);
        QVERIFY(m_folder.isValid());
        m_pdf = ui::writePdf(m_folder.path(), 1);
    }

    void actionsChooseTheTab();
    void askingShowsTheAnswers();
    void readingStaysAtTheText();

private:
    QTemporaryDir m_folder;
    QString m_pdf;
};

void TestSidePanel::actionsChooseTheTab() {
    ui::WindowStory story;
    auto* panel = story.find<QWidget>("sidePanel");
    auto* tabs = story.find<QTabBar>("sideTabs");
    QVERIFY(!panel->isVisible()); // nothing is open
    QVERIFY(!story.action("showBoxes")->isEnabled());
    story.open(m_pdf);
    QVERIFY(panel->isVisible());
    QCOMPARE(tabs->count(), 4);

    story.trigger("showSidePanel");
    QVERIFY(!panel->isVisible());
    story.trigger("showBoxes");
    QVERIFY(panel->isVisible());
    QVERIFY(story.find<QWidget>("boxesPanel")->isVisible());
    QVERIFY(!story.find<QWidget>("askPanel")->isVisible());
    story.trigger("showText");
    QVERIFY(story.find<QWidget>("textPanel")->isVisible());
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    QVERIFY(story.find<QWidget>("askPanel")->isVisible());
}

void TestSidePanel::askingShowsTheAnswers() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("showBoxes");
    story.find<QPushButton>("findFromBoxes")->click();
    QVERIFY(story.find<QWidget>("askPanel")->isVisible());
    story.trigger("showText");
    story.trigger("askPage");
    QVERIFY(story.find<QWidget>("askPanel")->isVisible());
}

void TestSidePanel::readingStaysAtTheText() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("showText");
    story.find<QPushButton>("readFromText")->click();
    QVERIFY(story.find<QWidget>("textPanel")->isVisible());
    story.trigger("showBoxes");
    story.trigger("readPage");
    QVERIFY(story.find<QWidget>("askPanel")->isVisible());
}

QTEST_MAIN(TestSidePanel)
#include "tst_side_panel.moc"
