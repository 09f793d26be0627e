// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document_find.h"

#include "ui/find_bar.h"
#include "ui/page_view.h"

#include <QPainter>

namespace ui {

namespace {

constexpr std::chrono::milliseconds kTypingPause(120);
// A marker's yellow and orange; the current hit has an outline too.
const QColor kHit(0xF0, 0xC8, 0x1E, 96);
const QColor kCurrentHit(0xE6, 0x7A, 0x00, 130);
const QColor kOutline(0xA8, 0x4A, 0x00);

} // namespace

DocumentFind::DocumentFind(FindBar& bar, PageView& view, QObject* parent)
    : QObject(parent)
    , m_bar(bar)
    , m_view(view) {
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &DocumentFind::restart);
    connect(&bar, &FindBar::queryChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&bar, &FindBar::nextWanted, this, [this] { step(1); });
    connect(&bar, &FindBar::previousWanted, this, [this] { step(-1); });
    connect(&bar, &FindBar::closed, this, [this] {
        m_search.stop();
        forget();
        m_view.setFocus();
    });
    connect(&m_search, &app::DocumentSearch::found, this, &DocumentFind::take);
    connect(&m_search, &app::DocumentSearch::finished, this, &DocumentFind::finish);
    m_view.addOverlay(this);
}

DocumentFind::~DocumentFind() {
    m_view.removeOverlay(this);
}

void DocumentFind::setText(std::shared_ptr<app::DocumentText> text) {
    m_search.stop();
    m_text = std::move(text);
    forget();
    refresh();
}

void DocumentFind::refresh() {
    if (m_bar.isVisible()) {
        restart();
    }
}

void DocumentFind::open() {
    m_bar.open();
    if (m_count == 0) {
        restart();
    }
}

void DocumentFind::forget() {
    m_hits.clear();
    m_count = 0;
    m_current = {};
    m_outcome = {};
    m_view.viewport()->update();
}

void DocumentFind::restart() {
    m_typing.stop();
    m_origin = m_current.page >= 0 ? m_current.page : m_view.currentPage();
    forget();
    m_search.stop();
    if (m_text && !m_bar.query().text.trimmed().isEmpty()) {
        m_search.start(m_text, m_bar.query(), m_origin);
    }
    showState();
}

void DocumentFind::take(int page, const QVector<app::SearchHit>& hits) {
    m_hits.insert(page, hits);
    m_count += int(hits.size());
    if (m_current.page < 0) {
        chooseFirst(page);
    }
    m_view.viewport()->update();
    showState();
}

void DocumentFind::finish(const app::SearchOutcome& outcome) {
    m_outcome = outcome;
    showState();
}

void DocumentFind::chooseFirst(int page) {
    const QVector<app::SearchHit>& hits = m_hits[page];
    Current first{page, 0};
    const QRectF seen(m_view.viewport()->rect());
    for (int i = 0; page == m_origin && i < hits.size(); ++i) {
        const bool isBelowTop = !hits[i].boxes.isEmpty() &&
                                m_view.toViewport(page, hits[i].boxes.first()).top() >= seen.top();
        if (isBelowTop) {
            first.index = i;
            break;
        }
    }
    goTo(first);
}

void DocumentFind::goTo(const Current& current) {
    m_current = current;
    const app::SearchHit& hit = m_hits[current.page][current.index];
    QRectF box;
    for (const QRectF& part : hit.boxes) {
        box |= part;
    }
    m_view.reveal(current.page, box);
    m_view.viewport()->update();
}

void DocumentFind::step(int direction) {
    if (!m_bar.isVisible()) {
        open();
        return;
    }
    if (m_typing.isActive()) {
        restart();
    } else if (m_count > 0) {
        goTo(neighbour(direction));
        showState();
    }
}

DocumentFind::Current DocumentFind::neighbour(int direction) const {
    const int index = m_current.index + direction;
    const auto here = m_hits.constFind(m_current.page);
    if (here != m_hits.cend() && index >= 0 && index < here->size()) {
        return {m_current.page, index};
    }
    if (direction > 0) {
        auto next = m_hits.upperBound(m_current.page);
        if (next == m_hits.cend()) {
            next = m_hits.cbegin();
        }
        return {next.key(), 0};
    }
    auto previous = m_hits.lowerBound(m_current.page);
    if (previous == m_hits.cbegin()) {
        previous = m_hits.cend();
    }
    --previous;
    return {previous.key(), int(previous->size()) - 1};
}

int DocumentFind::ordinal() const {
    if (m_current.page < 0) {
        return 0;
    }
    int before = 0;
    for (auto page = m_hits.cbegin(); page != m_hits.cend() && page.key() < m_current.page;
         ++page) {
        before += int(page->size());
    }
    return before + m_current.index + 1;
}

void DocumentFind::showState() {
    const bool asked = !m_bar.query().text.trimmed().isEmpty();
    const bool running = m_search.isRunning();
    m_bar.setMissing(asked && !running && m_count == 0);
    if (asked && !running && !m_outcome.anyText) {
        m_bar.showNote(tr("No text to search: read the pages first"));
    } else if (asked && !running && !m_outcome.complete) {
        m_bar.showNote(tr("More than %Ln found", nullptr, m_count));
    } else {
        m_bar.showCount(ordinal(), asked ? m_count : -1, running);
    }
}

void DocumentFind::paint(QPainter& painter, int page, const PageFrame& frame) const {
    const auto hits = m_hits.constFind(page);
    if (hits == m_hits.cend()) {
        return;
    }
    for (int i = 0; i < hits->size(); ++i) {
        const bool isCurrent = page == m_current.page && i == m_current.index;
        for (const QRectF& box : hits->at(i).boxes) {
            const QRectF rect = frame.toScreen(box).adjusted(-1, -1, 1, 1);
            painter.fillRect(rect, isCurrent ? kCurrentHit : kHit);
            if (isCurrent) {
                painter.setPen(QPen(kOutline, 1.5));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(rect);
            }
        }
    }
}

} // namespace ui
