// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's seeing: what the model gets of the page, of a part drawn on it and of pages pinned
// into the question, and what that costs.
#include "app/asking/question_parts.h"
#include "ui/ask_panel.h"
#include "ui/main_window.h"
#include "ui/region_tool.h"
#include "ui/status_line.h"
#include "ui/tile_inspector.h"

#include <QApplication>
#include <QTimer>

namespace ui {

namespace {

QString n(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

QVector<ActionRow> MainWindow::tileRows() {
    return {
        {n("showTiles"),
         tr("&Show Tiles"),
         n("tiles"),
         {QKeySequence(Qt::CTRL | Qt::Key_T)},
         [this] { showTiles(m_actions[n("showTiles")]->isChecked()); },
         tr("Show what the model gets of the page"),
         true},
        {n("inspectTiles"),
         tr("&Inspect Tiles…"),
         {},
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
         [this] { inspectTile(0); },
         tr("Show the very pictures that the model gets")},
        separatorRow(),
        {n("tilesAsRead"),
         tr("As the Model &Reads"),
         {},
         {},
         [this] { chooseTileKind(TileKind::AsRead); },
         {},
         true},
        {n("tilesWholePage"),
         tr("&Whole Page as One Picture"),
         {},
         {},
         [this] { chooseTileKind(TileKind::WholePage); },
         {},
         true},
        separatorRow(),
        {n("nineTiles"),
         tr("At Most &9 Tiles"),
         {},
         {},
         [this] { chooseTileBudget(false); },
         tr("As the model was published"),
         true},
        {n("eighteenTiles"),
         tr("At Most &18 Tiles"),
         {},
         {},
         [this] { chooseTileBudget(true); },
         tr("Finer, slower, and with less room for the answer"),
         true},
    };
}

QVector<ActionRow> MainWindow::pinRows() {
    return {
        separatorRow(),
        {n("pinPage"),
         tr("&Pin Page into the Question"),
         n("pin"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
         [this] { pinPage(m_actions[n("pinPage")]->isChecked()); },
         tr("Ask about this page, too, wherever you go"),
         true},
    };
}

void MainWindow::connectSeeing() {
    m_actions.makeExclusive({n("nineTiles"), n("eighteenTiles")});
    m_actions[n("nineTiles")]->setChecked(true);
    m_panel->setPinAction(m_actions[n("pinPage")]);
    m_clickSettles.setSingleShot(true);
    connect(&m_clickSettles, &QTimer::timeout, this, [this] { inspectTile(m_clickedTile); });
    connect(m_pages, &PageView::clicked, this, &MainWindow::clickTile);
    connect(m_pages, &PageView::doubleClicked, this, &MainWindow::askAboutTileAt);
    connect(m_regionTool, &RegionTool::changing, this, [this](const app::PagePart& part) {
        if (const auto view = m_tileSource.planNow(part)) {
            takeTiles(*view);
        }
    });
    connect(m_regionTool, &RegionTool::chosen, this,
            [this](const app::PagePart& part) { chooseRegion(part); });
    connect(m_regionTool, &RegionTool::cleared, this, [this] { chooseRegion(std::nullopt); });
    connect(m_regionTool, &RegionTool::askWanted, this, [this] { startQuestion(m_panel->mode()); });
    connect(m_panel, &AskPanel::partRemoved, this, [this](const app::PagePart& part) {
        if (OpenDocument* open = current(); open != nullptr && open->parts.remove(part)) {
            m_regionTool->setRegion(open->parts.region());
            refreshParts();
        }
    });
    connect(&m_tileSource, &TileSource::cut, this, &MainWindow::showInspector);
}

// --- tiles ---

void MainWindow::showTiles(bool shown) {
    m_tilesShown = shown;
    refreshTiles();
}

void MainWindow::chooseTileKind(TileKind kind) {
    m_tileSource.setKind(kind);
    m_tilesShown = true;
    m_actions[n("showTiles")]->setChecked(true);
    refreshTiles();
}

// The engine is made with it, so the model is opened once more.
void MainWindow::chooseTileBudget(bool eighteen) {
    if (m_model && m_model->choice.eighteenTiles != eighteen) {
        app::ModelChoice choice = m_model->choice;
        choice.eighteenTiles = eighteen;
        m_modelLoader.load(choice);
    }
}

QVector<app::PagePart> MainWindow::questionParts() const {
    const OpenDocument* open = m_index >= 0 ? m_documents[std::size_t(m_index)].get() : nullptr;
    return open != nullptr ? open->parts.partsFor(m_pages->currentPage())
                           : QVector<app::PagePart>();
}

void MainWindow::refreshTiles() {
    const OpenDocument* open = current();
    const QVector<app::PagePart> parts = questionParts();
    if (open != nullptr) {
        m_tileSource.setCompany(app::partSizes(*open->document, parts.mid(1)));
    }
    m_tileSource.show(parts.isEmpty() ? app::PagePart() : parts.first());
}

void MainWindow::takeTiles(const TileView& view) {
    m_tiles = view;
    const bool drawing = !view.region.isNull(); // what is drawn is shown as it is cut
    if ((m_tilesShown || drawing) && current() != nullptr && m_model) {
        m_pages->showTiles(view);
    } else if (m_pages->tiles().isShown()) {
        m_pages->hideTiles();
    }
    TileOverlay summary;
    summary.show(view);
    m_status->setTiles(current() != nullptr && m_model ? summary.summary() : QString());
    refreshBudget();
}

// A click shows the tile, unless it turns out to be half of a double click.
void MainWindow::clickTile(const PagePoint& point) {
    const TileOverlay& tiles = m_pages->tiles();
    m_clickedTile = m_tilesShown && point.page == tiles.page() ? tiles.tileAt(point.at) : 0;
    if (m_clickedTile > 0) {
        m_clickSettles.start(QApplication::doubleClickInterval());
    }
}

void MainWindow::inspectTile(int tile) {
    m_clickedTile = tile;
    const QVector<app::PagePart> parts = questionParts();
    if (!parts.isEmpty()) {
        m_tileSource.inspect(parts.first());
    }
}

void MainWindow::showInspector(const TileView& view, const QVector<QImage>& tiles) {
    if (m_inspector == nullptr) {
        m_inspector = new TileInspector(this);
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

void MainWindow::askAboutTileAt(const PagePoint& point) {
    m_clickSettles.stop();
    const TileOverlay& tiles = m_pages->tiles();
    if (m_tilesShown && point.page == tiles.page()) {
        askAboutPart({point.page, tiles.tileOnPage(tiles.tileAt(point.at))});
    }
}

void MainWindow::askAboutPart(const app::PagePart& part) {
    if (current() == nullptr || part.region.isEmpty()) {
        return;
    }
    m_regionTool->setRegion(part);
    chooseRegion(part);
    startQuestion(m_panel->mode());
}

// --- parts of the question ---

void MainWindow::chooseRegion(const std::optional<app::PagePart>& region) {
    if (OpenDocument* open = current()) {
        open->parts.setRegion(region);
        refreshParts();
    }
}

void MainWindow::pinPage(bool pinned) {
    if (OpenDocument* open = current()) {
        open->parts.setPinned(m_pages->currentPage(), pinned);
        refreshParts();
    }
}

// After another page, document, region or pin.
void MainWindow::refreshParts() {
    const OpenDocument* open = current();
    m_actions[n("pinPage")]->setChecked(open != nullptr &&
                                        open->parts.isPinned(m_pages->currentPage()));
    m_panel->setParts(questionParts());
    const bool drawn = open != nullptr && open->parts.region().has_value();
    if (!m_tilesShown && !drawn && m_pages->tiles().isShown()) {
        m_pages->hideTiles(); // at once, not when the page has been planned
    }
    refreshTiles();
}

void MainWindow::refreshBudget() {
    const OpenDocument* open = current();
    if (open == nullptr || !m_model || m_tiles.plan.images.isEmpty()) {
        m_status->setBudget(std::nullopt);
        return;
    }
    const QVector<app::PagePart> parts = questionParts();
    const bool packs = m_model->card.readingMode == app::ReadingMode::PackedRows;
    app::TilePlan plan = m_tiles.plan;
    if (!packs) {
        plan = m_model->planner(app::partSizes(*open->document, parts));
    }
    const bool tiled = packs || plan.images.first().tiled;
    m_panel->setTilingWarning(!tiled);
    app::AnalysisRequest request;
    request.task = m_panel->mode();
    request.text = m_panel->question();
    request.history =
        keepsHistory() ? open->conversation->history(parts) : QVector<app::ConversationTurn>();
    m_status->setBudget(
        tokenBudget(*m_model, plan, packs ? PicturesGo::OneByOne : PicturesGo::Together, request));
}

} // namespace ui
