// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The queue with a scripted analyzer: order, cancelling, failure, model switch, shutdown,
// throttling.
#include "app/analysis/analysis_queue.h"
#include "tests/app/scripted_analyzer.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <mutex>

using namespace app;
using namespace std::chrono_literals;

namespace {

AnalysisRequest ask(const QString& text) {
    AnalysisRequest request;
    request.text = text;
    return request;
}

// Writes down every signal as one line, in the order of arrival.
class Log {
public:
    explicit Log(AnalysisQueue& queue) {
        QObject::connect(&queue, &AnalysisQueue::started,
                         [this](quint64 id) { lines += QStringLiteral("started %1").arg(id); });
        QObject::connect(&queue, &AnalysisQueue::finished, [this](const AnalysisResult& result) {
            lines += QStringLiteral("finished %1 %2 %3")
                         .arg(result.id)
                         .arg(result.text)
                         .arg(result.end == AnswerEnd::Cancelled ? u"cancelled" : u"complete");
        });
        QObject::connect(&queue, &AnalysisQueue::failed,
                         [this](quint64 id, const Failure& failure) {
                             lines += QStringLiteral("failed %1 %2").arg(id).arg(failure.detail);
                         });
        QObject::connect(&queue, &AnalysisQueue::modelOpened,
                         [this](const ModelDescription& model) {
                             lines += QStringLiteral("opened %1").arg(model.card.name);
                         });
        QObject::connect(&queue, &AnalysisQueue::modelFailed, [this](const Failure& failure) {
            lines += QStringLiteral("not opened %1").arg(failure.subject);
        });
        QObject::connect(&queue, &AnalysisQueue::busyChanged, [this](bool busy) {
            lines += busy ? QStringLiteral("busy") : QStringLiteral("idle");
        });
    }

    QStringList lines;
};

#define WAIT_IDLE(queue) QTRY_VERIFY_WITH_TIMEOUT(!(queue).isBusy(), 20'000)

} // namespace

class AnalysisQueueTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<Script> m_script;

private slots:

    void init() { m_script = std::make_shared<Script>(); }

    void runsInOrder();
    void usesOneThreadForTheAnalyzer();
    void cancelsTheRunningOne();
    void cancelsAWaitingOne();
    void cancelsAll();
    void ignoresUnknownIds();
    void reportsFailure();
    void cancelHidesALateFailure();
    void cancelOverridesALateAnswer();
    void switchesModelBehindTheRequests();
    void reportsAModelThatDoesNotOpen();
    void tellsHowLoadingGoesOn();
    void stopsLoading();
    void stopsALoadingThatWaits();
    void closesAModelThatLoadedTooFastToStop();
    void closesTheModel();
    void dropsPartialTextAfterCancel();
    void throttlesPartialText();
    void submitsFromASlot();
    void closesWhileBusy_data();
    void closesWhileBusy();
};

void AnalysisQueueTest::runsInOrder() {
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    QCOMPARE(queue.submit(ask("a")), 1U);
    QCOMPARE(queue.submit(ask("b")), 2U);
    QCOMPARE(queue.submit(ask("c")), 3U);
    QCOMPARE(queue.pending(), 3);
    WAIT_IDLE(queue);
    QCOMPARE(queue.pending(), 0);
    QCOMPARE(log.lines,
             QStringList({"busy", "started 1", "finished 1 a complete", "started 2",
                          "finished 2 b complete", "started 3", "finished 3 c complete", "idle"}));
}

// Made, used and destroyed on the engine thread, which is not this one.
void AnalysisQueueTest::usesOneThreadForTheAnalyzer() {
    struct Seen {
        void add() {
            const std::lock_guard lock(mutex);
            threads.append(QThread::currentThread());
        }

        std::mutex mutex;
        QVector<QThread*> threads;
    };

    struct Spy final : Analyzer {
        explicit Spy(Seen& seen)
            : m_seen(seen) {
            m_seen.add();
        }

        ~Spy() override { m_seen.add(); }

        Result<ModelDescription> open(const ModelChoice&, const LoadProgress&,
                                      std::stop_token) override {
            m_seen.add();
            return scriptedModel();
        }

        void close() override { m_seen.add(); }

        Result<AnalysisResult> run(const AnalysisRequest&, const PartialText&,
                                   std::stop_token) override {
            m_seen.add();
            return AnalysisResult();
        }

        Seen& m_seen;
    };

    Seen seen;
    {
        AnalysisQueue queue([&] { return std::make_unique<Spy>(seen); });
        queue.openModel({});
        queue.submit(ask("a"));
        WAIT_IDLE(queue);
    }
    const std::lock_guard lock(seen.mutex);
    QCOMPARE(seen.threads.size(), 4);
    QCOMPARE(seen.threads.count(seen.threads.first()), 4);
    QVERIFY(seen.threads.first() != QThread::currentThread());
}

