// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents by questions beside the window: rows grow answer by answer, in order, with a person's
// questions between; it pauses, stops, and goes on without asking anything twice.
#include "app/bulk/table_run.h"
#include "app/library/reusing_analyzer.h"
#include "tests/app/bulk_folder.h"
#include "tests/app/scripted_analyzer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

class TableRunTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void fillsTheTable();
    void leavesRoomForQuestions();
    void pausesAndGoesOn();
    void goesOnAfterAStop();
    void saysWhyItCannotBegin();
    void goesWithItsObject();

private:
    static constexpr int kScans = 3;

    std::unique_ptr<TableRun> start(const QVector<TableQuestion>& questions = {{"total"},
                                                                               {"Who?"}});

    // The answer of this number waits until it is released.
    void hold(int held) {
        m_script->answer = [held, asked = 0](const AnalysisRequest& request) mutable {
            ScriptedAnswer answer;
            answer.text = QStringLiteral("to ") + request.text;
            answer.held = asked++ == held;
            return answer;
        };
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    std::shared_ptr<Script> m_script;
    std::unique_ptr<AnalysisQueue> m_queue;
    ModelDescription m_model;
};

void TableRunTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    bulk::fill(m_folder->filePath(QStringLiteral("in")), kScans);
    m_library =
        std::make_unique<Library>(LibraryOptions{m_folder->filePath(QStringLiteral("library"))});
    m_script = std::make_shared<Script>();
    m_queue = std::make_unique<AnalysisQueue>([this] {
        return std::make_unique<ReusingAnalyzer>(std::make_unique<ScriptedAnalyzer>(m_script),
                                                 *m_library);
    });
    connect(m_queue.get(), &AnalysisQueue::modelOpened, this,
            [this](const ModelDescription& model) { m_model = model; });
    QSignalSpy opened(m_queue.get(), &AnalysisQueue::modelOpened);
    m_queue->openModel({QStringLiteral("scripted")});
    QTRY_COMPARE(opened.size(), 1);
}

void TableRunTest::cleanup() {
    m_queue.reset();
    m_library.reset();
}

std::unique_ptr<TableRun> TableRunTest::start(const QVector<TableQuestion>& questions) {
    TableJob job;
    job.inputs = {m_folder->filePath(QStringLiteral("in"))};
    job.questions = questions;
    return std::make_unique<TableRun>(job, m_model, *m_queue, m_library.get());
}

void TableRunTest::fillsTheTable() {
    hold(-1);
    const auto run = start();
    QSignalSpy begun(run.get(), &TableRun::begun);
    QSignalSpy grown(run.get(), &TableRun::rowGrown);
    QSignalSpy ended(run.get(), &TableRun::ended);
    QTRY_COMPARE(ended.size(), 1);
    const auto items = begun.first().first().value<QVector<BulkItem>>();
    QCOMPARE(items.size(), kScans);
    QCOMPARE(grown.size(), 2 * kScans);
    for (int i = 0; i < grown.size(); ++i) {
        const auto row = grown[i].first().value<TableRow>();
        QCOMPARE(row.document, items[i / 2].path);
        QCOMPARE(row.cells.size(), 1 + i % 2);
    }
    const auto outcome = ended.first().first().value<TableOutcome>();
    QCOMPARE(outcome.left, 0);
    QCOMPARE(outcome.table.rows.size(), kScans);
    QCOMPARE(outcome.table.rows[2].cells[1].answer, QStringLiteral("to Who?"));
    QCOMPARE(m_script->asked().first().task, Task::AskWithPlaces);
}

void TableRunTest::leavesRoomForQuestions() {
    hold(0);
    const auto run = start();
    QSignalSpy ended(run.get(), &TableRun::ended);
    QTRY_COMPARE(m_script->asked().size(), 1);
    AnalysisRequest question;
    question.text = QStringLiteral("And this?");
    question.pages = {QImage(8, 8, QImage::Format_RGB888)};
    m_queue->submit(question);
    m_script->release();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_script->asked()[1].text, question.text);
    QCOMPARE(m_script->asked().size(), 2 * kScans + 1);
}

void TableRunTest::pausesAndGoesOn() {
    hold(1);
    const auto run = start();
    QSignalSpy grown(run.get(), &TableRun::rowGrown);
    QSignalSpy ended(run.get(), &TableRun::ended);
    QTRY_COMPARE(m_script->asked().size(), 2);
    run->pause();
    m_script->release();
    QTRY_COMPARE(grown.size(), 2); // the answer in hand is kept
    QTest::qWait(100);
    QCOMPARE(m_script->asked().size(), 2);
    run->resume();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_script->asked().size(), 2 * kScans);
}

void TableRunTest::goesOnAfterAStop() {
    hold(3);
    auto run = start();
    QSignalSpy ended(run.get(), &TableRun::ended);
    QTRY_COMPARE(m_script->asked().size(), 4);
    run->stop();
    QTRY_COMPARE(ended.size(), 1);
    const auto stopped = ended.first().first().value<TableOutcome>();
    QVERIFY(!stopped.end);
    QCOMPARE(stopped.left, kScans - 1);
    QCOMPARE(stopped.table.rows.size(), 1); // the second one is not whole
    run = start({{"total"}, {"Who?"}, {"When?"}});
    QSignalSpy endedAgain(run.get(), &TableRun::ended);
    QTRY_COMPARE(endedAgain.size(), 1);
    QCOMPARE(endedAgain.first().first().value<TableOutcome>().table.rows.size(), kScans);
    QCOMPARE(m_script->asked().size(), 4 + 3 + kScans); // three that were left, a new column
}

void TableRunTest::saysWhyItCannotBegin() {
    const auto run = start({});
    QSignalSpy ended(run.get(), &TableRun::ended);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<TableOutcome>().end->code, FailureCode::BadArguments);
}

void TableRunTest::goesWithItsObject() {
    hold(0);
    auto run = start();
    QTRY_COMPARE(m_script->asked().size(), 1);
    run.reset();
    QTRY_VERIFY(!m_queue->isBusy());
}

QTEST_MAIN(TableRunTest)
#include "tst_table_run.moc"
