// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text on the pages: selected with mouse and keyboard, copied, found; the same from a read page.
#include "app/documents/document_opener.h"
#include "tests/app/pages.h"
#include "tests/ui/window_story.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

// Three lines and a fourth on the right; the second page has one of its own.
QByteArray twoPages() {
    return pages::pdf("/MediaBox[0 0 400 300]",
                      "BT /F 20 Tf 40 240 Td (The first line) Tj 0 -30 Td (The second, longer) Tj "
                      "0 -30 Td (Third and last) Tj ET",
                      2);
}

// A scanned page: no text of its own.
QByteArray scan() {
    return pages::pdf("/MediaBox[0 0 400 300]", "0 g 40 200 100 20 re f", 1);
}

app::ScriptedAnswer readAnswer(const app::AnalysisRequest&) {
    app::PageText text;
    text.lines = {{QStringLiteral("Scanned words"),
                   QRectF(0.1, 0.2, 0.4, 0.05),
                   0,
                   {{QStringLiteral("Scanned"), QRectF(0.1, 0.2, 0.2, 0.05)},
                    {QStringLiteral("words"), QRectF(0.35, 0.2, 0.15, 0.05)}}}};
    app::ScriptedAnswer answer;
    answer.text = text.plainText();
    answer.pageText = text;
    return answer;
}

} // namespace

class TestTextOnPages : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        QVERIFY(m_folder.isValid());
        m_pdf = m_folder.filePath(QStringLiteral("text.pdf"));
        m_scan = m_folder.filePath(QStringLiteral("scan.pdf"));
        QVERIFY(pages::write(m_pdf, twoPages()));
        QVERIFY(pages::write(m_scan, scan()));
    }

    void init() { QGuiApplication::clipboard()->clear(); }

    void dragSelects_data();
    void dragSelects();
    void doubleAndTripleClick();
    void shiftExtends();
    void keyboardSelects();
    void wholePageAndOverPages();
    void browsingDoesNotSelect();
    void selectionIsPaintedOnTheText();
    void readPageCanBeSelected();
    void findsWhileTyping();
    void findGoesAround();
    void findMatchesCaseAndWords();
    void findSaysWhatIsMissing();
    void findLooksAgainWhenAPageIsRead();
    void escapeClosesTheFindBar();
    void selectionIsAskedAbout();
    void selectionWithoutTextIsExplained();
    void menuOnThePage();

private:
    // The box of these characters of the page's text.
    static QRectF boxOf(ui::WindowStory& story, const QString& what) {
        const auto document =
            app::openDocument(QStringLiteral("%1").arg(story.window().property("path").toString()));
        const app::TextLayer layer((*document)->words(0));
        const int at = int(layer.text().indexOf(what));
        return layer.box({at, at + int(what.size())});
    }

    void open(ui::WindowStory& story, const QString& path) const {
        story.open(path);
        story.window().setProperty("path", path);
        story.trigger("mouseSelect");
    }

    static QPoint at(ui::WindowStory& story, const QPointF& page) {
        return story.pages().toViewport({0, page}).toPoint();
    }

    static void drag(ui::WindowStory& story, const QPoint& from, const QPoint& to) {
        QWidget* view = story.pages().viewport();
        QTest::mousePress(view, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(view, (from + to) / 2);
        QTest::mouseMove(view, to);
        QTest::mouseRelease(view, Qt::LeftButton, Qt::NoModifier, to);
    }

    static QString copied(ui::WindowStory& story) {
        story.trigger("copyText");
        ui::waitUntil([] { return !QGuiApplication::clipboard()->text().isEmpty(); }, 2000);
        return QGuiApplication::clipboard()->text();
    }

    static QString count(ui::WindowStory& story) { return story.find<QLabel>("findCount")->text(); }

    static void look(ui::WindowStory& story, const QString& what) {
        story.trigger("findText");
        story.find<QLineEdit>("findText")->setText(what);
    }

    QTemporaryDir m_folder;
    QString m_pdf;
    QString m_scan;
};

void TestTextOnPages::dragSelects_data() {
    QTest::addColumn<int>("turns");
    for (const int turns : {0, 1, 2, 3}) {
        QTest::addRow("%d quarter turns", turns) << turns;
    }
}