void AnalysisQueueTest::cancelsTheRunningOne() {
    m_script->answer = [](const AnalysisRequest& request) {
        return ScriptedAnswer{.text = request.text, .perCharacter = 1ms, .endless = true};
    };
    AnalysisQueue queue(scripted(m_script));
    QSignalSpy partial(&queue, &AnalysisQueue::partialText);
    QSignalSpy finished(&queue, &AnalysisQueue::finished);
    const quint64 id = queue.submit(ask("ab"));
    QTRY_VERIFY(!partial.isEmpty());
    queue.cancel(id);
    QVERIFY(queue.isBusy()); // not over before the report
    WAIT_IDLE(queue);
    QCOMPARE(finished.size(), 1);
    const auto result = finished[0][0].value<AnalysisResult>();
    QCOMPARE(result.id, id);
    QCOMPARE(result.end, AnswerEnd::Cancelled);
    QVERIFY(result.text.startsWith(partial.last()[1].toString())); // what was shown is kept
}

void AnalysisQueueTest::cancelsAWaitingOne() {
    m_script->answer = [](const AnalysisRequest& request) {
        return ScriptedAnswer{.text = request.text, .before = 50ms};
    };
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    queue.submit(ask("a"));
    const quint64 second = queue.submit(ask("b"));
    queue.submit(ask("c"));
    queue.cancel(second);
    QVERIFY(!log.lines.join(u'\n').contains("finished 2")); // not inside the call
    QCOMPARE(queue.pending(), 3);
    WAIT_IDLE(queue);
    QVERIFY(log.lines.contains("finished 2  cancelled"));
    QVERIFY(!log.lines.contains("started 2"));
    QVERIFY(log.lines.indexOf("finished 1 a complete") < log.lines.indexOf("started 3"));
    QCOMPARE(m_script->asked().size(), 2);
}

void AnalysisQueueTest::cancelsAll() {
    m_script->answer = [](const AnalysisRequest& request) {
        return ScriptedAnswer{.text = request.text, .perCharacter = 1ms, .endless = true};
    };
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    for (int i = 0; i < 5; ++i) {
        queue.submit(ask("x"));
    }
    queue.cancelAll();
    WAIT_IDLE(queue);
    QCOMPARE(log.lines.filter("cancelled").size(), 5);
    QVERIFY(m_script->asked().size() <= 1); // the first may have been on its way
}

void AnalysisQueueTest::ignoresUnknownIds() {
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    queue.cancel(0);
    queue.cancel(7);
    queue.openModel({});
    queue.cancel(0); // the open in flight is not a request
    const quint64 id = queue.submit(ask("a"));
    WAIT_IDLE(queue);
    queue.cancel(id); // over already
    QCoreApplication::processEvents();
    QCOMPARE(log.lines, QStringList({"busy", "opened Scripted", "started 1",
                                     "finished 1 a complete", "idle"}));
}

void AnalysisQueueTest::reportsFailure() {
    m_script->answer = [](const AnalysisRequest& request) {
        ScriptedAnswer answer{.text = request.text};
        if (request.text == "bad") {
            answer.failure = Failure{FailureCode::OutOfMemory, {}, "no memory"};
        }
        return answer;
    };
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    queue.submit(ask("bad"));
    queue.submit(ask("good"));
    WAIT_IDLE(queue);
    QCOMPARE(log.lines, QStringList({"busy", "started 1", "failed 1 no memory", "started 2",
                                     "finished 2 good complete", "idle"}));
}

// An analyzer that does not look at its stop token: it ends in its own time, and says what it
// wants.
class Deaf final : public Analyzer {
public:
    Deaf(std::atomic<bool>& go, Result<AnalysisResult> outcome)
        : m_go(go)
        , m_outcome(std::move(outcome)) {}

    Result<ModelDescription> open(const ModelChoice&, const LoadProgress&,
                                  std::stop_token) override {
        return scriptedModel();
    }

    void close() override {}

