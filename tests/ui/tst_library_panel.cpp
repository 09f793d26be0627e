// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library_news.h"
#include "app/library/reusing_analyzer.h"
#include "tests/ui/surfaces.h"
#include "ui/library_panel.h"
#include "ui/side_panel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

namespace {

const QByteArray kHash = QByteArray(32, 'h');

app::ResultRecord readingOf(const QByteArray& key, const QString& text) {
    app::ResultRecord record;
    record.key = key;
    record.model.hash = "model";
    record.origins = {{kHash, 4, 200, {}}};
    record.result.task = app::Task::Read;
    record.result.text = text;
    record.result.pageText.emplace();
    return record;
}

} // namespace

class LibraryPanelTest final : public QObject {
    Q_OBJECT

    const Speaking m_english{QStringLiteral("en")}; // "1 hit"
    QTemporaryDir m_documents;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::LibraryNews> m_news;
    std::unique_ptr<app::Library> m_library;

    std::unique_ptr<WindowStory>
    story(const std::shared_ptr<app::Script>& script = std::make_shared<app::Script>()) {
        auto story = std::make_unique<WindowStory>(script);
        story->window().useLibrary(*m_library, *m_news);
        return story;
    }

private slots:

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_news = std::make_unique<app::LibraryNews>();
        m_library = std::make_unique<app::Library>(
            app::LibraryOptions{m_folder->path(), qint64{1} << 30}, m_news->listener());
    }

    void cleanup() {
        QThreadPool::globalInstance()->waitForDone();
        m_library.reset();
    }

    void listsDocumentsSeenLast();
    void searchesWhileOneTypes();
    void tellsWhenNothingIsFound();
    void openedAgainItHasItsConversation();
    void clearedAnswersDoNotComeBack();
    void boxesComeBack();
    void aHitOpensItsDocumentAtThePlace();
    void aHitInAnAnswerShowsIt();
    void tellsWhenTheFileHasChanged();
    void isReachedByKeyboardWithoutADocument();
};

void LibraryPanelTest::listsDocumentsSeenLast() {
    m_library->keep(
        {kHash, "lease.pdf", "/home/anna/lease.pdf", 3, 1000, QDateTime::currentDateTime()});
    m_library->waitUntilMade();
    LibraryPanel panel;
    panel.setLibrary(m_library.get());
    panel.show();
    auto* list = panel.findChild<QListView*>("libraryList");
    waitUntil([&] { return list->model()->rowCount() == 1; });
    QCOMPARE(list->model()->index(0, 0).data().toString(), "lease.pdf");
    QSignalSpy chosen(&panel, &LibraryPanel::chosen);
    QTest::keyClick(panel.findChild<QLineEdit*>("librarySearch"), Qt::Key_Down);
    emit list->activated(list->model()->index(0, 0));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<app::LibraryHit>().document, kHash);
    QVERIFY(chosen[0][1].toStringList().isEmpty());
}

void LibraryPanelTest::searchesWhileOneTypes() {
    m_library->keep(readingOf("1", "The tenant pays the heating."));
    m_library->waitUntilMade();
    LibraryPanel panel;
    panel.setLibrary(m_library.get());
    panel.show();
    auto* search = panel.findChild<QLineEdit*>("librarySearch");
    auto* list = panel.findChild<QListView*>("libraryList");
    QTest::keyClicks(search, "heat");
    const auto note = [&] {
        return panel.findChild<QLabel*>("libraryNote")->text();
    };
    waitUntil([&] { return note() == "1 hit"; });
    const QModelIndex row = list->model()->index(0, 0);
    QVERIFY(row.data(LibraryRows::SnippetRole).toString().contains("heating"));
    QVERIFY(row.data().toString().contains("page 5"));
    QSignalSpy chosen(&panel, &LibraryPanel::chosen);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<app::LibraryHit>().page, 4);
    QCOMPARE(chosen[0][1].toStringList(), QStringList{"heat"});
    search->clear();
    waitUntil([&] { return note() != "1 hit"; });
    QVERIFY(note().contains("seen last"));
}

void LibraryPanelTest::tellsWhenNothingIsFound() {
    LibraryPanel panel;
    panel.setLibrary(m_library.get());
    panel.show();
    QTest::keyClicks(panel.findChild<QLineEdit*>("librarySearch"), "nowhere");
    auto* note = panel.findChild<QLabel*>("libraryNote");
    waitUntil([&] { return !note->text().isEmpty(); });
    QVERIFY(note->text().contains("Nothing was found"));
}

void LibraryPanelTest::openedAgainItHasItsConversation() {
    const QString path = writePdf(m_documents.path(), 2);
    const auto script = answering(twoPlaces);
    {
        const auto first = story(script);
        first->loadModel();
        first->open(path);
        first->type("the total");
        first->send();
        waitUntil([&] { return first->lastText("turnStatus").contains("complete"); });
    }
    m_library->waitUntilMade();
    const auto second = story(script);
    second->loadModel();
    second->open(path);
    waitUntil([&] { return second->lastText("turnStatus").contains("complete"); });
    QCOMPARE(second->lastText("questionText"), "the total");
    QCOMPARE(script->asked().size(), 1);
    // Removed, it is gone for good.
    second->find<QAction>("removeTurn")->trigger();
    m_library->waitUntilMade();
    QCOMPARE(m_library->search({"total"})->total, 0);
}

