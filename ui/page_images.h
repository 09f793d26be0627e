// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageImages: the newest picture of each page that one view of a document shows or is about to
// show. Asks app::PageRenderer for the right size and holds on to what it has until that comes, so
// that zooming never blanks a page. GUI thread.
#pragma once

#include "app/documents/page_renderer.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace ui {

struct WantedPage {
    int page = 0;
    QSize pixels; // device pixels it will cover
};

class PageImages final : public QObject {
    Q_OBJECT
public:
    // firstSlot: where this view's pages begin among the renderer's slots. The renderer must
    // outlive this.
    PageImages(app::PageRenderer& renderer, quint64 firstSlot, QObject* parent = nullptr);

    void setDocument(std::shared_ptr<const app::Document> document);
    // In order of urgency; replaces what was wanted before.
    void want(const QVector<WantedPage>& pages);

    // Of any size, null while there is none.
    QImage image(int page) const { return m_images.value(page); }

    // Nothing that was wanted is still to come.
    bool isSettled() const { return m_pending.isEmpty(); }

    // Pictures in other colours stay until the new ones come.
    void setColors(app::PageColors colors) { m_colors = colors; }

    app::PageColors colors() const { return m_colors; }

    bool isBroken(int page) const { return m_broken.contains(page); }

signals:
    void changed(int page);
    void failed(int page, const app::Failure& failure);

private:
    app::PageRenderer::Request requestFor(const WantedPage& wanted) const;
    void forget(const QSet<int>& keptPages);

    app::PageRenderer& m_renderer;
    const quint64 m_firstSlot;
    std::shared_ptr<const app::Document> m_document;
    QHash<int, QImage> m_images;   // by page
    QHash<quint64, int> m_pending; // page by request id
    QSet<int> m_broken;
    app::PageColors m_colors = app::PageColors::Original;
};

} // namespace ui
