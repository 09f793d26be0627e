// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tile_overlay.h"

#include "ui/theme.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

// The page is white in both schemes, so is what is drawn on it.
const QColor kLine(0x0F766E);
const QColor kUnseen(0x33, 0x41, 0x4A, 90);
const QColor kHatch(0x5B, 0x6A, 0x73, 150);
constexpr double kLabelHeight = 16;
constexpr int kPictureHeight = 132;
constexpr int kMostColumns = 4;

// Maps canvas pixels of the plan to where the page is on the screen.
struct CanvasMap {
    CanvasMap(const app::TilePlacement& placement, const QRectF& page)
        : local(placement.local)
        , pageRect(page) {}

    QPointF operator()(const QPointF& canvas) const {
        return {pageRect.left() + (canvas.x() - local.left()) / local.width() * pageRect.width(),
                pageRect.top() + (canvas.y() - local.top()) / local.height() * pageRect.height()};
    }
    QRectF operator()(const QRectF& canvas) const {
        return {(*this)(canvas.topLeft()), (*this)(canvas.bottomRight())};
    }

    QRectF local;
    QRectF pageRect;
};

QRectF tileRect(const app::TilePlan& plan, int column, int row) {
    const double edge = plan.tileEdge;
    return {column * edge, row * edge, edge, edge};
}

void hatch(QPainter& painter, const QRectF& outer, const QRectF& hole) {
    QPainterPath path;
    path.addRect(outer);
    QPainterPath inner;
    inner.addRect(hole);
    painter.fillPath(path.subtracted(inner), QBrush(kHatch, Qt::BDiagPattern));
}

void paintLabel(QPainter& painter, const QPointF& at, const QString& text) {
    QFont font = fontOf(TextSize::Body, TextWeight::Strong);
    font.setPixelSize(11);
    painter.setFont(font);
    const double width = std::max(kLabelHeight, painter.fontMetrics().horizontalAdvance(text) + 8.0);
    const QRectF label(at, QSizeF(width, kLabelHeight));
    painter.setPen(Qt::NoPen);
    painter.setBrush(kLine);
    painter.drawRoundedRect(label, 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(label, Qt::AlignCenter, text);
}

void paintBlindStrips(QPainter& painter, const app::TilePlan& plan, const QRectF& tile,
                      const CanvasMap& onScreen) {
    const double blind = plan.tileEdge % plan.patchSize;
    const QRectF right(tile.right() - blind, tile.top(), blind, tile.height());
    const QRectF bottom(tile.left(), tile.bottom() - blind, tile.width() - blind, blind);
    painter.fillRect(onScreen(right), kUnseen);
    painter.fillRect(onScreen(bottom), kUnseen);
}

void paintOverview(QPainter& painter, const QRectF& square, const app::TilePlan& plan,
                   const QImage& page) {
    const double scale = square.width() / plan.tileEdge;
    const QRectF global = plan.images.first().global;
    const QRectF inner(square.topLeft() + global.topLeft() * scale, global.size() * scale);
    painter.fillRect(square, QColor(0xEE, 0xF1, 0xF2));
    hatch(painter, square, inner);
    painter.fillRect(inner, Qt::white);
    if (!page.isNull()) {
        painter.drawImage(inner, page);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kLine, 1));
    painter.drawRect(square);
}

QVector<QRectF> columnRects(const QVector<QImage>& columns, const QPointF& at) {
    QVector<QRectF> rects;
    double left = at.x();
    for (const QImage& column : columns.mid(0, kMostColumns)) {
        const double width = kPictureHeight / 3.0; // room for three tiles, the most there are
        rects.append(QRectF(left, at.y(), width, width * column.height() / column.width()));
        left += width + kUnit;
    }
    return rects;
}

void paintColumns(QPainter& painter, const QVector<QRectF>& rects, const QVector<QImage>& columns) {
    for (int i = 0; i < rects.size(); ++i) {
        painter.drawImage(rects[i], columns[i]);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(kLine, 1));
        painter.drawRect(rects[i]);
    }
}

} // namespace

void TileOverlay::show(TileView view) {
    m_view = std::move(view);
    m_shown = true;
}

void TileOverlay::hide() {
    m_view = {};
    m_shown = false;
}

QMarginsF TileOverlay::surround() const {
    if (!m_shown || m_view.packed || m_view.plan.images.isEmpty()) {
        return {};
    }
    const app::TilePlacement& picture = m_view.plan.images.first();
    const QRectF local = picture.local;
    return {local.left() / local.width(), local.top() / local.height(),
            (picture.canvas.width() - local.right()) / local.width(),
            (picture.canvas.height() - local.bottom()) / local.height()};
}

