// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bulk job beside other questions: pages go to the model one at a time, it pauses, it stops, it
// ends with its model, and goes on where it was.
#include "app/bulk/bulk_run.h"
#include "tests/app/bulk_folder.h"
#include "tests/app/scripted_analyzer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

namespace {

ScriptedAnswer reading(const AnalysisRequest& request) {
    const AnalysisResult result = bulk::readingOf(request.pages.first());
    ScriptedAnswer answer;
    answer.text = result.text;
    answer.pageText = result.pageText;
    return answer;
}

} // namespace

class BulkRunTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void readsAllAndTells();
    void leavesRoomForQuestions();
    void pausesAndGoesOn();
    void stopsAndGoesOn();
    void endsWithItsModel();
    void goesWithItsObject();

private:
    static constexpr int kScans = 6;

    std::unique_ptr<BulkRun> start();

    // The answer of this number waits until it is released.
    void hold(int held) {
        m_script->answer = [held, asked = 0](const AnalysisRequest& request) mutable {
            ScriptedAnswer answer =
                request.task == Task::Read ? reading(request) : ScriptedAnswer();
            answer.held = asked++ == held;
            return answer;
        };
    }

    static int done(const QSignalSpy& ended) {
        return int(ended.first().first().value<BulkReport>().documents.size());
    }

    int written() const { return int(bulk::filesIn(m_out).size()) - 1; } // one is the report

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;
    std::shared_ptr<Script> m_script;
    std::unique_ptr<AnalysisQueue> m_queue;
    ModelDescription m_model;
};

void BulkRunTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_out = m_folder->filePath(QStringLiteral("out"));
    bulk::fill(m_folder->filePath(QStringLiteral("in")), kScans);
    m_script = std::make_shared<Script>();
    m_script->answer = reading;
    m_queue = std::make_unique<AnalysisQueue>(scripted(m_script));
    connect(m_queue.get(), &AnalysisQueue::modelOpened, this,
            [this](const ModelDescription& model) { m_model = model; });
    QSignalSpy opened(m_queue.get(), &AnalysisQueue::modelOpened);
    m_queue->openModel({QStringLiteral("scripted")});
    QTRY_COMPARE(opened.size(), 1);
}

void BulkRunTest::cleanup() {
    m_queue.reset();
}

std::unique_ptr<BulkRun> BulkRunTest::start() {
    BulkJob job;
    job.inputs = {m_folder->filePath(QStringLiteral("in"))};
    job.folder = m_out;
    job.formats = {QStringLiteral("txt")};
    return std::make_unique<BulkRun>(job, m_model, *m_queue, nullptr);
}

void BulkRunTest::readsAllAndTells() {
    const auto run = start();
    QSignalSpy begun(run.get(), &BulkRun::begun);
    QSignalSpy documents(run.get(), &BulkRun::documentDone);
    QSignalSpy ended(run.get(), &BulkRun::ended);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(begun.first().first().value<QVector<BulkItem>>().size(), kScans);
    QCOMPARE(documents.size(), kScans);
    QCOMPARE(done(ended), kScans);
    QCOMPARE(written(), kScans);
    QCOMPARE(m_script->asked().size(), kScans);
}

// A question that comes in the middle waits for the page in hand, not for the job.
void BulkRunTest::leavesRoomForQuestions() {
    hold(0);
    const auto run = start();
    QTRY_VERIFY(!m_script->asked().isEmpty());
    AnalysisRequest question;
    question.text = QStringLiteral("Who?");
    question.pages = {QImage(8, 8, QImage::Format_RGB888)};
    m_queue->submit(question);
    m_script->release();
    QTRY_VERIFY(m_script->asked().size() > 1);
    QCOMPARE(m_script->asked()[1].task, Task::Ask);
    QSignalSpy ended(run.get(), &BulkRun::ended);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(done(ended), kScans);
}

void BulkRunTest::pausesAndGoesOn() {
    const auto run = start();
    run->pause();
    QVERIFY(run->isPaused());
    QSignalSpy ended(run.get(), &BulkRun::ended);
    QTest::qWait(200);
    QVERIFY(m_script->asked().size() <= 1);
    QCOMPARE(ended.size(), 0);
    run->resume();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(done(ended), kScans);
}

void BulkRunTest::stopsAndGoesOn() {
    hold(2);
    auto run = start();
    QSignalSpy documents(run.get(), &BulkRun::documentDone);
    QSignalSpy ended(run.get(), &BulkRun::ended);
    QTRY_COMPARE(documents.size(), 2);
    run->stop();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<BulkReport>().left, kScans - 2);
    QCOMPARE(done(ended), 2);
    run = start();
    QSignalSpy endedAgain(run.get(), &BulkRun::ended);
    QTRY_COMPARE(endedAgain.size(), 1);
    QCOMPARE(written(), kScans);
}

void BulkRunTest::endsWithItsModel() {
    hold(0);
    const auto run = start();
    QSignalSpy ended(run.get(), &BulkRun::ended);
    QTRY_VERIFY(!m_script->asked().isEmpty());
    m_queue->openModel({QStringLiteral("another")});
    m_script->release();
    QTRY_COMPARE(ended.size(), 1);
    const auto report = ended.first().first().value<BulkReport>();
    QVERIFY(report.left > 0);
    QVERIFY(!report.end);
}

void BulkRunTest::goesWithItsObject() {
    m_script->answer = [](const AnalysisRequest&) {
        ScriptedAnswer answer;
        answer.endless = true;
        return answer;
    };
    auto run = start();
    QTRY_VERIFY(!m_script->asked().isEmpty());
    run.reset();
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(written(), 0);
}

QTEST_MAIN(BulkRunTest)
#include "tst_bulk_run.moc"
