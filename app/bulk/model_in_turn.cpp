// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/model_in_turn.h"

#include "app/documents/page_picture.h"

#include <utility>

namespace app {

namespace {

Result<AnalysisResult> cancelled() {
    AnalysisResult result;
    result.end = AnswerEnd::Cancelled;
    return result;
}

} // namespace

ModelInTurn::ModelInTurn(const ModelDescription& model, AnalysisQueue& queue, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_queue(queue) {
    connect(&queue, &AnalysisQueue::finished, this,
            [this](const AnalysisResult& result) { take(result.id, result); });
    connect(&queue, &AnalysisQueue::failed, this,
            [this](quint64 id, const Failure& failure) { take(id, tl::unexpected(failure)); });
    connect(&queue, &AnalysisQueue::modelOpened, this, &ModelInTurn::stop);
    connect(&queue, &AnalysisQueue::modelClosed, this, &ModelInTurn::stop);
    connect(&queue, &AnalysisQueue::modelFailed, this, &ModelInTurn::stop);
}

ModelInTurn::~ModelInTurn() {
    stop();
}

QString ModelInTurn::name() const {
    return m_model.card.name + u' ' + m_model.card.version;
}

AnswerMeans ModelInTurn::means(Library* library) {
    return {library,
            [card = m_model.card] { return Result<ModelCard>(card); },
            pageImage,
            [this](const AnalysisRequest& request, const PartialText&) { return ask(request); },
            m_model.choice,
            KeptBy::Model};
}

void ModelInTurn::setPaused(bool paused) {
    m_isPaused = paused;
    {
        const std::lock_guard lock(m_mutex);
        m_mayAsk = !paused;
    }
    m_changed.notify_all();
}

void ModelInTurn::stop() {
    m_stop.request_stop();
    m_queue.cancel(std::exchange(m_asked, 0));
}

Result<AnalysisResult> ModelInTurn::ask(const AnalysisRequest& request) {
    const std::stop_token stop = m_stop.get_token();
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_mayAsk; })) {
        return cancelled();
    }
    m_answer.reset();
    QMetaObject::invokeMethod(
        this, [this, request] { submit(request); }, Qt::QueuedConnection);
    if (!m_changed.wait(lock, stop, [this] { return m_answer.has_value(); })) {
        return cancelled();
    }
    return *std::exchange(m_answer, std::nullopt);
}

void ModelInTurn::submit(const AnalysisRequest& request) {
    if (!m_stop.stop_requested()) {
        m_asked = m_queue.submit(request);
    }
}

void ModelInTurn::take(quint64 id, Result<AnalysisResult> answer) {
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

} // namespace app
