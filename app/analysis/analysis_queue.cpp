// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/analysis_queue.h"

#include "app/analysis/analysis_worker.h"

#include <QThread>

#include <algorithm>
#include <deque>
#include <optional>
#include <stop_token>
#include <utility>
#include <variant>

namespace app {

namespace {

AnalysisResult cancelledResult(quint64 id, Task task) {
    AnalysisResult result;
    result.id = id;
    result.task = task;
    result.end = AnswerEnd::Cancelled;
    return result;
}

} // namespace

// The engine thread gets one job at a time; all others wait here, where they can still be dropped.
struct AnalysisQueue::Impl {
    using Job = std::variant<ModelChoice, AnalysisRequest>;

    struct Running {
        quint64 id = 0; // 0: a model is being opened
        Task task = Task::Ask;
        std::stop_source stop;
    };

    AnalysisQueue* queue = nullptr;
    QThread thread;
    AnalysisWorker* worker = nullptr; // lives on thread and dies when it finishes
    std::deque<Job> waiting;
    std::optional<Running> running;
    quint64 lastId = 0;
    int unreported = 0; // requests
    bool busyShown = false;

    void enqueue(Job job);
    void startNext();
    void endJob();
    void report(const AnalysisResult& result);
    void showBusy();

    bool isCurrent(quint64 id) const { return running && running->id == id; }

    void onPartialText(quint64 id, const QString& textSoFar);
    void onFinished(AnalysisResult result);
    void onFailed(quint64 id, const Failure& failure);
};

void AnalysisQueue::Impl::enqueue(Job job) {
    waiting.push_back(std::move(job));
    startNext();
    showBusy();
}

void AnalysisQueue::Impl::startNext() {
    if (running || waiting.empty()) {
        return;
    }
    Job job = std::move(waiting.front());
    waiting.pop_front();
    running.emplace();
    if (auto* request = std::get_if<AnalysisRequest>(&job)) {
        running->id = request->id;
        running->task = request->task;
        QMetaObject::invokeMethod(
            worker, [target = worker, request = std::move(*request),
                     stop = running->stop.get_token()] { target->run(request, stop); });
    } else {
        QMetaObject::invokeMethod(
            worker, [target = worker, choice = std::get<ModelChoice>(std::move(job))] {
                target->open(choice);
            });
    }
}

void AnalysisQueue::Impl::endJob() {
    running.reset();
    startNext();
}

void AnalysisQueue::Impl::report(const AnalysisResult& result) {
    --unreported;
    emit queue->finished(result);
    showBusy();
}

void AnalysisQueue::Impl::showBusy() {
    if (busyShown != queue->isBusy()) {
        busyShown = !busyShown;
        emit queue->busyChanged(busyShown);
    }
}

void AnalysisQueue::Impl::onPartialText(quint64 id, const QString& textSoFar) {
    if (isCurrent(id) && !running->stop.stop_requested()) {
        emit queue->partialText(id, textSoFar);
    }
}

void AnalysisQueue::Impl::onFinished(AnalysisResult result) {
    if (running->stop.stop_requested()) { // it may have been complete when the wish arrived
        result.end = AnswerEnd::Cancelled;
    }
    endJob();
    report(result);
}

void AnalysisQueue::Impl::onFailed(quint64 id, const Failure& failure) {
    if (running->stop.stop_requested()) { // nobody waits for the reason any more
        onFinished(cancelledResult(id, running->task));
        return;
    }
    endJob();
    --unreported;
    emit queue->failed(id, failure);
    showBusy();
}

AnalysisQueue::AnalysisQueue(std::function<std::unique_ptr<Analyzer>()> makeAnalyzer,
                             QObject* parent)
    : QObject(parent)
    , m_impl(std::make_unique<Impl>()) {
    Impl* impl = m_impl.get();
    impl->queue = this;
    impl->worker = new AnalysisWorker(std::move(makeAnalyzer));
    impl->worker->moveToThread(&impl->thread);
    connect(&impl->thread, &QThread::finished, impl->worker, &QObject::deleteLater);

    const AnalysisWorker* worker = impl->worker;
    connect(worker, &AnalysisWorker::opened, this, [this, impl](const ModelDescription& model) {
        impl->endJob();
        emit modelOpened(model);
        impl->showBusy();
    });
    connect(worker, &AnalysisWorker::openFailed, this, [this, impl](const Failure& failure) {
        impl->endJob();
        emit modelFailed(failure);
        impl->showBusy();
    });
    connect(worker, &AnalysisWorker::started, this, &AnalysisQueue::started);
    connect(worker, &AnalysisWorker::partialText, this,
            [impl](quint64 id, const QString& text) { impl->onPartialText(id, text); });
    connect(worker, &AnalysisWorker::finished, this,
            [impl](const AnalysisResult& result) { impl->onFinished(result); });
    connect(worker, &AnalysisWorker::failed, this,
            [impl](quint64 id, const Failure& failure) { impl->onFailed(id, failure); });

    impl->thread.setObjectName(QStringLiteral("engine"));
    impl->thread.start();
}

AnalysisQueue::~AnalysisQueue() {
    if (m_impl->running) {
        m_impl->running->stop.request_stop();
    }
    m_impl->thread.quit();
    m_impl->thread.wait();
}

void AnalysisQueue::openModel(const ModelChoice& choice) {
    m_impl->enqueue(choice);
}

quint64 AnalysisQueue::submit(AnalysisRequest request) {
    const quint64 id = ++m_impl->lastId;
    request.id = id;
    ++m_impl->unreported;
    m_impl->enqueue(std::move(request));
    return id;
}

void AnalysisQueue::cancel(quint64 id) {
    Impl* impl = m_impl.get();
    if (id != 0 && impl->isCurrent(id)) {
        impl->running->stop.request_stop();
        return;
    }
    const auto found =
        std::find_if(impl->waiting.begin(), impl->waiting.end(), [&](const auto& job) {
            const auto* request = std::get_if<AnalysisRequest>(&job);
            return request != nullptr && request->id == id;
        });
    if (found != impl->waiting.end()) {
        const AnalysisResult result = cancelledResult(id, std::get<AnalysisRequest>(*found).task);
        impl->waiting.erase(found);
        // Queued, so that the caller has its own state in order when the report arrives.
        QMetaObject::invokeMethod(
            this, [impl, result] { impl->report(result); }, Qt::QueuedConnection);
    }
}

void AnalysisQueue::cancelAll() {
    std::vector<quint64> ids;
    for (const Impl::Job& job : m_impl->waiting) {
        if (const auto* request = std::get_if<AnalysisRequest>(&job)) {
            ids.push_back(request->id);
        }
    }
    if (m_impl->running) {
        ids.push_back(m_impl->running->id);
    }
    for (const quint64 id : ids) {
        cancel(id);
    }
}

bool AnalysisQueue::isBusy() const {
    return m_impl->running || m_impl->unreported > 0 || !m_impl->waiting.empty();
}

int AnalysisQueue::pending() const {
    return m_impl->unreported;
}

} // namespace app
