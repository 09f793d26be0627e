// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TileSource: works out what the model gets of a page or of a part of one, off the GUI thread, for
// the overlay, the inspector and the token budget: the picture is made as it is for a request, the
// reading plan and the engine's plan say the rest. Remembers the pages of the current document. GUI
// thread.
#pragma once

#include "app/asking/question_parts.h"
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
    // What goes along with the part shown: with three pictures or more nothing is cut.
    void setCompany(const QVector<QSize>& sizes);
    // Emits ready(), at once when it is known, else after a moment on the same part; once more when
    // the size of the text is known, too.
    void show(const app::PagePart& part);
    // The plan from the part's size alone, for while it is being drawn; nothing when more than the
    // size has to be known.
    std::optional<TileView> planNow(const app::PagePart& part) const;
    // The very pictures that the model gets of the part: emits cut().
    void inspect(const app::PagePart& part);

signals:
    void ready(const ui::TileView& view);
    // Nothing can be said about this page (no model, or it cannot be rendered).
    void unavailable();
    // Of every picture of the view the overview, then its tiles.
    void cut(const ui::TileView& view, const QVector<QImage>& tiles);

private:
    struct Wish {
        app::ModelDescription model;
        TileKind kind = TileKind::AsRead;
        app::PagePart part;
        QVector<QSize> company;

        bool packs() const;
    };

    static app::Result<TileView> plan(const app::Document& document, const Wish& wish,
                                      const std::stop_token& stop);
    static TileView wholePicture(const QImage& picture, const Wish& wish);
    static app::Result<TileView> packedRows(const QImage& picture, const Wish& wish);
    Wish wishFor(const app::PagePart& part) const;
    void forget();
    void work();
    void measureText(const TileView& view);

    std::shared_ptr<const app::Document> m_document;
    std::optional<app::ModelDescription> m_model;
    TileKind m_kind = TileKind::AsRead;
    QVector<QSize> m_company;
    app::PagePart m_part;
    QHash<int, TileView> m_known; // whole pages
    QTimer m_settle;              // scrolling past a page is no reason to plan it
    std::stop_source m_working;
    quint64 m_generation = 0;
};

} // namespace ui
