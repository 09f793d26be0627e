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
    // What goes along with the part shown: with three pictures or more nothing is cut; where rows
    // are packed, each is read by itself.
    void setCompany(const QVector<app::PagePart>& company);
    // Emits ready(), at once when it is known, else after a moment on the same part; once more when
    // the size of the text is known, too.
    void show(const app::PagePart& part);
    // The same while the part is being drawn: at once where its size is all that has to be known,
    // else as often as it can be planned, the newest part always last.
    void follow(const app::PagePart& part);
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
        QVector<app::PagePart> company;
        std::optional<QVector<app::TilePlacement>> companyColumns; // where they are known

        bool packs() const;
    };

    static app::Result<TileView> plan(const app::Document& document, const Wish& wish,
                                      const std::stop_token& stop);
    static TileView wholePicture(const QImage& picture, const QVector<QSize>& company,
                                 const Wish& wish);
    static app::Result<TileView> packedRows(const QImage& picture, const Wish& wish);
    static QVector<app::TilePlacement>
    companyColumns(const app::Document& document, const Wish& wish, const std::stop_token& stop);
    Wish wishFor(const app::PagePart& part) const;
    void forget();
    void work();
    void take(const app::PagePart& part, const app::Result<TileView>& view);
    void measureText(const TileView& view);

    std::shared_ptr<const app::Document> m_document;
    std::optional<app::ModelDescription> m_model;
    TileKind m_kind = TileKind::AsRead;
    QVector<app::PagePart> m_company;
    std::optional<QVector<app::TilePlacement>> m_companyColumns;
    app::PagePart m_part;
    bool m_following = false; // the part is being drawn
    bool m_isBehind = false;  // it has grown since the plan was begun
    bool m_isWorking = false;
    QHash<int, TileView> m_known; // whole pages
    QTimer m_settle;              // scrolling past a page is no reason to plan it
    std::stop_source m_working;
    quint64 m_generation = 0;
};

} // namespace ui
