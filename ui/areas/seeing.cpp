// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/seeing.h"

#include "ui/ask_panel.h"
#include "ui/region_tool.h"
#include "ui/status_line.h"
#include "ui/tile_inspector.h"

#include <QApplication>
#include <QMainWindow>

namespace ui {

Seeing::Seeing(Workspace& work, AskPanel& panel)
    : m_work(work)
    , m_panel(panel)
    , m_regionTool(new RegionTool(work.pages())) {
    m_clickSettles.setSingleShot(true);
    connect(&m_clickSettles, &QTimer::timeout, this, [this] { inspectTile(m_clickedTile); });
    connect(&work.pages(), &PageView::clicked, this, &Seeing::clickTile);
    connect(&work.pages(), &PageView::doubleClicked, this, &Seeing::askAboutTileAt);
    connect(&work.pages(), &PageView::currentPageChanged, this, &Seeing::refreshParts);
    connect(&m_tileSource, &TileSource::ready, this, &Seeing::takeTiles);
    connect(&m_tileSource, &TileSource::unavailable, this, [this] { takeTiles({}); });
    connect(&m_tileSource, &TileSource::cut, this, &Seeing::showInspector);
    connect(&work, &Workspace::modelChanged, this, &Seeing::takeModel);
    connect(&work, &Workspace::changed, this, &Seeing::updateActions);
    connectDocuments();
    connectParts();
}

QVector<ActionRow> Seeing::tileRows() {
    return {
        {"showTiles",
         tr("&Show Tiles"),
         "tiles",
         {QKeySequence(Qt::CTRL | Qt::Key_T)},
         [this] { showTiles(m_work.actions()["showTiles"]->isChecked()); },
         tr("Show what the model gets of the page"),
         true},
        {"inspectTiles",
         tr("&Inspect Tiles…"),
         {},
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
         [this] { inspectTile(0); },
         tr("Show the very pictures that the model gets")},
        separatorRow(),
        {"tilesAsRead",
         tr("As the Model &Reads"),
         {},
         {},
         [this] { chooseTileKind(TileKind::AsRead); },
         {},
         true},
        {"tilesWholePage",
         tr("&Whole Page as One Picture"),
         {},
         {},
         [this] { chooseTileKind(TileKind::WholePage); },
         {},
         true},
        separatorRow(),
        {"nineTiles",
         tr("At Most &9 Tiles"),
         {},
         {},
         [this] { chooseTileBudget(false); },
         tr("As the model was published"),
         true},
        {"eighteenTiles",
         tr("At Most &18 Tiles"),
         {},
         {},
         [this] { chooseTileBudget(true); },
         tr("Finer, slower, and with less room for the answer"),
         true},
    };
}

QVector<ActionRow> Seeing::pinRows() {
    return {
        separatorRow(),
        {"pinPage",
         tr("&Pin Page into the Question"),
         "pin",
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
         [this] { pinPage(m_work.actions()["pinPage"]->isChecked()); },
         tr("Ask about this page, too, wherever you go"),
         true},
    };
}

void Seeing::connectActions() {
    ActionTable& actions = m_work.actions();
    actions.makeExclusive({"tilesAsRead", "tilesWholePage"});
    actions["tilesAsRead"]->setChecked(true);
    actions.makeExclusive({"nineTiles", "eighteenTiles"});
    actions["nineTiles"]->setChecked(true);
}

void Seeing::connectDocuments() {
    const DocumentTabs& documents = m_work.documents();
    connect(&documents, &DocumentTabs::added, this, [this](OpenDocument& open) {
        connect(&open.conversation, &app::Conversation::turnChanged, this, &Seeing::refreshBudget);
        connect(&open.conversation, &app::Conversation::turnRemoved, this, &Seeing::refreshBudget);
    });
    connect(&documents, &DocumentTabs::leaving, this,
            [this] { m_tileSource.setDocument(nullptr); });
    connect(&documents, &DocumentTabs::shown, this, [this](const OpenDocument* open) {
        m_tileSource.setDocument(open ? open->document : nullptr);
        m_regionTool->setRegion(open ? open->parts.region() : std::nullopt);
        refreshParts();
    });
}

void Seeing::connectParts() {
    connect(m_regionTool, &RegionTool::changing, &m_tileSource, &TileSource::follow);
    connect(m_regionTool, &RegionTool::chosen, this,
            [this](const app::PagePart& part) { chooseRegion(part); });
    connect(m_regionTool, &RegionTool::cleared, this, [this] { chooseRegion(std::nullopt); });
    connect(m_regionTool, &RegionTool::askWanted, this, &Seeing::askWanted);
    connect(&m_panel, &AskPanel::partRemoved, this, [this](const app::PagePart& part) {
        if (OpenDocument* open = m_work.current(); open != nullptr && open->parts.remove(part)) {
            m_regionTool->setRegion(open->parts.region());
            refreshParts();
        }
    });
    connect(&m_panel, &AskPanel::questionChanged, this, &Seeing::refreshBudget);
}

void Seeing::takeModel() {
    const auto& model = m_work.model();
    m_tileSource.setModel(model);
    if (model) {
        // A model that reads whole pages anyway has nothing to choose.
        const bool packs = model->card.readingMode == app::ReadingMode::PackedRows;
        m_work.actions()["tilesAsRead"]->setVisible(packs);
        m_work.actions()["tilesWholePage"]->setVisible(packs);
        m_work.actions()[model->choice.eighteenTiles ? "eighteenTiles" : "nineTiles"]->setChecked(
            true);
    }
    refreshTiles();
}

void Seeing::updateActions() {
    const bool open = m_work.current() != nullptr;
    const bool model = m_work.model().has_value();
    m_work.actions().setEnabled({{"showTiles", open && model},
                                 {"inspectTiles", open && model},
                                 {"nineTiles", model},
                                 {"eighteenTiles", model},
                                 {"pinPage", open}});
}

// --- tiles ---

void Seeing::showTiles(bool shown) {
    m_tilesShown = shown;
    refreshTiles();
}

void Seeing::chooseTileKind(TileKind kind) {
    m_tileSource.setKind(kind);
    m_tilesShown = true;
    m_work.actions()["showTiles"]->setChecked(true);
    refreshTiles();
}

// The engine is made with it, so the model is opened once more.
void Seeing::chooseTileBudget(bool eighteen) {
    if (m_work.model() && m_work.model()->choice.eighteenTiles != eighteen) {
        app::ModelChoice choice = m_work.model()->choice;
        choice.eighteenTiles = eighteen;
        m_work.models().load(choice);
    }
}

void Seeing::refreshTiles() {
    const QVector<app::PagePart> parts = m_work.questionParts();
    m_tileSource.setCompany(parts.mid(1));
    m_tileSource.show(parts.isEmpty() ? app::PagePart() : parts.first());
}

void Seeing::takeTiles(const TileView& view) {
    m_tiles = view;
    const bool drawing = !view.region.isNull(); // what is drawn is shown as it is cut
    if ((m_tilesShown || drawing) && m_work.current() != nullptr && m_work.model()) {
        m_work.pages().showTiles(view);
    } else if (m_work.pages().tiles().isShown()) {
        m_work.pages().hideTiles();
    }
    TileOverlay summary;
    summary.show(view);
    m_work.status().setTiles(m_work.current() != nullptr && m_work.model() ? summary.summary()
                                                                           : QString());
    refreshBudget();
}

// A click shows the tile, unless it turns out to be half of a double click.
void Seeing::clickTile(const PagePoint& point) {
    const TileOverlay& tiles = m_work.pages().tiles();
    m_clickedTile = m_tilesShown && point.page == tiles.page() ? tiles.tileAt(point.at) : 0;
    if (m_clickedTile > 0) {
        m_clickSettles.start(QApplication::doubleClickInterval());
    }
}

void Seeing::inspectTile(int tile) {
    m_clickedTile = tile;
    const QVector<app::PagePart> parts = m_work.questionParts();
    if (!parts.isEmpty()) {
        m_tileSource.inspect(parts.first());
    }
}

void Seeing::showInspector(const TileView& view, const QVector<QImage>& tiles) {
    if (m_inspector == nullptr) {
        m_inspector = new TileInspector(&m_work.window());
        connect(m_inspector, &TileInspector::askWanted, this, [this](int tile) {
            TileOverlay overlay;
            overlay.show(m_inspected);
            askAboutPart({m_inspected.page, overlay.tileOnPage(tile)});
        });
    }
    m_inspected = view;
    m_inspector->showTiles(view, tiles, m_clickedTile);
    m_inspector->show();
    m_inspector->raise();
}

void Seeing::askAboutTileAt(const PagePoint& point) {
    m_clickSettles.stop();
    const TileOverlay& tiles = m_work.pages().tiles();
    if (m_tilesShown && point.page == tiles.page()) {
        askAboutPart({point.page, tiles.tileOnPage(tiles.tileAt(point.at))});
    }
}

void Seeing::askAboutPart(const app::PagePart& part) {
    if (m_work.current() == nullptr || part.region.isEmpty()) {
        return;
    }
    m_regionTool->setRegion(part);
    chooseRegion(part);
    emit askWanted();
}

// --- parts of the question ---

void Seeing::chooseRegion(const std::optional<app::PagePart>& region) {
    if (OpenDocument* open = m_work.current()) {
        open->parts.setRegion(region);
        refreshParts();
    }
}

void Seeing::pinPage(bool pinned) {
    if (OpenDocument* open = m_work.current()) {
        open->parts.setPinned(m_work.pages().currentPage(), pinned);
        refreshParts();
    }
}

// After another page, document, region or pin.
void Seeing::refreshParts() {
    const OpenDocument* open = m_work.current();
    m_work.actions()["pinPage"]->setChecked(open != nullptr &&
                                            open->parts.isPinned(m_work.pages().currentPage()));
    m_panel.setParts(m_work.questionParts());
    const bool drawn = open != nullptr && open->parts.region().has_value();
    if (!m_tilesShown && !drawn && m_work.pages().tiles().isShown()) {
        m_work.pages().hideTiles(); // at once, not when the page has been planned
    }
    refreshTiles();
}

void Seeing::refreshBudget() {
    const OpenDocument* open = m_work.current();
    const bool packs =
        m_work.model() && m_work.model()->card.readingMode == app::ReadingMode::PackedRows;
    // What is shown as one picture though it is read in rows says nothing about the rows.
    if (open == nullptr || !m_work.model() || m_tiles.plan.images.isEmpty() ||
        packs != m_tiles.packed) {
        m_work.status().setBudget(std::nullopt);
        return;
    }
    const QVector<app::PagePart> parts = m_work.questionParts();
    app::TilePlan plan = m_tiles.plan;
    plan.images += m_tiles.companyColumns;
    if (!packs) {
        plan = m_work.model()->planner(app::partSizes(*open->document, parts));
    }
    const bool tiled = packs || plan.images.first().tiled;
    m_panel.setTilingWarning(!tiled);
    app::AnalysisRequest request;
    request.task = m_panel.mode();
    request.text = m_panel.question();
    request.history = m_work.keepsHistory() ? open->conversation.history(parts)
                                            : QVector<app::ConversationTurn>();
    m_work.status().setBudget(tokenBudget(
        *m_work.model(), plan, packs ? PicturesGo::OneByOne : PicturesGo::Together, request));
}

} // namespace ui