void TestTextOnPages::dragSelects() {
    QFETCH(int, turns);
    ui::WindowStory story;
    open(story, m_pdf);
    story.trigger("fitPage");
    story.pages().setTurns(turns);
    QVERIFY(!story.action("copyText")->isEnabled());
    const QRectF first = boxOf(story, QStringLiteral("first"));
    const QRectF second = boxOf(story, QStringLiteral("second"));
    const QPoint from = at(story, {first.left() + 0.002, first.center().y()});
    drag(story, from, at(story, {second.right() - 0.002, second.center().y()}));
    QVERIFY(story.action("copyText")->isEnabled());
    QCOMPARE(copied(story), QStringLiteral("first line\nThe second"));
    // A click elsewhere ends it.
    QTest::mouseClick(story.pages().viewport(), Qt::LeftButton, Qt::NoModifier,
                      at(story, {0.9, 0.9}));
    QVERIFY(!story.action("copyText")->isEnabled());
}

void TestTextOnPages::doubleAndTripleClick() {
    ui::WindowStory story;
    open(story, m_pdf);
    const QPoint middle = at(story, boxOf(story, QStringLiteral("second")).center());
    QWidget* view = story.pages().viewport();
    QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, middle);
    QTest::mouseDClick(view, Qt::LeftButton, Qt::NoModifier, middle);
    QCOMPARE(copied(story), QStringLiteral("second"));
    QTest::mouseDClick(view, Qt::LeftButton, Qt::NoModifier, middle);
    QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, middle);
    QGuiApplication::clipboard()->clear();
    QCOMPARE(copied(story), QStringLiteral("The second, longer"));
}

void TestTextOnPages::shiftExtends() {
    ui::WindowStory story;
    open(story, m_pdf);
    QWidget* view = story.pages().viewport();
    const QRectF first = boxOf(story, QStringLiteral("first"));
    const QRectF last = boxOf(story, QStringLiteral("last"));
    drag(story, at(story, {first.left() + 0.002, first.center().y()}),
         at(story, {first.right() - 0.002, first.center().y()}));
    QTest::mouseClick(view, Qt::LeftButton, Qt::ShiftModifier,
                      at(story, {last.right() - 0.002, last.center().y()}));
    QCOMPARE(copied(story), QStringLiteral("first line\nThe second, longer\nThird and last"));
    // The other way, over the anchor.
    QTest::mouseClick(view, Qt::LeftButton, Qt::ShiftModifier, at(story, {0.02, 0.02}));
    QGuiApplication::clipboard()->clear();
    QCOMPARE(copied(story), QStringLiteral("The "));
}

void TestTextOnPages::keyboardSelects() {
    ui::WindowStory story;
    open(story, m_pdf);
    ui::PageView* view = &story.pages();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier); // asks for the text
    QTRY_VERIFY([&] {
        QTest::keyClick(view, Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
        return story.action("copyText")->isEnabled();
    }());
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    }
    QCOMPARE(copied(story), QStringLiteral("The"));
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_End, Qt::ShiftModifier);
    QGuiApplication::clipboard()->clear();
    QCOMPARE(copied(story), QStringLiteral("The first line\nThe second, longer"));
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(!story.action("copyText")->isEnabled());
}

void TestTextOnPages::wholePageAndOverPages() {
    ui::WindowStory story;
    open(story, m_pdf);
    const QString page = QStringLiteral("The first line\nThe second, longer\nThird and last");
    story.trigger("selectPage");
    QCOMPARE(copied(story), page);

    // From the last line of the first page into the second.
    story.pages().setZoom(0.5, {100, 100});
    story.pages().goToPage(0);
    const QRectF last = boxOf(story, QStringLiteral("last"));
    const QRectF first = boxOf(story, QStringLiteral("first"));
    drag(story, at(story, {last.left() + 0.002, last.center().y()}),
         story.pages().toViewport({1, {first.right() - 0.002, first.center().y()}}).toPoint());
    QGuiApplication::clipboard()->clear();
    QCOMPARE(copied(story), QStringLiteral("last\nThe first"));
}

void TestTextOnPages::browsingDoesNotSelect() {
    ui::WindowStory story;
    open(story, m_pdf);
    story.pages().setZoom(4, {0, 0});
    story.trigger("mouseBrowse");
    story.pages().goToPage(0);
    const int before = story.pages().verticalScrollBar()->value();
    drag(story, {300, 300}, {300, 200});
    QCOMPARE(story.pages().verticalScrollBar()->value(), before + 100);
    QVERIFY(!story.action("copyText")->isEnabled());
}

