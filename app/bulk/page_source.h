// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageSource: the pages of a job, made ready on a thread of its own while the model is busy with
// earlier ones: documents opened, their own text taken, known results looked up, pictures drawn. A
// few pages at a time wait, so memory stays the same for any job. Made, asked and destroyed by one
// thread.
#pragma once

#include "app/bulk/crash_journal.h"
#include "app/bulk/job.h"
#include "app/exporting/read_document.h"
#include "app/library/kept_answers.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace app {

struct OpenItem {
    BulkItem item;
    std::shared_ptr<const Document> document; // null: it failed
    std::optional<Failure> failure;
};

// A page of a document, or nothing more than its end.
struct PageInHand {
    std::shared_ptr<const OpenItem> from;
    int page = -1;                // −1: the document has no further page
    std::optional<ReadPage> text; // of the file's own, or a person's
    PreparedRequest prepared;     // without text and failure
    std::optional<Failure> failure;

    bool needsModel() const { return page >= 0 && !text && !failure && !prepared.known; }
};

class PageSource {
public:
    // Notes in the journal, which must outlive it, what it begins with.
    PageSource(BulkJob job, QVector<BulkItem> items, AnswerMeans means, CrashJournal& journal);
    ~PageSource(); // what is in hand is dropped

    PageSource(const PageSource&) = delete;
    PageSource& operator=(const PageSource&) = delete;

    // What is ready: pages of a document one after another, then its end. Waits for one at least;
    // nothing after the last document.
    std::vector<PageInHand> next();

private:
    void prepareAll(const std::stop_token& stop);
    bool prepare(const std::shared_ptr<const OpenItem>& item, const std::stop_token& stop);
    PageInHand preparePage(const std::shared_ptr<const OpenItem>& item, int page);
    bool put(PageInHand page, const std::stop_token& stop);
    bool hasRoom() const; // the lock is held

    const BulkJob m_job;
    const QVector<BulkItem> m_items;
    KeptAnswers m_answers; // of the thread
    CrashJournal& m_journal;
    std::mutex m_mutex; // the two below
    std::vector<PageInHand> m_ready;
    bool m_hasEnded = false;
    std::condition_variable_any m_changed;
    std::jthread m_thread; // last: starts when all others are there
};

} // namespace app
