// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finding one's way: outline, page list with states, back and forward, what is opened again after a
// restart, recent files, pasted and dropped pictures, page colours.
#include "tests/app/pages.h"
#include "tests/ui/window_story.h"
#include "ui/navigation_panel.h"
#include "ui/outline_view.h"
#include "ui/page_strip.h"
#include "ui/session.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <atomic>

namespace {

// Twelve pages; "Two" begins in the middle of page 5 and has a part on page 9. "Loop" is its own
// child, "Away" leads to a page that is not there.
QByteArray outlined() {
    QByteArray bytes = pages::pdf("/MediaBox[0 0 400 400]", "0 g 40 40 20 20 re f", 12);
    bytes.replace("/Pages 2 0 R", "/Pages 2 0 R/Outlines 60 0 R");
    bytes.replace(
        "trailer",
        "60 0 obj<</First 61 0 R/Last 64 0 R/Count 4>>endobj\n"
        "61 0 obj<</Title(One)/Parent 60 0 R/Next 62 0 R/Dest[10 0 R/XYZ 0 400 0]>>endobj\n"
        "62 0 obj<</Title(Two)/Parent 60 0 R/Prev 61 0 R/Next 64 0 R/First 63 0 R/Last "
        "63 0 R/Count 1/Dest[14 0 R/XYZ 0 200 0]>>endobj\n"
        "63 0 obj<</Title(Part)/Parent 62 0 R/Dest[18 0 R/Fit]>>endobj\n"
        "64 0 obj<</Title(Loop)/Parent 60 0 R/Prev 62 0 R/First 64 0 R/Last 64 0 R/Count "
        "1/Dest[99 0 R/Fit]>>endobj\n"
        "trailer");
    return bytes;
}

QImage picture() {
    return pages::flag(120, 80);
}

} // namespace

class TestNavigation : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        m_pdf = m_folder.filePath(QStringLiteral("outlined.pdf"));
        m_plain = m_folder.filePath(QStringLiteral("plain.pdf"));
        QVERIFY(pages::write(m_pdf, outlined()));
        QVERIFY(pages::write(m_plain, pages::pdf("/MediaBox[0 0 400 400]", "", 30)));
    }

    void outlineIsBounded();
    void outlineLeadsToItsPlaces();
    void outlineFollowsTheReader();
    void backAndForward();
    void turningPagesIsNoJump();
    void pagesShowWhatIsKnownOfThem();
    void sessionIsRestored();
    void sessionSurvivesChangedFiles();
    void sessionIsKeptWhileOneWorks();
    void closedTabsAreReopened();
    void recentFilesAreOffered();
    void picturesArePasted();
    void picturesAndFoldersAreDropped();
    void pageColorsAreForTheEye();

private:
    QTemporaryDir m_folder;
    QString m_pdf;
    QString m_plain;
};

void TestNavigation::outlineIsBounded() {
    const auto document = app::openDocument(m_pdf);
    const QVector<app::OutlineEntry> outline = (*document)->outline();
    QVERIFY(outline.size() >= 4 && outline.size() < 100);
    QCOMPARE(outline[0].title, QStringLiteral("One"));
    QCOMPARE(outline[0].page, 0);
    QCOMPARE(outline[1].page, 4);
    QVERIFY(std::abs(outline[1].top - 0.5) < 0.01);
    QCOMPARE(outline[2].title, QStringLiteral("Part"));
    QCOMPARE(outline[2].level, 1);
    QCOMPARE(outline[2].page, 8);
    QCOMPARE(outline[3].page, -1);
    QVERIFY((*app::openDocument(m_plain))->outline().isEmpty());
}

void TestNavigation::outlineLeadsToItsPlaces() {
    ui::WindowStory story;
    story.open(m_pdf);
    story.find<ui::NavigationPanel>("navigationPanel")
        ->setCurrent(ui::NavigationPanel::Tab::Outline);
    auto* tree = story.find<QTreeWidget>("outlineTree");
    QTRY_COMPARE(tree->topLevelItemCount(), 3);
    QVERIFY(tree->isVisible());
    QTreeWidgetItem* two = tree->topLevelItem(1);
    QCOMPARE(two->text(0), QStringLiteral("Two"));
    QCOMPARE(two->text(1), QStringLiteral("5"));
    tree->scrollToItem(two);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier,
                      tree->visualItemRect(two).center());
    QCOMPARE(story.pages().currentPage(), 4);
    QVERIFY(std::abs(story.pages().toViewport({4, {0, 0.5}}).y()) <= 2);
    // By keyboard, and back from there.
    tree->setCurrentItem(two->child(0));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(story.pages().currentPage(), 8);
    story.trigger("goBack");
    QCOMPARE(story.pages().currentPage(), 4);
    // A document without one says so.
    story.open(m_plain);
    QVERIFY(!tree->isVisible());
}

