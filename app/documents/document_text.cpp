// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_text.h"

#include <new>

namespace app {

namespace {

std::shared_ptr<const TextLayer> ownLayer(const Document& document, int page) {
    try {
        return std::make_shared<const TextLayer>(document.words(page));
    } catch (const std::bad_alloc&) {
        return std::make_shared<const TextLayer>(); // such a page is looked at, not searched
    }
}

} // namespace

DocumentText::DocumentText(std::shared_ptr<const Document> document, qsizetype cacheBytes)
    : m_document(std::move(document))
    , m_own(cacheBytes) {}

DocumentText::Layer DocumentText::chosen(int page, const Layer& own) const {
    return own->isEmpty() ? m_read.value(page, own) : own;
}

std::shared_ptr<const TextLayer> DocumentText::known(int page) const {
    const std::lock_guard lock(m_mutex);
    const Layer* own = m_own.object(page);
    return own != nullptr ? chosen(page, *own) : nullptr;
}

std::shared_ptr<const TextLayer> DocumentText::layer(int page) {
    if (Layer layer = known(page)) {
        return layer;
    }
    const Layer own = ownLayer(*m_document, page); // without the lock: it takes its time
    const std::lock_guard lock(m_mutex);
    m_own.insert(page, new Layer(own), own->bytes());
    return chosen(page, own);
}

void DocumentText::setRead(int page, const QVector<TextWord>& words) {
    const std::lock_guard lock(m_mutex);
    if (words.isEmpty()) {
        m_read.remove(page);
    } else {
        m_read.insert(page, std::make_shared<const TextLayer>(words));
    }
}

} // namespace app
