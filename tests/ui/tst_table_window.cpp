// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many documents asked the same questions from the window: writing the questions, the grid that
// fills, what is to be checked in it, its places on the pages, going on after a stop and after the
// program was closed, and the table as a file.
#include "app/library/library_news.h"
#include "app/library/reusing_analyzer.h"
#include "tests/app/bulk_folder.h"
#include "tests/ui/window_story.h"
#include "ui/answer_rows.h"
#include "ui/dialogs/table_dialog.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

namespace {

constexpr int kScans = 3;
const QRectF kPlace(0.5, 0.4, 0.2, 0.1);

app::TableRow row(const char* document, const QVector<int>& pages, int answers) {
    app::TableRow made{QString::fromLatin1(document), pages, {}, {}};
    for (int i = 0; i < answers; ++i) {
        app::TableCell cell;
        cell.answer = QStringLiteral("answer %1").arg(i);
        made.cells.append(cell);
    }
    return made;
}

} // namespace

class TestTableWindow final : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light); }

    void init();

    void rowsGrow();
    void pagesGetRowsOfTheirOwn();
    void cellsSayWhatIsWrong();

    void saysWhatIsMissing();
    void questionsAreWrittenWithTheKeyboard();
    void fillsTheGrid();
    void opensThePlace();
    void goesToWhatIsToBeChecked();
    void asksAboutPages();
    void goesOnAfterAStop();
    void remembersTheJob();
    void savesTheTable();

private:
    QString in() const { return m_folder->filePath(QStringLiteral("in")); }

    // Opens the dialog and fills it in.
    void prepare(ui::WindowStory& story, const QStringList& questions) const {
        story.trigger("askMany");
        story.prompts().folder = in();
        story.find<QPushButton>("addFolder")->click();
        auto* table = story.find<QTableWidget>("questionTable");
        for (int i = 0; i < questions.size(); ++i) {
            if (i >= table->rowCount()) {
                story.find<QPushButton>("addQuestion")->click();
            }
            table->item(i, 0)->setText(questions[i]);
        }
    }

    static void start(ui::WindowStory& story) { story.find<QPushButton>("startJob")->click(); }

    static bool isReady(const ui::WindowStory& story) {
        return story.find<ui::TableDialog>("tableDialog")->state() == ui::JobDialog::State::Ready;
    }

    static QAbstractItemModel* grid(const ui::WindowStory& story) {
        return story.find<QTableView>("answerGrid")->model();
    }

    static QString cell(const ui::WindowStory& story, int row, int column) {
        return grid(story)->index(row, column).data().toString();
    }

    // Says what it was asked, and where; the answer of this number waits until it is released.
    static std::shared_ptr<app::Script> echo(int held = -1) {
        return ui::answering([held, asked = 0](const app::AnalysisRequest& request) mutable {
            app::ScriptedAnswer answer;
            answer.text = QStringLiteral("to ") + request.text;
            answer.places = {{request.text, kPlace, 0, 0}};
            answer.held = asked++ == held;
            return answer;
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTableWindow::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    bulk::fill(in(), kScans);
}

// --- the rows alone ---

void TestTableWindow::rowsGrow() {
    ui::AnswerRows rows;
    rows.begin({{"Who?"}, {"When was it?", "Date"}},
               {{"/in/a.pdf", "a.pdf"}, {"/in/b.pdf", "b.pdf"}});
    QCOMPARE(rows.rowCount(), 2);
    QCOMPARE(rows.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Date"));
    QCOMPARE(rows.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("b.pdf"));
    rows.setInHand("/in/a.pdf");
    QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("…"));
    rows.take(row("/in/a.pdf", {0}, 1));
    QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("answer 0"));
    QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("…"));
    QCOMPARE(rows.index(1, 0).data().toString(), QString());
    rows.take(row("/in/a.pdf", {0}, 2));
    rows.setInHand("/in/b.pdf");
    QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("answer 1"));
    QCOMPARE(rows.index(1, 0).data().toString(), QStringLiteral("…"));
    rows.setInHand({}); // stopped
    QCOMPARE(rows.index(1, 0).data().toString(), QString());
}

