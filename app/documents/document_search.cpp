// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_search.h"

#include <chrono>
#include <thread>

namespace app {

namespace {

// Between pages, so that a rendering that waits for the document gets its turn.
constexpr std::chrono::microseconds kTurn(500);

QVector<SearchHit> hitsIn(const TextLayer& layer, const SearchQuery& query, int most) {
    QVector<SearchHit> hits;
    for (const TextRange& range : findIn(layer, query, most)) {
        hits.append({range, layer.boxes(range)});
    }
    return hits;
}

} // namespace

DocumentSearch::DocumentSearch(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

DocumentSearch::~DocumentSearch() {
    stop();
    m_pool.waitForDone();
}

void DocumentSearch::stop() {
    m_stop.request_stop();
    ++m_id;
    m_running = false;
}

void DocumentSearch::start(std::shared_ptr<DocumentText> text, const SearchQuery& query,
                           int fromPage) {
    stop();
    m_running = true;
    m_stop = std::stop_source();
    m_pool.start([this, text = std::move(text), query, fromPage, id = m_id,
                  stop = m_stop.get_token()] { work(*text, query, fromPage, id, stop); });
}

void DocumentSearch::work(DocumentText& text, const SearchQuery& query, int fromPage, quint64 id,
                          const std::stop_token& stop) {
    const auto report = [this, id](auto deliver) {
        QMetaObject::invokeMethod(
            this,
            [this, id, deliver] {
                if (id == m_id) {
                    deliver();
                }
            },
            Qt::QueuedConnection);
    };
    SearchOutcome outcome;
    int left = kMostHits;
    const int pages = text.pageCount();
    for (int i = 0; i < pages && left > 0 && !stop.stop_requested(); ++i) {
        const int page = (fromPage + i) % pages;
        const auto layer = text.layer(page);
        outcome.anyText = outcome.anyText || !layer->isEmpty();
        const QVector<SearchHit> hits = hitsIn(*layer, query, left);
        if (!hits.isEmpty()) {
            left -= int(hits.size());
            report([this, page, hits] { emit found(page, hits); });
        }
        std::this_thread::sleep_for(kTurn);
    }
    outcome.complete = left > 0;
    report([this, outcome] {
        m_running = false;
        emit finished(outcome);
    });
}

} // namespace app