void TestTextOnPages::selectionIsPaintedOnTheText() {
    ui::WindowStory story;
    open(story, m_pdf);
    const QRectF word = boxOf(story, QStringLiteral("second"));
    const QRectF other = boxOf(story, QStringLiteral("Third"));
    QTest::mouseDClick(story.pages().viewport(), Qt::LeftButton, Qt::NoModifier,
                       at(story, word.center()));
    // Just inside the word's upper edge, where no ink is.
    const auto ground = [&](const QRectF& box) {
        return ui::pixelAt(story.pages(),
                           story.pages().toViewport(0, box).topLeft() + QPointF(3, 3));
    };
    QTRY_VERIFY(ui::apart(ground(word), Qt::white) > 30);
    QVERIFY(ui::apart(ground(other), Qt::white) < 8);
}

void TestTextOnPages::readPageCanBeSelected() {
    ui::WindowStory story(ui::answering(readAnswer));
    story.loadModel();
    open(story, m_scan);
    story.trigger("selectPage");
    story.trigger("copyText");
    QTest::qWait(50);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    story.trigger("readPage");
    QTRY_COMPARE(story.script().asked().size(), 1);
    QTRY_VERIFY([&] {
        QTest::mouseDClick(story.pages().viewport(), Qt::LeftButton, Qt::NoModifier,
                           at(story, {0.4, 0.22}));
        story.trigger("copyText");
        return QGuiApplication::clipboard()->text() == QLatin1String("words");
    }());
}

void TestTextOnPages::findsWhileTyping() {
    ui::WindowStory story;
    open(story, m_pdf);
    story.trigger("findText");
    auto* text = story.find<QLineEdit>("findText");
    QVERIFY(text->isVisible());
    QTest::keyClicks(text, QStringLiteral("th"));
    QTRY_COMPARE(count(story), QStringLiteral("1 of 6")); // The, The, Third, twice
    QTest::keyClicks(text, QStringLiteral("i"));
    QTRY_COMPARE(count(story), QStringLiteral("1 of 2"));
    // All are lit, the current one differently.
    const QRectF third = boxOf(story, QStringLiteral("Thi"));
    const auto ground = [&](int page) {
        return ui::pixelAt(story.pages(),
                           story.pages().toViewport(page, third).topLeft() + QPointF(3, 1.5));
    };
    story.pages().setZoom(0.5, {100, 100});
    story.pages().goToPage(0);
    const QColor current = ground(0);
    const QColor other = ground(1);
    QVERIFY(ui::apart(current, Qt::white) > 60);
    QVERIFY(ui::apart(other, Qt::white) > 60);
    QVERIFY(ui::apart(current, other) > 30);
}