void TestTableWindow::pagesGetRowsOfTheirOwn() {
    ui::AnswerRows rows;
    rows.begin({{"Who?"}}, {{"/in/a.pdf", "a.pdf"}, {"/in/b.pdf", "b.pdf"}});
    for (const int page : {2, 3}) {
        rows.take(row("/in/a.pdf", {page}, 1));
    }
    rows.take(row("/in/b.pdf", {0}, 1));
    QCOMPARE(rows.rowCount(), 3);
    const auto name = [&](int at) {
        return rows.headerData(at, Qt::Vertical, Qt::DisplayRole).toString();
    };
    QCOMPARE(name(0), QStringLiteral("a.pdf, page 3"));
    QCOMPARE(name(1), QStringLiteral("a.pdf, page 4"));
    QCOMPARE(name(2), QStringLiteral("b.pdf"));
    QCOMPARE(rows.lookAt(rows.index(1, 0))->page, 3);
}

void TestTableWindow::cellsSayWhatIsWrong() {
    ui::AnswerRows rows;
    rows.begin({{"Who?"}, {"When?"}}, {{"/in/a.pdf", "a.pdf"}, {"/in/b.pdf", "b.pdf"}});
    app::TableRow answered = row("/in/a.pdf", {0, 1}, 2);
    answered.cells[0].end = app::AnswerEnd::TokenLimit;
    answered.cells[1].withPlaces = true;
    rows.take(answered);
    rows.take(
        {"/in/b.pdf", {}, {}, app::Failure{app::FailureCode::NeedsPassword, "/in/b.pdf", {}}});
    QCOMPARE(rows.toCheck(), 2);
    QVERIFY(!rows.index(0, 0).data(Qt::DecorationRole).isNull());
    QVERIFY(rows.remarkAt(rows.index(0, 0)).contains(QLatin1String("length limit")));
    QVERIFY(rows.index(0, 1).data(Qt::DecorationRole).isNull());
    QVERIFY(rows.remarkAt(rows.index(0, 1)).contains(QLatin1String("no place")));
    QVERIFY(rows.index(0, 1)
                .data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(QStringLiteral("answer 1 – ")));
    QVERIFY(rows.index(1, 0).data().toString().contains(QLatin1String("locked")));
    QVERIFY(!rows.lookAt(rows.index(1, 0)));
    QCOMPARE(rows.nextToCheck({}), rows.index(0, 0));
    QCOMPARE(rows.nextToCheck(rows.index(0, 0)), rows.index(1, 0));
    QCOMPARE(rows.nextToCheck(rows.index(1, 1)), rows.index(0, 0));
    // Several pages with places: one after another.
    answered.cells[0].places = {{"it", kPlace, 1, 0}, {"it", QRectF(0, 0, 1, 0.1), 0, 0}};
    rows.take(answered);
    const QModelIndex both = rows.index(0, 0);
    QCOMPARE(rows.lookAt(both)->page, 1);
    QCOMPARE(rows.lookAt(both)->page, 0);
    QCOMPARE(rows.lookAt(both)->boxes, QVector<QRectF>{kPlace});
}

// --- the window ---

void TestTableWindow::saysWhatIsMissing() {
    ui::WindowStory story(echo());
    story.trigger("askMany");
    const auto* hint = story.find<QLabel>("jobHint");
    const auto* start = story.find<QPushButton>("startJob");
    QVERIFY(hint->text().contains(QLatin1String("Add documents")));
    prepare(story, {});
    QVERIFY(hint->text().contains(QLatin1String("question")));
    prepare(story, {"total"});
    QVERIFY(hint->text().contains(QLatin1String("No model")));
    QVERIFY(!start->isEnabled());
    story.loadModel();
    QVERIFY(!hint->isVisible());
    QVERIFY(start->isEnabled());
    story.find<QLineEdit>("tablePages")->setText(QStringLiteral("3-1"));
    QVERIFY(hint->text().contains(QLatin1String("1-3,7")));
    QVERIFY(!start->isEnabled());
}

