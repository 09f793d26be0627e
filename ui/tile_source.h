// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TileSource: works out what the model gets of a page, off the GUI thread, for the overlay and the
// token budget: the picture is made as it is for a request, the reading plan and the engine's plan
// say the rest. Remembers the pages of the current document. GUI thread.
#pragma once

#include "app/documents/page_picture.h"
#include "ui/tile_overlay.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ui {

enum class TileKind {
    AsRead,    // in the model's own reading mode
    WholePage, // the page as one picture, whatever the mode
};

class TileSource final : public QObject {
    Q_OBJECT
public:
    explicit TileSource(QObject* parent = nullptr);

    void setDocument(std::shared_ptr<const app::Document> document);
    void setModel(const std::optional<app::ModelDescription>& model);
    void setKind(TileKind kind);
    // Emits ready(), at once when it is known, else after a moment on the same page.
    void show(int page);

signals:
    void ready(const ui::TileView& view);
    // Nothing can be said about this page (no model, or it cannot be rendered).
    void unavailable();

private:
    void forget();
    void work();

    std::shared_ptr<const app::Document> m_document;
    std::optional<app::ModelDescription> m_model;
    TileKind m_kind = TileKind::AsRead;
    int m_page = 0;
    QHash<int, TileView> m_known; // by page
    QTimer m_settle;              // scrolling past a page is no reason to plan it
    std::stop_source m_working;
    quint64 m_generation = 0;
};

} // namespace ui