void LibraryPanelTest::clearedAnswersDoNotComeBack() {
    const QString path = writePdf(m_documents.path(), 1);
    {
        const auto first = story();
        first->loadModel();
        first->open(path);
        first->type("something");
        first->send();
        waitUntil([&] { return first->lastText("turnStatus").contains("complete"); });
        first->trigger("clearAnswersAction");
    }
    m_library->waitUntilMade();
    QCOMPARE(m_library->search({"something"})->total, 1); // but it is found
    const auto second = story();
    second->loadModel();
    second->open(path);
    waitUntil([] { return false; }, 300);
    QVERIFY(second->lastText("turnStatus").isEmpty());
}

void LibraryPanelTest::boxesComeBack() {
    const QString path = writePdf(m_documents.path(), 1);
    const auto script = answering(twoPlaces);
    const auto boxes = [](WindowStory& story) {
        return story.find<QAbstractItemView>("boxTable")->model()->rowCount();
    };
    {
        const auto first = story(script);
        first->loadModel();
        first->open(path);
        first->type("the total");
        first->send();
        waitUntil([&] { return first->action("keepPlaces")->isEnabled(); });
        first->trigger("keepPlaces");
        QCOMPARE(boxes(*first), 2);
    }
    m_library->waitUntilMade();
    const auto second = story(script);
    second->open(path);
    waitUntil([&] { return boxes(*second) == 2; });
    QCOMPARE(boxes(*second), 2);
    QVERIFY(!second->action("undo")->isEnabled()); // nothing of it was done now
}

void LibraryPanelTest::aHitOpensItsDocumentAtThePlace() {
    const QString path = writePdf(m_documents.path(), 5);
    const auto document = app::openDocument(path);
    const QByteArray hash = (*document)->contentHash();
    app::ResultRecord record = readingOf("1", "pay the deposit");
    record.origins = {{hash, 3, 200, {}}};
    app::ReadLine line{"pay the deposit", QRectF(0.1, 0.5, 0.3, 0.02), 0, {}};
    line.words = {{"pay", QRectF(0.1, 0.5, 0.05, 0.02), 1},
                  {"the", QRectF(0.16, 0.5, 0.05, 0.02), 1},
                  {"deposit", QRectF(0.22, 0.5, 0.1, 0.02), 1}};
    record.result.pageText->lines = {line};
    m_library->keep({hash, "pages.pdf", path, 5, 1, QDateTime::currentDateTime()});
    m_library->keep(record);
    m_library->waitUntilMade();
    const auto window = story();
    window->trigger("searchLibrary");
    auto* search = window->find<QLineEdit>("librarySearch");
    QVERIFY(search->isVisible());
    QTest::keyClicks(search, "deposit");
    waitUntil([&] { return window->find<QLabel>("libraryNote")->text() == "1 hit"; });
    QTest::keyClick(search, Qt::Key_Return);
    waitUntil([&] { return window->pages().currentPage() == 3; });
    QCOMPARE(window->pages().currentPage(), 3);
    const auto isLit = [&] {
        const QPointF middle = window->pages().toViewport({3, QPointF(0.27, 0.51)});
        return apart(pixelAt(window->pages(), middle), Qt::white) > 40;
    };
    waitUntil(isLit);
    QVERIFY(isLit());
}

void LibraryPanelTest::aHitInAnAnswerShowsIt() {
    const QString path = writePdf(m_documents.path(), 3);
    const auto script = answering(twoPlaces);
    const auto window = story(script);
    window->loadModel();
    window->open(path);
    window->type("the deposit");
    window->send();
    waitUntil([&] { return window->lastText("turnStatus").contains("complete"); });
    m_library->waitUntilMade();
    window->trigger("searchLibrary");
    QTest::keyClicks(window->find<QLineEdit>("librarySearch"), "deposit");
    auto* list = window->find<QListView>("libraryList");
    waitUntil([&] { return window->find<QLabel>("libraryNote")->text() == "1 hit"; });
    emit list->activated(list->model()->index(0, 0));
    QCOMPARE(window->find<SidePanel>("sidePanel")->current(), SideTab::Ask);
    QCOMPARE(window->pages().places().marks().size(), 2);
}

void LibraryPanelTest::tellsWhenTheFileHasChanged() {
    const QString path = writePdf(m_documents.path(), 2);
    m_library->keep({kHash, "pages.pdf", path, 5, 1, QDateTime::currentDateTime()});
    m_library->keep(readingOf("1", "another content"));
    m_library->waitUntilMade();
    const auto window = story();
    window->trigger("searchLibrary");
    auto* search = window->find<QLineEdit>("librarySearch");
    QTest::keyClicks(search, "another");
    waitUntil([&] { return window->find<QLabel>("libraryNote")->text() == "1 hit"; });
    QTest::keyClick(search, Qt::Key_Return);
    auto* message = window->find<QLabel>("messageText");
    waitUntil([&] { return message->isVisible(); });
    QVERIFY2(message->text().contains("has changed"), qPrintable(message->text()));
}

void LibraryPanelTest::isReachedByKeyboardWithoutADocument() {
    const auto window = story();
    QVERIFY(window->action("searchLibrary")->isEnabled());
    window->trigger("searchLibrary");
    QVERIFY(window->find<LibraryPanel>("libraryPanel")->isVisible());
    QCOMPARE(window->window().focusWidget(), window->find<QLineEdit>("librarySearch"));
}

QTEST_MAIN(LibraryPanelTest)
#include "tst_library_panel.moc"