void TestNavigation::outlineFollowsTheReader() {
    ui::WindowStory story;
    story.open(m_pdf);
    auto* tree = story.find<QTreeWidget>("outlineTree");
    QTRY_COMPARE(tree->topLevelItemCount(), 3);
    story.pages().goToPage(2);
    QCOMPARE(tree->currentItem()->text(0), QStringLiteral("One"));
    story.pages().goToPage(6);
    QCOMPARE(tree->currentItem()->text(0), QStringLiteral("Two"));
    story.pages().goToPage(9);
    QCOMPARE(tree->currentItem()->text(0), QStringLiteral("Part"));
    QCOMPARE(story.pages().currentPage(), 9); // following moves nothing
}

void TestNavigation::backAndForward() {
    ui::WindowStory story;
    story.open(m_plain);
    QVERIFY(!story.action("goBack")->isEnabled());
    story.pages().goToPage(10);
    story.pages().reveal(20, QRectF(0.1, 0.1, 0.1, 0.1));
    const ui::PagePoint there = story.pages().position().top;
    story.trigger("goBack");
    QCOMPARE(story.pages().currentPage(), 10);
    story.trigger("goBack");
    QCOMPARE(story.pages().currentPage(), 0);
    QVERIFY(!story.action("goBack")->isEnabled());
    story.trigger("goForward");
    story.trigger("goForward");
    QVERIFY(!story.action("goForward")->isEnabled());
    QCOMPARE(story.pages().position().top.page, there.page);
    QVERIFY(std::abs(story.pages().position().top.at.y() - there.at.y()) < 0.01);
    // A new jump forgets what lay forward; every document has its own past.
    story.trigger("goBack");
    story.pages().goToPage(28);
    QVERIFY(!story.action("goForward")->isEnabled());
    story.open(m_pdf);
    QVERIFY(!story.action("goBack")->isEnabled());
}

void TestNavigation::turningPagesIsNoJump() {
    ui::WindowStory story;
    story.open(m_plain);
    story.trigger("nextPage");
    story.trigger("nextPage");
    QVERIFY(!story.action("goBack")->isEnabled());
    story.trigger("lastPage");
    QVERIFY(story.action("goBack")->isEnabled());
}

void TestNavigation::pagesShowWhatIsKnownOfThem() {
    const auto fails = std::make_shared<std::atomic<bool>>(false);
    ui::WindowStory story(ui::answering([fails](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        if (*fails) {
            answer.failure = app::Failure{app::FailureCode::OutOfMemory, {}, {}};
            return answer;
        }
        answer.text = QStringLiteral("read");
        answer.perCharacter = std::chrono::milliseconds(60);
        answer.pageText = app::PageText();
        return answer;
    }));
    story.loadModel();
    story.open(m_plain);
    const auto* strip = story.find<ui::PageStrip>("pageStrip");
    QCOMPARE(strip->state(0), ui::PageState::Plain);
    story.trigger("readPage");
    QCOMPARE(strip->state(0), ui::PageState::Working);
    QTRY_COMPARE(strip->state(0), ui::PageState::Read);
    QCOMPARE(strip->state(1), ui::PageState::Plain);

    *fails = true;
    story.pages().goToPage(1);
    story.trigger("readPage");
    QTRY_COMPARE(strip->state(1), ui::PageState::Flagged);
    story.open(m_pdf); // nobody has read that one
    QCOMPARE(strip->state(0), ui::PageState::Plain);
}

void TestNavigation::sessionIsRestored() {
    ui::WindowStory story;
    story.open(m_plain);
    story.pages().setZoom(1.5, {100, 100});
    story.pages().setTurns(1);
    story.pages().goToPage(12);
    const ui::PagePoint top = story.pages().position().top;
    story.open(m_pdf);
    story.pages().goToPage(3);
    story.find<QTabBar>("documentTabs")->setCurrentIndex(0);
    story.trigger("mouseSelect");
    story.trigger("colorsSepia");
    auto* splitter = story.window().findChild<QSplitter*>();
    splitter->setSizes({220, 560, 500});
    const QList<int> sizes = splitter->sizes();
    story.window().close();

    ui::MainWindow again(story.queue(), story.settings(), story.prompts(), story.models());
    again.show();
    QVERIFY(again.restoreSession());
    auto* tabs = again.findChild<QTabBar*>(QStringLiteral("documentTabs"));
    QTRY_COMPARE(tabs->count(), 2);
    QTRY_COMPARE(tabs->currentIndex(), 0);
    auto* pages = again.findChild<ui::PageView*>();
    QCOMPARE(pages->zoom(), 1.5);
    QCOMPARE(pages->turns(), 1);
    QCOMPARE(pages->currentPage(), 12);
    // The page lies on its side: its x runs down the view.
    QCOMPARE(pages->position().top.page, top.page);
    QVERIFY(std::abs(pages->position().top.at.x() - top.at.x()) < 0.01);
    QCOMPARE(pages->mouseMode(), ui::MouseMode::Select);
    QCOMPARE(pages->pageColors(), app::PageColors::Sepia);
    const QList<int> now = again.findChild<QSplitter*>()->sizes();
    QVERIFY(std::abs(now[0] - sizes[0]) <= 2 && std::abs(now[2] - sizes[2]) <= 2);
    tabs->setCurrentIndex(1);
    QCOMPARE(pages->currentPage(), 3);
}

