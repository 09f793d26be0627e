// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tile_inspector.h"

#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/tile_overlay.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>

namespace ui {

namespace {

constexpr int kThumb = 72;
constexpr int kEdge = 384;
constexpr int kTileRole = Qt::UserRole;
const QColor kGrid(0x0F, 0x76, 0x6E, 110);
const QColor kUnseen(0x33, 0x41, 0x4A, 110);

} // namespace

// One picture at its own pixels, with the patches and what lies beyond them.
class TilePane final : public QWidget {
public:
    explicit TilePane(QWidget* parent)
        : QWidget(parent) {
        setObjectName(QStringLiteral("tilePicture"));
        setFixedSize(kEdge, kEdge);
    }

    void show(const QImage& tile) {
        m_tile = tile;
        update();
    }

    void setPatchSize(int patch) { m_patch = patch; }

    void setPatchesShown(bool shown) {
        m_shown = shown;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), colorsOf(palette()).canvas);
        if (m_tile.isNull()) {
            return;
        }
        painter.drawImage(0, 0, m_tile);
        if (!m_shown || m_patch <= 0) {
            return;
        }
        const int seen = m_tile.width() / m_patch * m_patch;
        painter.fillRect(seen, 0, m_tile.width() - seen, m_tile.height(), kUnseen);
        painter.fillRect(0, seen, seen, m_tile.height() - seen, kUnseen);
        painter.setPen(QPen(kGrid, 0));
        for (int at = m_patch; at <= seen; at += m_patch) {
            painter.drawLine(at, 0, at, seen);
            painter.drawLine(0, at, seen, at);
        }
    }

private:
    QImage m_tile;
    int m_patch = 0;
    bool m_shown = false;
};

TileInspector::TileInspector(QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_pane(new TilePane(this))
    , m_text(new QLabel(this))
    , m_patches(new QCheckBox(tr("Show &patches"), this))
    , m_ask(new QPushButton(tr("&Ask About This Tile"), this)) {
    setObjectName(QStringLiteral("tileInspector"));
    setWindowTitle(tr("What the model gets"));
    m_list->setObjectName(QStringLiteral("tileList"));
    m_list->setAccessibleName(tr("Pictures"));
    m_list->setIconSize(QSize(kThumb, kThumb));
    m_list->setFixedWidth(kThumb + 110);
    //: Of the tile that is chosen in the list.
    m_pane->setAccessibleName(tr("The picture"));
    m_text->setObjectName(QStringLiteral("tileText"));
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_patches->setObjectName(QStringLiteral("showPatches"));
    m_ask->setObjectName(QStringLiteral("askAboutTile"));
    m_ask->setProperty(kPrimaryProperty, true);
    m_ask->setAutoDefault(false);
    connect(m_list, &QListWidget::currentRowChanged, this, &TileInspector::showCurrent);
    connect(m_patches, &QCheckBox::toggled, m_pane, &TilePane::setPatchesShown);
    connect(m_ask, &QPushButton::clicked, this, [this] { emit askWanted(currentTile()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (currentTile() > 0) {
            emit askWanted(currentTile());
        }
    });
    auto* under = new QHBoxLayout;
    under->addWidget(m_patches, 1);
    under->addWidget(m_ask);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(m_pane);
    right->addWidget(m_text);
    right->addStretch(1);
    right->addLayout(under);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    row->setSpacing(kMargin);
    row->addWidget(m_list);
    row->addLayout(right);
}

void TileInspector::showTiles(const TileView& view, const QVector<QImage>& tiles, int tile) {
    m_tiles = tiles;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [this](const QString& name, int number) {
        const int index = m_list->count();
        auto* item = new QListWidgetItem(
            QIcon(QPixmap::fromImage(m_tiles.value(index).scaled(
                kThumb, kThumb, Qt::KeepAspectRatio, Qt::SmoothTransformation))),
            name, m_list);
        item->setData(kTileRole, number);
    };
    int number = 0;
    for (int part = 0; part < view.plan.images.size(); ++part) {
        const app::TilePlacement& picture = view.plan.images[part];
        add(view.plan.images.size() > 1 ? tr("Overview of part %1").arg(part + 1) : tr("Overview"),
            0);
        for (int i = 0; i < picture.grid.width() * picture.grid.height(); ++i) {
            ++number;
            add(tr("Tile %1").arg(number), number);
        }
    }
    const int edge = view.plan.tileEdge;
    const int blind = view.plan.patchSize > 0 ? edge % view.plan.patchSize : 0;
    m_seen = tr("%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the "
                "last %Ln pixels at the right and at the bottom are in none.",
                nullptr, blind)
                 .arg(edge)
                 .arg(view.plan.patchSize);
    m_pane->setPatchSize(view.plan.patchSize);
    int row = 0;
    for (int i = 0; i < m_list->count(); ++i) {
        row = tile > 0 && m_list->item(i)->data(kTileRole).toInt() == tile ? i : row;
    }
    m_list->setCurrentRow(row);
    showCurrent();
}

int TileInspector::currentTile() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item != nullptr ? item->data(kTileRole).toInt() : 0;
}

void TileInspector::showCurrent() {
    m_pane->show(m_tiles.value(m_list->currentRow()));
    m_text->setText(m_seen);
    m_ask->setEnabled(currentTile() > 0);
}

} // namespace ui