    Result<AnalysisResult> run(const AnalysisRequest&, const PartialText&,
                               std::stop_token) override {
        while (!m_go) {
            QThread::msleep(1);
        }
        return m_outcome;
    }

private:
    std::atomic<bool>& m_go;
    Result<AnalysisResult> m_outcome;
};

void AnalysisQueueTest::cancelHidesALateFailure() {
    std::atomic<bool> go = false;
    AnalysisQueue queue(
        [&] { return std::make_unique<Deaf>(go, failure(FailureCode::Internal, {}, "late")); });
    Log log(queue);
    queue.cancel(queue.submit(ask("a")));
    go = true;
    WAIT_IDLE(queue);
    QCOMPARE(log.lines, QStringList({"busy", "started 1", "finished 1  cancelled", "idle"}));
}

void AnalysisQueueTest::cancelOverridesALateAnswer() {
    std::atomic<bool> go = false;
    AnalysisResult result;
    result.text = "done";
    AnalysisQueue queue([&] { return std::make_unique<Deaf>(go, result); });
    Log log(queue);
    queue.cancel(queue.submit(ask("a")));
    go = true;
    WAIT_IDLE(queue);
    QCOMPARE(log.lines, QStringList({"busy", "started 1", "finished 1 done cancelled", "idle"}));
}

void AnalysisQueueTest::switchesModelBehindTheRequests() {
    m_script->open = [](const ModelChoice& choice) {
        ModelDescription model = scriptedModel();
        model.card.name = choice.folder;
        return Result<ModelDescription>(model);
    };
    m_script->answer = [](const AnalysisRequest& request) {
        return ScriptedAnswer{.text = request.text, .before = 20ms};
    };
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    queue.openModel({.folder = "one"});
    queue.submit(ask("a"));
    queue.openModel({.folder = "two"});
    queue.submit(ask("b"));
    queue.cancelAll(); // requests only
    queue.submit(ask("c"));
    WAIT_IDLE(queue);
    QCOMPARE(log.lines.filter("opened"), QStringList({"opened one", "opened two"}));
    QCOMPARE(log.lines.filter("cancelled").size(), 2);
    QVERIFY(log.lines.indexOf("opened two") < log.lines.indexOf("started 3"));
}

void AnalysisQueueTest::reportsAModelThatDoesNotOpen() {
    m_script->open = [](const ModelChoice& choice) -> Result<ModelDescription> {
        return failure(FailureCode::ModelMissing, choice.folder, "no such folder");
    };
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    queue.openModel({.folder = "/nowhere"});
    queue.submit(ask("a"));
    WAIT_IDLE(queue);
    QCOMPARE(log.lines, QStringList({"busy", "not opened /nowhere", "started 1",
                                     "finished 1 a complete", "idle"}));
}

void AnalysisQueueTest::tellsHowLoadingGoesOn() {
    m_script->loading = 400ms;
    AnalysisQueue queue(scripted(m_script));
    QSignalSpy loading(&queue, &AnalysisQueue::modelLoading);
    QSignalSpy opened(&queue, &AnalysisQueue::modelOpened);
    queue.openModel({});
    QVERIFY(queue.isBusy());
    WAIT_IDLE(queue);
    QCOMPARE(opened.size(), 1);
    QVERIFY(loading.size() > 2);
    double last = 0;
    for (const auto& report : loading) {
        QVERIFY(report.first().toDouble() > last && report.first().toDouble() <= 1);
        last = report.first().toDouble();
    }
}

void AnalysisQueueTest::stopsLoading() {
    m_script->loading = 60s;
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    QSignalSpy loading(&queue, &AnalysisQueue::modelLoading);
    QSignalSpy closed(&queue, &AnalysisQueue::modelClosed);
    queue.openModel({.folder = "large"});
    queue.submit(ask("a"));
    QTRY_VERIFY(!loading.isEmpty());
    queue.cancelLoading();
    WAIT_IDLE(queue);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(log.lines.filter("opened").size(), 0); // neither that nor a failure
    QVERIFY(log.lines.contains("finished 1 a complete"));
}

void AnalysisQueueTest::stopsALoadingThatWaits() {
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    QSignalSpy closed(&queue, &AnalysisQueue::modelClosed);
    queue.submit(ask("a"));
    queue.openModel({.folder = "never"});
    queue.cancelLoading();
    WAIT_IDLE(queue);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(m_script->opened().size(), 0);
}

