// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DocumentText: the text layers of one document, taken from it page by page when they are wanted
// and kept up to a limit in bytes. A page without a text of its own has what was read from it, once
// that is known. Any thread.
#pragma once

#include "app/documents/text_layer.h"

#include <QCache>
#include <QHash>

#include <memory>
#include <mutex>

namespace app {

class DocumentText {
public:
    static constexpr qsizetype kCacheBytes = 64 * 1024 * 1024;

    explicit DocumentText(std::shared_ptr<const Document> document,
                          qsizetype cacheBytes = kCacheBytes);

    int pageCount() const { return m_document->pageCount(); }

    QSizeF pageSize(int page) const { return m_document->pageSize(page); }

    // Never waits; null while nobody has looked at the page.
    std::shared_ptr<const TextLayer> known(int page) const;
    // Looks at the page where that is needed: may take seconds, not for the GUI thread.
    std::shared_ptr<const TextLayer> layer(int page);
    // Stands in where the page has no text of its own; empty: nothing was read any more.
    void setRead(int page, const QVector<TextWord>& words);

private:
    using Layer = std::shared_ptr<const TextLayer>;

    Layer chosen(int page, const Layer& own) const;

    std::shared_ptr<const Document> m_document;
    mutable std::mutex m_mutex;       // of what follows
    mutable QCache<int, Layer> m_own; // cost: bytes
    QHash<int, Layer> m_read;
};

} // namespace app
