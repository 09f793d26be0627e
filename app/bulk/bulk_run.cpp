// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulk_run.h"

#include "app/documents/page_picture.h"

#include <utility>

namespace app {

namespace {

Result<AnalysisResult> stopped() {
    AnalysisResult result;
    result.end = AnswerEnd::Cancelled;
    return result;
}

} // namespace

BulkRun::BulkRun(BulkJob job, const ModelDescription& model, AnalysisQueue& queue, Library* library,
                 QObject* parent)
    : QObject(parent)
    , m_queue(queue) {
    connect(&queue, &AnalysisQueue::finished, this,
            [this](const AnalysisResult& result) { take(result.id, result); });
    connect(&queue, &AnalysisQueue::failed, this,
            [this](quint64 id, const Failure& failure) { take(id, tl::unexpected(failure)); });
    connect(&queue, &AnalysisQueue::modelOpened, this, &BulkRun::stop);
    connect(&queue, &AnalysisQueue::modelClosed, this, &BulkRun::stop);
    connect(&queue, &AnalysisQueue::modelFailed, this, &BulkRun::stop);
    const QString name = model.card.name + u' ' + model.card.version;
    m_thread = std::thread([this, job = std::move(job), with = means(model, library), name] {
        BulkRunner runner(job, with, name, listener());
        const BulkReport report = runner.run(m_stop.get_token())
                                      .or_else([](const Failure& failure) {
                                          BulkReport none;
                                          none.end = failure;
                                          return Result<BulkReport>(none);
                                      })
                                      .value();
        QMetaObject::invokeMethod(
            this, [this, report] { emit ended(report); }, Qt::QueuedConnection);
    });
}

BulkRun::~BulkRun() {
    stop();
    m_thread.join(); // what it still wanted to tell goes with this object
}

void BulkRun::pause() {
    setPaused(true);
}

void BulkRun::resume() {
    setPaused(false);
}

void BulkRun::setPaused(bool paused) {
    m_isPaused = paused;
    {
        const std::lock_guard lock(m_mutex);
        m_mayAsk = !paused;
    }
    m_changed.notify_all();
}

void BulkRun::stop() {
    m_stop.request_stop();
    m_queue.cancel(std::exchange(m_asked, 0));
}

// --- the model ---

AnswerMeans BulkRun::means(const ModelDescription& model, Library* library) {
    return {library, [card = model.card] { return Result<ModelCard>(card); },
            [](const Document& document, int page) {
                return pagePicture(document, page, {}).map([](const PagePicture& picture) {
                    return picture.image;
                });
            },
            [this](const AnalysisRequest& request, const PartialText&) { return ask(request); },
            model.choice};
}

Result<AnalysisResult> BulkRun::ask(const AnalysisRequest& request) {
    const std::stop_token stop = m_stop.get_token();
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_mayAsk; })) {
        return stopped();
    }
    m_answer.reset();
    QMetaObject::invokeMethod(
        this, [this, request] { submit(request); }, Qt::QueuedConnection);
    if (!m_changed.wait(lock, stop, [this] { return m_answer.has_value(); })) {
        return stopped();
    }
    return *std::exchange(m_answer, std::nullopt);
}

void BulkRun::submit(const AnalysisRequest& request) {
    if (!m_stop.stop_requested()) {
        m_asked = m_queue.submit(request);
    }
}

void BulkRun::take(quint64 id, Result<AnalysisResult> answer) {
    if (id != m_asked || id == 0) {
        return; // somebody else's
    }
    m_asked = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
    }
    m_changed.notify_all();
}

// --- news ---

// From the thread of the run, told on the GUI thread.
BulkListener BulkRun::listener() {
    const auto tell = [this](auto signal) {
        return [this, signal](const auto& news) {
            QMetaObject::invokeMethod(
                this, [this, signal, news] { emit(this->*signal)(news); }, Qt::QueuedConnection);
        };
    };
    return {tell(&BulkRun::progressed), tell(&BulkRun::documentDone), tell(&BulkRun::begun)};
}

} // namespace app