void TestNavigation::sessionSurvivesChangedFiles() {
    const QString shrunk = m_folder.filePath(QStringLiteral("shrunk.pdf"));
    const QString gone = m_folder.filePath(QStringLiteral("gone.pdf"));
    QVERIFY(pages::write(shrunk, pages::pdf("/MediaBox[0 0 400 400]", "", 30)));
    QVERIFY(pages::write(gone, pages::pdf("/MediaBox[0 0 400 400]", "", 3)));
    ui::WindowStory story;
    story.open(shrunk);
    story.pages().goToPage(25);
    story.open(gone);
    story.window().close();
    QVERIFY(pages::write(shrunk, pages::pdf("/MediaBox[0 0 400 400]", "", 2)));
    QVERIFY(QFile::remove(gone));

    ui::MainWindow again(story.queue(), story.settings(), story.prompts(), story.models());
    again.show();
    QVERIFY(again.restoreSession());
    auto* pages = again.findChild<ui::PageView*>();
    QTRY_COMPARE(pages->pageCount(), 2);
    QCOMPARE(pages->currentPage(), 0);
    // The one that is gone is named.
    auto* message = again.findChild<QLabel*>(QStringLiteral("messageText"));
    QTRY_VERIFY(message->text().contains(QLatin1String("gone.pdf")));

    // Whatever stands in the file, nothing breaks.
    ui::WindowStory odd(std::make_shared<app::Script>(),
                        "[session]\ndocuments=\"[{\\\"path\\\": 3}, 7, {\\\"page\\\": -9}]\"\n"
                        "current=99\n[window]\ngeometry=nonsense\npageColors=77\n");
    QVERIFY(!odd.window().restoreSession());
}

// What stands in the file is what a crash would leave.
void TestNavigation::sessionIsKeptWhileOneWorks() {
    ui::WindowStory story;
    const QString file = story.folder() + QStringLiteral("/tessera.ini");
    const auto kept = [&file] {
        app::Settings settings(file); // as the next run reads it
        return ui::Session(settings).state();
    };
    QTRY_VERIFY(kept().documents.isEmpty());
    story.open(m_plain);
    QTRY_COMPARE(kept().documents.size(), 1);
    QCOMPARE(kept().documents[0].path, m_plain);
    story.pages().goToPage(12);
    const int top = story.pages().position().top.page;
    QVERIFY(top > 0);
    QTRY_COMPARE(kept().documents.value(0).position.top.page, top);
    story.pages().setZoom(2, {10, 10});
    QTRY_COMPARE(kept().documents.value(0).position.zoom, 2.0);
    story.open(m_pdf);
    QTRY_COMPARE(kept().documents.size(), 2);
    QCOMPARE(kept().current, 1);
    story.trigger("close");
    QTRY_COMPARE(kept().documents.size(), 1);
}

