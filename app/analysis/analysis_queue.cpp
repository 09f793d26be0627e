// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/analysis_queue.h"

#include "app/analysis/analysis_worker.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <variant>
#include <vector>

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
    struct Close {};

    using Job = std::variant<ModelChoice, Close, AnalysisRequest>;

    struct Running {
        quint64 id = 0; // 0: a model is being opened or closed
        bool opening = false;
        Task task = Task::Ask;
        std::stop_source stop;
    };

    AnalysisQueue* queue = nullptr;
    std::unique_ptr<AnalysisWorker> worker;
    std::deque<Job> waiting;
    std::optional<Running> running;
    quint64 lastId = 0;
    int unreported = 0; // requests
    bool shownBusy = false;

    void enqueue(Job job);
    void startNext();
    std::deque<Job>::iterator findWaiting(quint64 id);
    void showBusy();

    void receive(const AnalysisWorker::Report& report);
    void handle(const AnalysisStarted& report);
    void handle(const AnalysisProgress& report);
    void handle(const AnalysisFailed& report);
    void handle(const AnalysisResult& report);
    void handle(const LoadingProgress& report);
    void handle(const ModelDescription& report);
    void handle(const ModelClosed& report);
    void cancelLoading();
    void finish(const AnalysisResult& result);
    // Ends the running job; true when the user had cancelled it.
    bool endJob();
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
    if (auto* choice = std::get_if<ModelChoice>(&job)) {
        running->opening = true;
        worker->post(AnalysisWorker::Open{std::move(*choice), running->stop.get_token()});
        return;
    }
    if (std::holds_alternative<Close>(job)) {
        worker->post(AnalysisWorker::Close{});
        return;
    }
    auto& request = std::get<AnalysisRequest>(job);
    running->id = request.id;
    running->task = request.task;
    worker->post(AnalysisWorker::Run{std::move(request), running->stop.get_token()});
}

std::deque<AnalysisQueue::Impl::Job>::iterator AnalysisQueue::Impl::findWaiting(quint64 id) {
    return std::find_if(waiting.begin(), waiting.end(), [id](const Job& job) {
        const auto* request = std::get_if<AnalysisRequest>(&job);
        return request != nullptr && request->id == id;
    });
}

void AnalysisQueue::Impl::showBusy() {
    if (shownBusy != queue->isBusy()) {
        shownBusy = !shownBusy;
        emit queue->busyChanged(shownBusy);
    }
}

void AnalysisQueue::Impl::receive(const AnalysisWorker::Report& report) {
    std::visit([this](const auto& value) { handle(value); }, report);
}

void AnalysisQueue::Impl::handle(const AnalysisStarted& report) {
    emit queue->started(report.id);
}

void AnalysisQueue::Impl::handle(const AnalysisProgress& report) {
    if (!running->stop.stop_requested()) { // else late: nobody wants to see it grow any more
        emit queue->partialText(report.id, report.textSoFar);
    }
}

void AnalysisQueue::Impl::handle(const AnalysisFailed& report) {
    const Task task = running->task;
    const bool cancelled = endJob(); // nobody waits for the reason any more
    if (report.id == 0) {
        if (cancelled) {
            emit queue->modelClosed();
        } else {
            emit queue->modelFailed(report.failure);
        }
    } else if (cancelled) {
        finish(cancelledResult(report.id, task));
        return;
    } else {
        --unreported;
        emit queue->failed(report.id, report.failure);
    }
    showBusy();
}

void AnalysisQueue::Impl::handle(const AnalysisResult& report) {
    AnalysisResult result = report;
    if (endJob()) { // it may have been complete when the wish arrived
        result.end = AnswerEnd::Cancelled;
    }
    finish(result);
}

void AnalysisQueue::Impl::handle(const LoadingProgress& report) {
    if (!running->stop.stop_requested()) {
        emit queue->modelLoading(report.share);
    }
}

void AnalysisQueue::Impl::handle(const ModelDescription& report) {
    if (running->stop.stop_requested()) { // it was complete when the wish arrived
        waiting.push_front(Close{});
        endJob();
        return;
    }
    endJob();
    emit queue->modelOpened(report);
    showBusy();
}

void AnalysisQueue::Impl::handle(const ModelClosed& /*report*/) {
    endJob();
    emit queue->modelClosed();
    showBusy();
}

void AnalysisQueue::Impl::cancelLoading() {
    std::replace_if(
        waiting.begin(), waiting.end(),
        [](const Job& job) { return std::holds_alternative<ModelChoice>(job); }, Job(Close{}));
    if (running && running->opening) {
        running->stop.request_stop();
    }
}

void AnalysisQueue::Impl::finish(const AnalysisResult& result) {
    --unreported;
    emit queue->finished(result);
    showBusy();
}

bool AnalysisQueue::Impl::endJob() {
    const bool cancelled = running->stop.stop_requested();
    running.reset();
    startNext();
    return cancelled;
}

AnalysisQueue::AnalysisQueue(std::function<std::unique_ptr<Analyzer>()> makeAnalyzer,
                             QObject* parent)
    : QObject(parent)
    , m_impl(std::make_unique<Impl>()) {
    Impl* impl = m_impl.get();
    impl->queue = this;
    impl->worker = std::make_unique<AnalysisWorker>(std::move(makeAnalyzer));
    connect(impl->worker.get(), &AnalysisWorker::reported, this, [impl] {
        for (const AnalysisWorker::Report& report : impl->worker->takeReports()) {
            impl->receive(report);
        }
    });
}

AnalysisQueue::~AnalysisQueue() {
    if (m_impl->running) {
        m_impl->running->stop.request_stop();
    }
    m_impl->worker.reset(); // joins
}

void AnalysisQueue::openModel(const ModelChoice& choice) {
    m_impl->enqueue(choice);
}

void AnalysisQueue::cancelLoading() {
    m_impl->cancelLoading();
}

void AnalysisQueue::closeModel() {
    m_impl->enqueue(Impl::Close{});
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
    if (id != 0 && impl->running && impl->running->id == id) {
        impl->running->stop.request_stop();
        return;
    }
    const auto found = impl->findWaiting(id);
    if (found != impl->waiting.end()) {
        const AnalysisResult result = cancelledResult(id, std::get<AnalysisRequest>(*found).task);
        impl->waiting.erase(found);
        // Queued, so that the caller has its own state in order when the report arrives.
        QMetaObject::invokeMethod(
            this, [impl, result] { impl->finish(result); }, Qt::QueuedConnection);
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
    std::for_each(ids.begin(), ids.end(), [this](quint64 id) { cancel(id); });
}

bool AnalysisQueue::isBusy() const {
    return m_impl->running || m_impl->unreported > 0 || !m_impl->waiting.empty();
}

int AnalysisQueue::pending() const {
    return m_impl->unreported;
}

} // namespace app