void TestTextOnPages::findGoesAround() {
    ui::WindowStory story;
    open(story, m_pdf);
    look(story, QStringLiteral("line"));
    QTRY_COMPARE(count(story), QStringLiteral("1 of 2"));
    story.trigger("findNextText");
    QCOMPARE(count(story), QStringLiteral("2 of 2"));
    story.trigger("findNextText");
    QCOMPARE(count(story), QStringLiteral("1 of 2"));
    story.trigger("findPreviousText");
    QCOMPARE(count(story), QStringLiteral("2 of 2"));
    auto* text = story.find<QLineEdit>("findText");
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count(story), QStringLiteral("1 of 2"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(count(story), QStringLiteral("2 of 2"));
    // The current hit has been scrolled to.
    const QRectF box = boxOf(story, QStringLiteral("line"));
    QVERIFY(story.pages().viewport()->rect().contains(
        story.pages().toViewport(1, box).toAlignedRect()));
}

void TestTextOnPages::findMatchesCaseAndWords() {
    ui::WindowStory story;
    open(story, m_pdf);
    look(story, QStringLiteral("LINE"));
    QTRY_COMPARE(count(story), QStringLiteral("1 of 2"));
    story.find<QToolButton>("findCase")->click();
    QTRY_COMPARE(count(story), QStringLiteral("Not found"));
    story.find<QToolButton>("findCase")->click();
    look(story, QStringLiteral("lin"));
    QTRY_COMPARE(count(story), QStringLiteral("1 of 2"));
    story.find<QToolButton>("findWords")->click();
    QTRY_COMPARE(count(story), QStringLiteral("Not found"));
}

void TestTextOnPages::findSaysWhatIsMissing() {
    ui::WindowStory story;
    open(story, m_pdf);
    look(story, QStringLiteral("nowhere"));
    QTRY_COMPARE(count(story), QStringLiteral("Not found"));
    story.open(m_scan); // the search goes along to the other document
    QTRY_VERIFY(count(story).startsWith(QLatin1String("No text to search")));
    story.find<QLineEdit>("findText")->clear();
    QTRY_COMPARE(count(story), QString());
}

void TestTextOnPages::findLooksAgainWhenAPageIsRead() {
    ui::WindowStory story(ui::answering(readAnswer));
    story.loadModel();
    open(story, m_scan);
    look(story, QStringLiteral("words"));
    QTRY_VERIFY(count(story).startsWith(QLatin1String("No text to search")));
    story.trigger("readPage");
    QTRY_COMPARE(count(story), QStringLiteral("1 of 1"));
}

void TestTextOnPages::escapeClosesTheFindBar() {
    ui::WindowStory story;
    open(story, m_pdf);
    look(story, QStringLiteral("line"));
    QTRY_COMPARE(count(story), QStringLiteral("1 of 2"));
    auto* text = story.find<QLineEdit>("findText");
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    // F3 brings it back with what was looked for.
    story.trigger("findNextText");
    QVERIFY(text->isVisible());
    QCOMPARE(text->text(), QStringLiteral("line"));
    QTRY_COMPARE(count(story), QStringLiteral("1 of 2"));
}

void TestTextOnPages::selectionIsAskedAbout() {
    ui::WindowStory story;
    story.loadModel();
    open(story, m_pdf);
    QVERIFY(!story.action("askSelection")->isEnabled());
    story.trigger("selectPage");
    QTRY_VERIFY(story.action("askSelection")->isEnabled());
    story.trigger("askSelection"); // though the text of the page may not be there yet
    QTRY_VERIFY(story.find<QWidget>("partsBar")->isVisible());
    story.type(QStringLiteral("What does it say?"));
    story.send();
    QTRY_COMPARE(story.script().asked().size(), 1);
    QCOMPARE(story.script().asked().first().text, QStringLiteral("What does it say?"));
    QCOMPARE(story.lastText("turnPages"), QStringLiteral("p. 1, a part"));
}

void TestTextOnPages::selectionWithoutTextIsExplained() {
    ui::WindowStory story;
    story.loadModel();
    open(story, m_scan);
    story.trigger("selectPage");
    QTRY_VERIFY(story.action("askSelection")->isEnabled());
    story.trigger("askSelection");
    const auto* message = story.find<QLabel>("messageText");
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().contains(QLatin1String("Read the page first")));
    QVERIFY(!story.find<QWidget>("partsBar")->isVisible());
}

void TestTextOnPages::menuOnThePage() {
    ui::WindowStory story;
    story.loadModel();
    open(story, m_pdf);
    story.trigger("fitPage");
    const auto menuAt = [&](const QPoint& at) {
        QWidget* view = story.pages().viewport();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->mapToGlobal(at));
        QApplication::sendEvent(view, &event);
        auto* menu = story.find<QMenu>("pageMenu");
        QStringList names;
        for (const QAction* action : menu ? menu->actions() : QList<QAction*>()) {
            names.append(action->objectName());
        }
        delete menu;
        return names;
    };
    const QPoint centre = story.pages().viewport()->rect().center();
    QStringList names = menuAt(centre);
    QVERIFY(names.contains(QLatin1String("selectPage")));
    QVERIFY(names.contains(QLatin1String("readPage")));
    QVERIFY(names.contains(QLatin1String("askPage")));
    QVERIFY(names.contains(QLatin1String("turnRight")));
    QVERIFY(!names.contains(QLatin1String("copyText"))); // nothing is selected
    story.trigger("selectPage");
    names = menuAt(centre);
    QVERIFY(names.contains(QLatin1String("copyText")));
    QVERIFY(names.contains(QLatin1String("askSelection")));
    // It is about the page under the pointer.
    story.pages().setZoom(0.2, {0, 0});
    const QPoint second = story.pages().toViewport({1, {0.5, 0.5}}).toPoint();
    QVERIFY(story.pages().viewport()->rect().contains(second));
    QCOMPARE(story.pages().currentPage(), 0);
    menuAt(second);
    QCOMPARE(story.pages().currentPage(), 1);
    // The key opens it, too.
    QContextMenuEvent key(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(&story.pages(), &key);
    QVERIFY(story.find<QMenu>("pageMenu"));
}

QTEST_MAIN(TestTextOnPages)
#include "tst_text_on_pages.moc"