void TestNavigation::closedTabsAreReopened() {
    ui::WindowStory story;
    QVERIFY(!story.action("reopenTab")->isEnabled());
    QCOMPARE(story.action("reopenTab")->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+T")));
    story.open(m_plain);
    story.pages().setZoom(1.5, {10, 10});
    story.pages().goToPage(12);
    const ui::PagePoint top = story.pages().position().top;
    story.open(m_pdf);
    auto* tabs = story.find<QTabBar>("documentTabs");
    emit tabs->tabCloseRequested(0); // not the one that is shown
    story.trigger("close");
    QCOMPARE(tabs->count(), 0);
    story.trigger("reopenTab");
    QTRY_COMPARE(tabs->count(), 1);
    QVERIFY(tabs->tabText(0).contains(QLatin1String("outlined")));
    story.trigger("reopenTab");
    QTRY_COMPARE(tabs->count(), 2);
    QVERIFY(!story.action("reopenTab")->isEnabled());
    // On its old tab, where one was in it.
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(tabs->tabText(0).contains(QLatin1String("plain")));
    QCOMPARE(story.pages().zoom(), 1.5);
    QCOMPARE(story.pages().position().top.page, top.page);
    QVERIFY(std::abs(story.pages().position().top.at.y() - top.at.y()) < 0.01);
}

void TestNavigation::recentFilesAreOffered() {
    ui::WindowStory story;
    auto* menu = story.find<QMenu>("recentFiles");
    QVERIFY(!menu->isEnabled());
    story.open(m_plain);
    story.open(m_pdf);
    QCOMPARE(menu->actions().size(), 4); // two files, a line, and the way to empty it
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("outlined.pdf"));
    QCOMPARE(menu->actions().first()->toolTip(), m_pdf);
    story.trigger("close");
    story.trigger("close");
    menu->actions().at(1)->trigger();
    QTRY_COMPARE(story.pages().pageCount(), 30);
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("plain.pdf"));
    story.find<QAction>("clearRecent")->trigger();
    QTRY_VERIFY(!menu->isEnabled());
}

void TestNavigation::picturesArePasted() {
    ui::WindowStory story;
    QGuiApplication::clipboard()->setImage(picture());
    story.trigger("paste");
    QTRY_COMPARE(story.pages().pageCount(), 1);
    QVERIFY(story.window().windowTitle().startsWith(QLatin1String("Picture 1")));
    QTRY_VERIFY(ui::apart(ui::pixelAt(story.pages(), story.pages().toViewport({0, {0.75, 0.5}})),
                          Qt::blue) < 8);
    // A second one is another document; it is not mistaken for the sample.
    story.trigger("paste");
    QTRY_COMPARE(story.find<QTabBar>("documentTabs")->count(), 2);
    QVERIFY(story.window().windowTitle().startsWith(QLatin1String("Picture 2")));
    // Files in the clipboard are opened; text is not.
    auto* files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(m_plain)});
    QGuiApplication::clipboard()->setMimeData(files);
    story.trigger("paste");
    QTRY_COMPARE(story.pages().pageCount(), 30);
    QGuiApplication::clipboard()->setText(QStringLiteral("text"));
    story.trigger("paste");
    QVERIFY(story.find<QLabel>("messageText")->isVisible());
    QCOMPARE(story.find<QTabBar>("documentTabs")->count(), 3);
}

void TestNavigation::picturesAndFoldersAreDropped() {
    const QDir folder(m_folder.filePath(QStringLiteral("drop")));
    folder.mkpath(QStringLiteral("inner"));
    QVERIFY(picture().save(folder.filePath(QStringLiteral("inner/flag.png"))));
    QVERIFY(pages::write(folder.filePath(QStringLiteral("two.pdf")),
                         pages::pdf("/MediaBox[0 0 400 400]", "", 2)));
    QVERIFY(pages::write(folder.filePath(QStringLiteral("notes.txt")), "not a document"));
    ui::WindowStory story;
    const auto drop = [&story](const QMimeData& data) {
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&story.window(), &enter);
        if (!enter.isAccepted()) {
            return false;
        }
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&story.window(), &event);
        return true;
    };
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(folder.path())});
    QVERIFY(drop(files));
    QTRY_COMPARE(story.find<QTabBar>("documentTabs")->count(), 2);
    QMimeData image;
    image.setImageData(picture());
    QVERIFY(drop(image));
    QTRY_COMPARE(story.find<QTabBar>("documentTabs")->count(), 3);
    QMimeData text;
    text.setText(QStringLiteral("text"));
    QVERIFY(!drop(text));
}

void TestNavigation::pageColorsAreForTheEye() {
    ui::WindowStory story;
    story.loadModel();
    story.open(m_pdf);
    story.trigger("fitPage");
    const auto paper = [&] {
        return ui::pixelAt(story.pages(), story.pages().toViewport({0, {0.3, 0.3}}));
    };
    QTRY_VERIFY(ui::apart(paper(), Qt::white) < 4);
    story.trigger("colorsDark");
    QTRY_VERIFY(ui::apart(paper(), app::paperColor(app::PageColors::Dark)) < 4);
    // The ink is light now.
    const auto ink = [&] {
        return ui::pixelAt(story.pages(), story.pages().toViewport({0, {0.125, 0.875}}));
    };
    QTRY_VERIFY(ink().lightness() > 200);
    // The model gets the page as it is.
    story.trigger("readPage");
    QTRY_COMPARE(story.script().asked().size(), 1);
    QCOMPARE(story.script().asked().first().pages.first().pixelColor(500, 300), QColor(Qt::white));
}

QTEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