void AnalysisQueueTest::closesAModelThatLoadedTooFastToStop() {
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    QSignalSpy closed(&queue, &AnalysisQueue::modelClosed);
    queue.openModel({.folder = "small"});
    while (m_script->opened().isEmpty()) { // no event loop: the report of it has to wait
        QThread::msleep(1);
    }
    QThread::msleep(50); // it is open by now
    queue.cancelLoading();
    WAIT_IDLE(queue);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(m_script->closed(), 1);
    QCOMPARE(log.lines.filter("opened").size(), 0);
}

void AnalysisQueueTest::closesTheModel() {
    AnalysisQueue queue(scripted(m_script));
    QSignalSpy closed(&queue, &AnalysisQueue::modelClosed);
    queue.openModel({});
    queue.submit(ask("a"));
    queue.closeModel();
    WAIT_IDLE(queue);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(m_script->closed(), 1);
    QCOMPARE(m_script->asked().size(), 1); // before it was closed
}

void AnalysisQueueTest::dropsPartialTextAfterCancel() {
    m_script->answer = [](const AnalysisRequest& request) {
        return ScriptedAnswer{.text = request.text, .perCharacter = 1ms, .endless = true};
    };
    AnalysisQueue queue(scripted(m_script));
    QSignalSpy partial(&queue, &AnalysisQueue::partialText);
    const quint64 id = queue.submit(ask("abc"));
    QTRY_VERIFY(!partial.isEmpty());
    QThread::msleep(100); // several more are in this thread's event queue now
    queue.cancel(id);
    partial.clear();
    WAIT_IDLE(queue);
    QCOMPARE(partial.size(), 0);
}

void AnalysisQueueTest::throttlesPartialText() {
    m_script->answer = [](const AnalysisRequest&) {
        return ScriptedAnswer{.text = QString(400, u'x'), .perCharacter = 1ms};
    };
    AnalysisQueue queue(scripted(m_script));
    QSignalSpy partial(&queue, &AnalysisQueue::partialText);
    QSignalSpy finished(&queue, &AnalysisQueue::finished);
    QElapsedTimer timer;
    timer.start();
    queue.submit(ask("x"));
    WAIT_IDLE(queue);
    const qint64 longest = timer.elapsed() / 30 + 2;
    QVERIFY2(partial.size() >= 2 && partial.size() <= longest,
             qPrintable(QStringLiteral("%1 in %2 ms").arg(partial.size()).arg(timer.elapsed())));
    QCOMPARE(partial.first()[1].toString(), QStringLiteral("x")); // the first one at once
    for (int i = 1; i < partial.size(); ++i) {
        QVERIFY(partial[i][1].toString().startsWith(partial[i - 1][1].toString()));
    }
    QCOMPARE(finished[0][0].value<AnalysisResult>().text.size(), 400);
}

void AnalysisQueueTest::submitsFromASlot() {
    AnalysisQueue queue(scripted(m_script));
    Log log(queue);
    connect(&queue, &AnalysisQueue::finished, this, [&](const AnalysisResult& result) {
        if (result.id < 3) {
            queue.submit(ask("n"));
        }
    });
    queue.submit(ask("n"));
    QTRY_COMPARE(log.lines.filter("finished").size(), 3);
    WAIT_IDLE(queue);
    QCOMPARE(log.lines.filter("idle").size(), 1); // it was never idle in between
}

void AnalysisQueueTest::closesWhileBusy_data() {
    QTest::addColumn<int>("waitMs");
    for (const int waitMs : {0, 1, 5, 40}) {
        QTest::addRow("%d ms", waitMs) << waitMs;
    }
}

void AnalysisQueueTest::closesWhileBusy() {
    QFETCH(int, waitMs);
    m_script->answer = [](const AnalysisRequest& request) {
        return ScriptedAnswer{.text = request.text, .perCharacter = 1ms, .endless = true};
    };
    int reports = 0;
    QElapsedTimer timer;
    {
        AnalysisQueue queue(scripted(m_script));
        connect(&queue, &AnalysisQueue::finished, this, [&] { ++reports; });
        queue.openModel({});
        for (int i = 0; i < 3; ++i) {
            queue.submit(ask("abc"));
        }
        QTest::qWait(waitMs);
        timer.start();
    }
    QVERIFY(timer.elapsed() < 5000);
    QCoreApplication::processEvents();
    QCOMPARE(reports, 0);              // nothing arrives from a queue that is gone
    QCOMPARE(m_script.use_count(), 1); // the analyzer is gone too
}

QTEST_GUILESS_MAIN(AnalysisQueueTest)
#include "tst_analysis_queue.moc"