QString TileOverlay::summary() const {
    const QLocale locale;
    const app::TilePlan& plan = m_view.plan;
    if (plan.images.isEmpty()) {
        return tr("No text rows found on this page");
    }
    if (m_view.packed) {
        int tiles = 0;
        for (const app::TilePlacement& picture : plan.images) {
            tiles += picture.grid.width() * picture.grid.height();
        }
        return tr("%1 rows in %2 tiles").arg(m_view.rows.size()).arg(tiles);
    }
    const QSize grid = plan.images.first().grid;
    return tr("%1 × %2 tiles + overview").arg(grid.width()).arg(grid.height());
}

void TileOverlay::paint(QPainter& painter, const QRectF& pageRect) const {
    if (!m_shown) {
        return;
    }
    painter.save();
    if (m_view.packed) {
        paintRows(painter, pageRect);
    } else if (!m_view.plan.images.isEmpty()) {
        paintGrid(painter, pageRect);
    }
    painter.restore();
}

void TileOverlay::paintGrid(QPainter& painter, const QRectF& pageRect) const {
    const app::TilePlan& plan = m_view.plan;
    const app::TilePlacement& picture = plan.images.first();
    const CanvasMap onScreen(picture, pageRect);
    hatch(painter, onScreen(QRectF(QPointF(), picture.canvas)), pageRect);
    for (int row = 0; row < picture.grid.height(); ++row) {
        for (int column = 0; column < picture.grid.width(); ++column) {
            paintBlindStrips(painter, plan, tileRect(plan, column, row), onScreen);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < picture.grid.height(); ++row) {
        for (int column = 0; column < picture.grid.width(); ++column) {
            const QRectF tile = onScreen(tileRect(plan, column, row));
            painter.setPen(QPen(kLine, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(tile);
            paintLabel(painter, tile.topLeft() + QPointF(kUnit, kUnit),
                       QString::number(row * picture.grid.width() + column + 1));
        }
    }
}

void TileOverlay::paintRows(QPainter& painter, const QRectF& pageRect) const {
    painter.setRenderHint(QPainter::Antialiasing);
    int tile = 0;
    for (const TileRow& row : m_view.rows) {
        const QRectF rect(pageRect.left() + row.box.left() * pageRect.width(),
                          pageRect.top() + row.box.top() * pageRect.height(),
                          row.box.width() * pageRect.width(), row.box.height() * pageRect.height());
        QColor fill = kLine;
        fill.setAlpha(row.tile % 2 == 1 ? 34 : 14); // neighbouring tiles stay apart
        painter.setPen(QPen(kLine, 1));
        painter.setBrush(fill);
        painter.drawRect(rect);
        if (row.tile != tile) {
            tile = row.tile;
            paintLabel(painter, {rect.left() - kLabelHeight - 3, rect.center().y() - kLabelHeight / 2},
                       QString::number(tile));
        }
    }
}

QRect TileOverlay::paintCard(QPainter& painter, const QRect& viewport, const QImage& page) const {
    const Colors& colors = colorsOf(QGuiApplication::palette());
    const QLocale locale;
    const QString title = summary();
    const QString cost = tr("%1 visual tokens").arg(locale.toString(m_view.plan.visualTokens));
    const QFontMetrics strong(fontOf(TextSize::Body, TextWeight::Strong));
    const QFontMetrics plain(fontOf(TextSize::Body));
    const QVector<QRectF> columns = columnRects(m_view.columns, {});
    const double pictureWidth = m_view.packed ? (columns.isEmpty() ? 0 : columns.last().right())
                                              : double(kPictureHeight);
    const int textWidth = std::max(strong.horizontalAdvance(title), plain.horizontalAdvance(cost));
    const bool hasPicture = pictureWidth > 0;
    const int width = std::max(textWidth, int(pictureWidth)) + 2 * kMargin;
    const int textHeight = strong.height() + plain.height() + 2;
    const int height = textHeight + (hasPicture ? kPictureHeight + kGap : 0) + 2 * 10;
    const QRect card(viewport.right() - width - kMargin, viewport.top() + kMargin, width, height);

    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    QPoint at = card.topLeft() + QPoint(kMargin, 10);
    painter.setFont(fontOf(TextSize::Body, TextWeight::Strong));
    painter.setPen(colors.text);
    painter.drawText(at + QPoint(0, strong.ascent()), title);
    at.ry() += strong.height() + 2;
    painter.setFont(fontOf(TextSize::Body));
    painter.setPen(colors.textSecondary);
    painter.drawText(at + QPoint(0, plain.ascent()), cost);
    at.ry() += plain.height() + kGap;
    if (m_view.packed) {
        paintColumns(painter, columnRects(m_view.columns, at), m_view.columns);
    } else if (hasPicture && !m_view.plan.images.isEmpty()) {
        paintOverview(painter, QRectF(at, QSizeF(kPictureHeight, kPictureHeight)), m_view.plan, page);
    }
    painter.restore();
    return card;
}

} // namespace ui
