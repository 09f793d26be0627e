// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TileInspector: the very pictures that the model gets, the overview first, each at its own pixels,
// with the patches it sees of them. Stays open beside the window; what it shows is given to it. GUI
// thread.
#pragma once

#include <QDialog>
#include <QImage>
#include <QVector>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

class TilePane;
struct TileView;

class TileInspector final : public QDialog {
    Q_OBJECT
public:
    explicit TileInspector(QWidget* parent = nullptr);

    // tiles: of every picture of the view the overview, then its tiles. tile: from 1 as on the
    // page; 0: the first overview.
    void showTiles(const TileView& view, const QVector<QImage>& tiles, int tile);
    // 0: an overview.
    int currentTile() const;

signals:
    void askWanted(int tile);

private:
    void showCurrent();

    QListWidget* m_list;
    TilePane* m_pane;
    QLabel* m_text;
    QCheckBox* m_patches;
    QPushButton* m_ask;
    QVector<QImage> m_tiles;
    QString m_seen; // what of a tile is seen
};

} // namespace ui