void TestTableWindow::questionsAreWrittenWithTheKeyboard() {
    ui::WindowStory story(echo());
    story.trigger("askMany");
    auto* dialog = story.find<ui::TableDialog>("tableDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto* table = story.find<QTableWidget>("questionTable");
    table->setFocus();
    table->setCurrentCell(0, 0);
    QTest::keyClicks(table, QStringLiteral("W")); // begins to edit
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("hat is the total?"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // on to the heading
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Total"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(story.find<QPushButton>("addQuestion"), Qt::Key_Space);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Who?"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(dialog->job().questions,
                 (QVector<app::TableQuestion>{{"What is the total?", "Total"}, {"Who?"}}));
    story.find<QPushButton>("questionUp")->click();
    QCOMPARE(dialog->job().questions.first().text, QStringLiteral("Who?"));
    QCOMPARE(table->currentRow(), 0);
    story.find<QPushButton>("removeQuestion")->click();
    QCOMPARE(dialog->job().questions,
             (QVector<app::TableQuestion>{{"What is the total?", "Total"}}));
}

void TestTableWindow::fillsTheGrid() {
    ui::WindowStory story(echo(1));
    story.loadModel();
    prepare(story, {"total", "Who?"});
    start(story);
    QTRY_COMPARE(story.script().asked().size(), 2);
    QTRY_COMPARE(cell(story, 0, 0), QStringLiteral("to total"));
    QCOMPARE(cell(story, 0, 1), QStringLiteral("…"));
    QVERIFY(story.find<QLabel>("statusActivity")->text().contains(QLatin1String("asking")));
    QVERIFY(!story.find<QPushButton>("saveTable")->isEnabled());
    QVERIFY(!story.find<QWidget>("questionTable")->isVisible()); // out of the grid's way
    story.script().release();
    QTRY_VERIFY(isReady(story));
    QCOMPARE(grid(story)->rowCount(), kScans);
    QCOMPARE(cell(story, kScans - 1, 1), QStringLiteral("to Who?"));
    QCOMPARE(story.find<QProgressBar>("jobProgress")->value(), kScans);
    QVERIFY(story.find<QLabel>("jobSaid")->text().startsWith(QLatin1String("6 ")));
    QVERIFY(story.find<QPushButton>("saveTable")->isEnabled());
    QCOMPARE(story.script().asked().first().task, app::Task::AskWithPlaces);
    story.find<QToolButton>("showJob")->click();
    QVERIFY(story.find<QWidget>("questionTable")->isVisible());
}

void TestTableWindow::opensThePlace() {
    ui::WindowStory story(echo());
    story.loadModel();
    prepare(story, {"total"});
    start(story);
    QTRY_VERIFY(isReady(story));
    auto* table = story.find<QTableView>("answerGrid");
    table->setCurrentIndex(grid(story)->index(1, 0));
    QCOMPARE(story.find<QPlainTextEdit>("wholeAnswer")->toPlainText(), QStringLiteral("to total"));
    QVERIFY(story.find<QLabel>("answerRemark")->text().contains(QLatin1String("page 1")));
    for (const char* document : {"scan-1.png", "scan-2.png", "scan-1.png"}) {
        const int row = document[5] - '0';
        emit table->activated(grid(story)->index(row, 0));
        QTRY_VERIFY(story.window().windowTitle().startsWith(QLatin1String(document)));
        const auto lit = [&] { // a marker over the pixels of the scan
            const QPointF at = story.pages().toViewport({0, kPlace.center()});
            const QColor plain = QImage::fromData(bulk::scan(row)).pixelColor(0, 0);
            return ui::nearestColor(story.pages(), at, plain) > 20;
        };
        QTRY_VERIFY(lit());
    }
}

void TestTableWindow::goesToWhatIsToBeChecked() {
    const QImage bad = QImage::fromData(bulk::scan(2)).convertToFormat(QImage::Format_RGB888);
    ui::WindowStory story(ui::answering([bad](const app::AnalysisRequest& request) {
        app::ScriptedAnswer answer;
        answer.text = QStringLiteral("12 12 12");
        if (request.pages.first().convertToFormat(QImage::Format_RGB888) == bad) {
            answer.end = app::AnswerEnd::Loop;
        }
        return answer;
    }));
    story.loadModel();
    prepare(story, {"total", "Who?"});
    auto* next = story.find<QPushButton>("nextToCheck");
    QVERIFY(!next->isEnabled());
    start(story);
    QTRY_VERIFY(isReady(story));
    QVERIFY(story.find<QLabel>("jobSaid")->text().contains(QLatin1String("2 of them")));
    auto* table = story.find<QTableView>("answerGrid");
    QVERIFY(next->isEnabled());
    next->click();
    QCOMPARE(table->currentIndex(), grid(story)->index(2, 0));
    auto* dialog = story.find<ui::TableDialog>("tableDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
    QTRY_COMPARE(table->currentIndex(), grid(story)->index(2, 1)); // the button goes down and up
    QVERIFY(story.find<QLabel>("answerRemark")->text().contains(QLatin1String("repeated")));
}

void TestTableWindow::asksAboutPages() {
    QVERIFY(QDir(in()).removeRecursively());
    QVERIFY(QDir().mkpath(in()));
    ui::writePdf(in(), 4);
    ui::WindowStory story(echo());
    story.loadModel();
    prepare(story, {"total"});
    auto* rows = story.find<QComboBox>("tableRows");
    rows->setCurrentIndex(rows->findData(int(app::TableRows::Pages)));
    story.find<QLineEdit>("tablePages")->setText(QStringLiteral("2-3"));
    start(story);
    QTRY_VERIFY(isReady(story));
    QCOMPARE(grid(story)->rowCount(), 2);
    QCOMPARE(grid(story)->headerData(1, Qt::Vertical).toString(),
             QStringLiteral("pages.pdf, page 3"));
}

void TestTableWindow::goesOnAfterAStop() {
    app::LibraryNews news;
    app::Library library({m_folder->filePath(QStringLiteral("library"))}, news.listener());
    auto script = echo(3);
    ui::WindowStory story([&] {
        return std::make_unique<app::ReusingAnalyzer>(
            std::make_unique<app::ScriptedAnalyzer>(script), library);
    });
    story.window().useLibrary(library, news);
    story.loadModel();
    prepare(story, {"total", "Who?"});
    start(story);
    QTRY_COMPARE(script->asked().size(), 4);
    story.find<QPushButton>("pauseJob")->click();
    QVERIFY(story.find<QLabel>("statusActivity")->text().contains(QLatin1String("paused")));
    story.find<QPushButton>("stopJob")->click();
    QTRY_VERIFY(isReady(story));
    QVERIFY(story.find<QLabel>("jobSaid")->text().contains(QLatin1String("2 ")));
    QCOMPARE(cell(story, 1, 0), QStringLiteral("to total")); // seen, though its row is not whole
    prepare(story, {"total", "Who?", "When?"});
    start(story);
    QTRY_VERIFY(isReady(story));
    QCOMPARE(cell(story, 2, 2), QStringLiteral("to When?"));
    QCOMPARE(script->asked().size(), 4 + 3 + kScans); // what was left, and the new column
    story.closeWindow();
}

void TestTableWindow::remembersTheJob() {
    QByteArray settings;
    {
        ui::WindowStory story(echo());
        story.loadModel();
        prepare(story, {"total", "Who?"});
        story.find<QTableWidget>("questionTable")->item(1, 1)->setText(QStringLiteral("Author"));
        start(story);
        QTRY_VERIFY(isReady(story));
        QVERIFY(story.settings().sync());
        settings = pages::contentOf(story.folder() + QStringLiteral("/tessera.ini"));
    }
    ui::WindowStory story(echo(), settings);
    story.trigger("askMany");
    QCOMPARE(story.find<QListWidget>("jobInputs")->item(0)->text(), in());
    QCOMPARE(story.find<ui::TableDialog>("tableDialog")->job().questions,
             (QVector<app::TableQuestion>{{"total"}, {"Who?", "Author"}}));
}

void TestTableWindow::savesTheTable() {
    ui::WindowStory story(echo());
    story.loadModel();
    prepare(story, {"total"});
    start(story);
    QTRY_VERIFY(isReady(story));
    const auto save = [&](const char* name) {
        story.prompts().tableFile = m_folder->filePath(QLatin1String(name));
        story.find<QPushButton>("saveTable")->click();
    };
    const auto* said = story.find<QLabel>("jobSaid");
    save("answers.doc");
    QVERIFY(said->text().contains(QLatin1String(".xlsx")));
    for (const char* name : {"answers.csv", "answers.xlsx", "answers.jsonl"}) {
        save(name);
        QTRY_VERIFY(said->text().contains(QLatin1String(name)));
        QVERIFY(QFileInfo(m_folder->filePath(QLatin1String(name))).size() > 100);
    }
    const QByteArray csv = pages::contentOf(m_folder->filePath(QStringLiteral("answers.csv")));
    QVERIFY2(csv.startsWith("document,pages,total,"), csv);
    QCOMPARE(csv.count('\n'), kScans + 1);
    save("none/answers.csv");
    QTRY_VERIFY(!said->text().contains(QLatin1String("saved")));
}

QTEST_MAIN(TestTableWindow)
#include "tst_table_window.moc"
