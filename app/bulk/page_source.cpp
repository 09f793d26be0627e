// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/page_source.h"

#include "app/documents/document_opener.h"
#include "app/documents/page_ranges.h"
#include "app/exporting/own_text.h"

#include <utility>

namespace app {

namespace {

// What waits at most before the next is made ready; enough for the model to read together.
constexpr std::size_t kReadyPages = 8;
constexpr qint64 kReadyPixels = 24'000'000; // six pages of A4 at 200 dpi

std::shared_ptr<const OpenItem> open(const BulkItem& item) {
    if (item.failure) {
        return std::make_shared<OpenItem>(OpenItem{item, nullptr, item.failure});
    }
    Result<std::shared_ptr<const Document>> document = openDocument(item.path);
    if (!document) {
        return std::make_shared<OpenItem>(OpenItem{item, nullptr, document.error()});
    }
    return std::make_shared<OpenItem>(OpenItem{item, std::move(*document), std::nullopt});
}

} // namespace

PageSource::PageSource(BulkJob job, QVector<BulkItem> items, AnswerMeans means,
                       CrashJournal& journal)
    : m_job(std::move(job))
    , m_items(std::move(items))
    , m_answers(std::move(means))
    , m_journal(journal)
    , m_thread([this](const std::stop_token& stop) { prepareAll(stop); }) {}

PageSource::~PageSource() = default;

void PageSource::prepareAll(const std::stop_token& stop) {
    const SignalStack stack;
    for (const BulkItem& item : m_items) {
        m_journal.begin(item.place);
        if (!prepare(open(item), stop)) {
            return;
        }
    }
    const std::lock_guard lock(m_mutex);
    m_hasEnded = true;
    m_changed.notify_all();
}

// False when stopped.
bool PageSource::prepare(const std::shared_ptr<const OpenItem>& item, const std::stop_token& stop) {
    if (item->failure) {
        return put({item, -1, {}, {}, item->failure}, stop);
    }
    const Result<QVector<int>> pages = parsePages(m_job.pages, item->document->pageCount());
    if (!pages) {
        return put({item, -1, {}, {}, pages.error()}, stop);
    }
    m_answers.setDocument(item->document, item->item.path);
    for (const int page : *pages) {
        PageInHand ready = preparePage(item, page);
        const bool hasOwn = ready.text && ready.text->source == TextSource::File;
        const bool isLeftOut = hasOwn && m_job.ownText == OwnText::Skip;
        if (!isLeftOut && !put(std::move(ready), stop)) {
            return false;
        }
    }
    return put({item, -1, {}, {}, {}}, stop);
}

PageInHand PageSource::preparePage(const std::shared_ptr<const OpenItem>& item, int page) {
    PageInHand ready{item, page, {}, {}, {}};
    if (std::optional<PageText> checked = m_answers.checkedText(page)) {
        ready.text = {page, item->document->pageSize(page), *std::move(checked), TextSource::Model};
        return ready;
    }
    if (m_job.ownText != OwnText::Ignore) {
        ReadPage own = ownText(*item->document, page);
        if (!own.text.lines.isEmpty()) {
            ready.text = std::move(own);
            return ready;
        }
    }
    AnalysisRequest request;
    request.task = Task::Read;
    request.maxNewTokens = m_job.maxNewTokens;
    Result<PreparedRequest> prepared = m_answers.prepare(std::move(request), {page});
    if (!prepared) {
        ready.failure = prepared.error();
        return ready;
    }
    ready.prepared = std::move(*prepared);
    return ready;
}

bool PageSource::hasRoom() const {
    qint64 pixels = 0;
    for (const PageInHand& page : m_ready) {
        for (const QImage& picture : page.prepared.request.pages) {
            pixels += qint64{picture.width()} * picture.height();
        }
    }
    return m_ready.size() < kReadyPages && pixels < kReadyPixels;
}

bool PageSource::put(PageInHand page, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return hasRoom(); })) {
        return false;
    }
    m_ready.push_back(std::move(page));
    m_changed.notify_all();
    return true;
}

std::vector<PageInHand> PageSource::next() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_hasEnded; });
    m_changed.notify_all();
    return std::exchange(m_ready, {});
}

} // namespace app
