// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DocumentSearch: looks for a text through all pages of a document, from one page on and around,
// on a thread of its own. Hits come page by page while it goes on; a new search ends the one
// before, whose late hits are dropped here. GUI thread; no call blocks. Destruction waits for the
// page in hand.
#pragma once

#include "app/documents/document_text.h"
#include "app/documents/text_search.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace app {

struct SearchHit {
    TextRange range;
    QVector<QRectF> boxes; // page coordinates
};

struct SearchOutcome {
    bool anyText = false;  // some page had text to look through
    bool complete = false; // false: kMostHits were enough
};

class DocumentSearch final : public QObject {
    Q_OBJECT
public:
    static constexpr int kMostHits = 10'000;

    explicit DocumentSearch(QObject* parent = nullptr);
    ~DocumentSearch() override;

    void start(std::shared_ptr<DocumentText> text, const SearchQuery& query, int fromPage);
    void stop();

    bool isRunning() const { return m_running; }

signals:
    // Only pages with hits.
    void found(int page, const QVector<app::SearchHit>& hits);
    void finished(const app::SearchOutcome& outcome);

private:
    void work(DocumentText& text, const SearchQuery& query, int fromPage, quint64 id,
              const std::stop_token& stop);

    quint64 m_id = 0; // of the newest search
    bool m_running = false;
    std::stop_source m_stop;
    QThreadPool m_pool; // one thread
};

} // namespace app
