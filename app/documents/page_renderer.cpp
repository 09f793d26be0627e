// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/page_renderer.h"

#include "app/documents/render_limits.h"

#include <QMetaObject>

#include <new>
#include <utility>

namespace app {

namespace {

Result<QImage> draw(const PageRenderer::Request& request, const std::stop_token& stop) {
    try {
        Result<QImage> image = request.document->render(request.page, request.dpi, stop);
        if (image) {
            recolor(*image, request.colors);
        }
        return image;
    } catch (const std::bad_alloc&) {
        return failure(FailureCode::OutOfMemory, request.document->title(),
                       QStringLiteral("Not enough memory to draw page %1.").arg(request.page + 1));
    }
}

} // namespace

PageRenderer::PageRenderer(qsizetype cacheBytes, QObject* parent)
    : QObject(parent)
    , m_cache(cacheBytes) {}

PageRenderer::~PageRenderer() {
    for (Running& running : m_running) {
        running.stop.request_stop();
    }
    m_pool.clear();
    m_pool.waitForDone();
}

PageRenderer::Key PageRenderer::keyOf(const Request& request) {
    const QSizeF size = request.document->pageSize(request.page);
    return {request.document.get(), request.page, dpiWithin(size, request.dpi), request.colors};
}

quint64 PageRenderer::request(const Request& request) {
    const Key key = keyOf(request);
    const auto earlier = m_running.constFind(request.slot);
    if (earlier != m_running.cend() && earlier->key == key) {
        return earlier->id;
    }
    cancel(request.slot);
    const Running running{++m_lastId, key, {}};
    m_running.insert(request.slot, running);
    start(request, running);
    return running.id;
}

void PageRenderer::cancel(quint64 slot) {
    const auto running = m_running.find(slot);
    if (running != m_running.end()) {
        running->stop.request_stop();
        m_running.erase(running);
    }
}

QImage PageRenderer::cached(const Request& request) const {
    const Picture* picture = m_cache.object(keyOf(request));
    return picture && picture->document.lock() == request.document ? picture->image : QImage();
}

void PageRenderer::start(const Request& request, const Running& running) {
    Request bounded = request;
    bounded.dpi = running.key.dpi;
    const auto report = [this, bounded, id = running.id](const Result<QImage>& result) {
        QMetaObject::invokeMethod(
            this, [this, bounded, id, result] { finish(bounded, id, result); },
            Qt::QueuedConnection);
    };
    if (const QImage image = cached(request); !image.isNull()) {
        report(image);
        return;
    }
    m_pool.start([bounded, report, stop = running.stop.get_token()] {
        if (!stop.stop_requested()) {
            report(draw(bounded, stop));
        }
    });
}

void PageRenderer::finish(const Request& request, quint64 id, const Result<QImage>& result) {
    const auto running = m_running.find(request.slot);
    if (running == m_running.end() || running->id != id) {
        return; // replaced or cancelled meanwhile
    }
    const Key key = running->key;
    m_running.erase(running);
    if (!result) {
        emit failed(id, result.error());
        return;
    }
    m_cache.insert(key, new Picture{request.document, *result}, result->sizeInBytes());
    emit rendered(id, *result);
}

} // namespace app
