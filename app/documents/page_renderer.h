// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageRenderer: draws pages on a thread pool and keeps the latest ones in a cache of limited size.
// GUI thread only; no call blocks, answers come as signals. Late answers of replaced or cancelled
// requests are dropped here. Destruction stops what runs and waits for it.
#pragma once

#include "app/documents/document.h"
#include "app/documents/page_colors.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace app {

class PageRenderer final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype kCacheBytes = 256 * 1024 * 1024;

    struct Request {
        quint64 slot = 0; // the place where the picture will be shown, numbered by the caller
        std::shared_ptr<const Document> document;
        int page = 0;
        double dpi = 96; // lowered by dpiWithin when the page is very large
        PageColors colors = PageColors::Original;
    };

    explicit PageRenderer(qsizetype cacheBytes = kCacheBytes, QObject* parent = nullptr);
    ~PageRenderer() override;

    // Returns the request's id. An earlier request for the same slot is cancelled, unless it asks
    // for the same picture: then it goes on and its id is returned.
    quint64 request(const Request& request);
    void cancel(quint64 slot);
    // What the cache holds, else a null image.
    QImage cached(const Request& request) const;

signals:
    void rendered(quint64 id, const QImage& image);
    void failed(quint64 id, const app::Failure& failure);

private:
    struct Key {
        const Document* document = nullptr;
        int page = 0;
        double dpi = 0;
        PageColors colors = PageColors::Original;

        bool operator==(const Key&) const = default;

        friend size_t qHash(const Key& key, size_t seed) {
            return qHashMulti(seed, key.document, key.page, key.dpi, int(key.colors));
        }
    };

    struct Picture {
        std::weak_ptr<const Document> document; // tells a new document at an old one's address
        QImage image;
    };

    struct Running {
        quint64 id = 0;
        Key key;
        std::stop_source stop;
    };

    static Key keyOf(const Request& request);
    void start(const Request& request, const Running& running);
    void finish(const Request& request, quint64 id, const Result<QImage>& result);

    QCache<Key, Picture> m_cache;      // cost: bytes
    QHash<quint64, Running> m_running; // by slot
    quint64 m_lastId = 0;
    QThreadPool m_pool;
};

} // namespace app
