// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document_tabs.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int kTabTextWidth = 180;

} // namespace

DocumentTabs::DocumentTabs(app::AnalysisQueue& queue, QWidget* parent)
    : QTabBar(parent)
    , m_queue(queue) {
    setObjectName(QStringLiteral("documentTabs"));
    setAccessibleName(tr("Documents that are open"));
    setExpanding(false);
    setTabsClosable(true);
    setDrawBase(false);
    setElideMode(Qt::ElideNone); // rather scroll than shrink names to nothing
    setFocusPolicy(Qt::TabFocus);
    setVisible(false);
    connect(this, &QTabBar::currentChanged, this, &DocumentTabs::show);
    connect(this, &QTabBar::tabCloseRequested, this, &DocumentTabs::close);
}

DocumentTabs::~DocumentTabs() = default;

OpenDocument* DocumentTabs::current() const {
    return m_shown >= 0 ? m_documents[std::size_t(m_shown)].get() : nullptr;
}

void DocumentTabs::expect(const QString& path, const ViewPosition& position, int index) {
    m_expected.insert(path, {position, index});
}

void DocumentTabs::expectNothing() {
    m_expected.clear();
}

void DocumentTabs::add(const QString& path, std::shared_ptr<const app::Document> document) {
    if (!path.isEmpty() && showPath(path)) {
        return;
    }
    const Expected expected = m_expected.take(path);
    const int index = expected.index >= 0 ? std::min(expected.index, count()) : count();
    auto made = std::make_unique<OpenDocument>(path, std::move(document), m_queue);
    OpenDocument& open = *made;
    open.position = expected.position;
    emit added(open);
    leave();
    m_documents.insert(m_documents.begin() + index, std::move(made));
    QSignalBlocker quiet(this);
    insertTab(index, fontMetrics().elidedText(open.title(), Qt::ElideMiddle, kTabTextWidth));
    setTabToolTip(index, path);
    setVisible(count() > 1);
    setCurrentIndex(index);
    quiet.unblock();
    show(index);
}

bool DocumentTabs::showPath(const QString& path) {
    const auto found = std::find_if(m_documents.cbegin(), m_documents.cend(),
                                    [&](const auto& open) { return open->path == path; });
    if (found == m_documents.cend()) {
        return false;
    }
    setCurrentIndex(int(found - m_documents.cbegin()));
    return true;
}

OpenDocument* DocumentTabs::showContent(const QByteArray& hash) {
    const auto found =
        std::find_if(m_documents.cbegin(), m_documents.cend(),
                     [&](const auto& open) { return open->document->contentHash() == hash; });
    if (found == m_documents.cend()) {
        return nullptr;
    }
    setCurrentIndex(int(found - m_documents.cbegin()));
    return current();
}

void DocumentTabs::showNext() {
    setCurrentIndex((m_shown + 1) % std::max(1, count()));
}

void DocumentTabs::closeCurrent() {
    close(m_shown);
}

void DocumentTabs::closeAll() {
    leave();
    m_documents.clear();
}

void DocumentTabs::leave() {
    if (OpenDocument* open = current()) {
        emit leaving(*open);
    }
    m_shown = -1;
}

void DocumentTabs::show(int index) {
    leave();
    m_shown = index;
    emit shown(current());
}

void DocumentTabs::close(int index) {
    if (index < 0) {
        return;
    }
    leave();
    emit closing(*m_documents[std::size_t(index)], index);
    m_documents.erase(m_documents.begin() + index);
    QSignalBlocker quiet(this);
    removeTab(index);
    setVisible(count() > 1);
    quiet.unblock();
    show(currentIndex());
}

} // namespace ui
