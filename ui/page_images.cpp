// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_images.h"

namespace ui {

namespace {

constexpr double kPointsPerInch = 72;

} // namespace

PageImages::PageImages(app::PageRenderer& renderer, quint64 firstSlot, QObject* parent)
    : QObject(parent)
    , m_renderer(renderer)
    , m_firstSlot(firstSlot) {
    connect(&renderer, &app::PageRenderer::rendered, this, [this](quint64 id, const QImage& image) {
        const auto pending = m_pending.constFind(id);
        if (pending != m_pending.cend() && !image.isNull()) {
            const int page = *pending;
            m_pending.erase(pending);
            m_images.insert(page, image);
            emit changed(page);
        }
    });
    connect(&renderer, &app::PageRenderer::failed, this,
            [this](quint64 id, const app::Failure& failure) {
                const auto pending = m_pending.constFind(id);
                if (pending != m_pending.cend()) {
                    const int page = *pending;
                    m_pending.erase(pending);
                    m_broken.insert(page);
                    emit changed(page);
                    emit failed(page, failure);
                }
            });
}

void PageImages::setDocument(std::shared_ptr<const app::Document> document) {
    forget({});
    m_broken.clear();
    m_document = std::move(document);
}

void PageImages::want(const QVector<WantedPage>& pages) {
    QSet<int> kept;
    for (const WantedPage& wanted : pages) {
        kept.insert(wanted.page);
    }
    forget(kept);
    for (const WantedPage& wanted : pages) {
        if (m_broken.contains(wanted.page)) {
            continue;
        }
        const app::PageRenderer::Request request = requestFor(wanted);
        const QImage ready = m_renderer.cached(request);
        if (ready.isNull()) {
            m_pending.insert(m_renderer.request(request), wanted.page);
        } else if (ready.cacheKey() != image(wanted.page).cacheKey()) {
            m_renderer.cancel(request.slot);
            m_images.insert(wanted.page, ready);
            emit changed(wanted.page);
        }
    }
}

app::PageRenderer::Request PageImages::requestFor(const WantedPage& wanted) const {
    const double points = m_document->pageSize(wanted.page).width();
    return {m_firstSlot + quint64(wanted.page), m_document, wanted.page,
            wanted.pixels.width() / points * kPointsPerInch, m_colors};
}

void PageImages::forget(const QSet<int>& keptPages) {
    m_pending.removeIf([&](const std::pair<const quint64&, int&>& pending) {
        const bool stale = !keptPages.contains(pending.second);
        if (stale) {
            m_renderer.cancel(m_firstSlot + quint64(pending.second));
        }
        return stale;
    });
    m_images.removeIf([&](const std::pair<const int&, QImage&>& entry) {
        return !keptPages.contains(entry.first);
    });
}

} // namespace ui
