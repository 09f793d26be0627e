// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Seeing: what the model gets of the page, of a part drawn on it and of pages pinned into the
// question, and what that costs. GUI thread; workspace and panel must outlive it.
#pragma once

#include "ui/tile_source.h"
#include "ui/workspace.h"

namespace ui {

class AskPanel;
class RegionTool;
class TileInspector;

class Seeing final : public QObject {
    Q_OBJECT
public:
    Seeing(Workspace& work, AskPanel& panel);

    QVector<ActionRow> tileRows();
    QVector<ActionRow> pinRows();
    // Once all actions are there.
    void connectActions();

    // Makes it the part that the next question is about.
    void askAboutPart(const app::PagePart& part);

signals:
    // About the part that was chosen.
    void askWanted();

private:
    void connectDocuments();
    void connectParts();
    void takeModel();
    void updateActions();
    void showTiles(bool shown);
    void chooseTileKind(TileKind kind);
    void chooseTileBudget(bool eighteen);
    void refreshTiles();
    void takeTiles(const TileView& view);
    void clickTile(const PagePoint& point);
    void inspectTile(int tile);
    void showInspector(const TileView& view, const QVector<QImage>& tiles);
    void askAboutTileAt(const PagePoint& point);
    void chooseRegion(const std::optional<app::PagePart>& region);
    void pinPage(bool pinned);
    void refreshParts();
    void refreshBudget();

    Workspace& m_work;
    AskPanel& m_panel;
    RegionTool* m_regionTool; // the pages'
    TileSource m_tileSource;
    TileView m_tiles; // of what would be asked about, shown or not
    bool m_tilesShown = false;
    TileInspector* m_inspector = nullptr; // once it was wanted
    TileView m_inspected;
    int m_clickedTile = 0;
    QTimer m_clickSettles;
};

} // namespace ui
