// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tile_overlay.h"

#include "app/reading/text_size.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

// The page is white in both schemes, so is what is drawn on it.
const QColor kLine(0x0F766E);
const QColor kUnseen(0x33, 0x41, 0x4A, 90);
const QColor kPadding(0x80, 0x80, 0x80, 46); // the model sees middle grey there
const QColor kHatch(0x7A, 0x88, 0x90, 170);
constexpr double kLabelHeight = 16;
constexpr double kOverviewEdge = 132;
constexpr double kWideColumn = 72;
constexpr double kNarrowColumn = 56;
constexpr int kFewColumns = 2;
constexpr int kMostColumns = 4; // shown; the text counts all

// Maps canvas pixels of the plan to where the page is on the screen.
struct CanvasMap {
    QRectF operator()(const QRectF& canvas) const {
        return frame.toScreen(QRectF(share(canvas.topLeft()), share(canvas.bottomRight())));
    }

    // On the page.
    QPointF share(const QPointF& canvas) const {
        return {region.left() + (canvas.x() - local.left()) / local.width() * region.width(),
                region.top() + (canvas.y() - local.top()) / local.height() * region.height()};
    }

    QRectF local;
    QRectF region;
    PageFrame frame;
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
    const QPainterPath padding = path.subtracted(inner);
    painter.fillPath(padding, kPadding);
    painter.fillPath(padding, QBrush(kHatch, Qt::BDiagPattern));
}

QFont labelFont() {
    QFont font = fontOf(TextSize::Body, TextWeight::Strong);
    font.setPixelSize(11);
    return font;
}

QSizeF labelSize(const QString& text) {
    const double width = QFontMetricsF(labelFont()).horizontalAdvance(text) + 8;
    return {std::max(kLabelHeight, width), kLabelHeight};
}

void paintLabel(QPainter& painter, const QPointF& at, const QString& text) {
    painter.setFont(labelFont());
    const QRectF label(at, labelSize(text));
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
                   const QImage& overview) {
    const double scale = square.width() / plan.tileEdge;
    const QRectF global = plan.images.first().global;
    const QRectF inner(square.topLeft() + global.topLeft() * scale, global.size() * scale);
    painter.fillRect(square, QColor(0xEE, 0xF1, 0xF2));
    hatch(painter, square, inner);
    painter.drawImage(inner, overview);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kLine, 1));
    painter.drawRect(square);
}

// The packed columns side by side.
QVector<QRectF> columnRects(const QVector<QImage>& columns, const QPointF& at) {
    const double width = columns.size() <= kFewColumns ? kWideColumn : kNarrowColumn;
    QVector<QRectF> rects;
    double left = at.x();
    for (const QImage& column : columns.mid(0, kMostColumns)) {
        rects.append(QRectF(left, at.y(), width, width * column.height() / column.width()));
        left += width + kUnit;
    }
    return rects;
}

QSizeF pictureSize(const TileView& view) {
    if (view.images.isEmpty()) {
        return {};
    }
    if (!view.packed) {
        return {kOverviewEdge, kOverviewEdge};
    }
    QRectF all;
    for (const QRectF& column : columnRects(view.images, {})) {
        all |= column;
    }
    return all.size();
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
    if (!m_shown || m_view.packed || m_view.plan.images.isEmpty() || !m_view.region.isNull()) {
        return {};
    }
    const app::TilePlacement& picture = m_view.plan.images.first();
    const QRectF local = picture.local;
    return {local.left() / local.width(), local.top() / local.height(),
            (picture.canvas.width() - local.right()) / local.width(),
            (picture.canvas.height() - local.bottom()) / local.height()};
}

QString TileOverlay::summary() const {
    const app::TilePlan& plan = m_view.plan;
    if (plan.images.isEmpty()) { // or there is no view yet
        return m_view.packed ? tr("No text rows found on this page") : QString();
    }
    if (m_view.packed) {
        int tiles = 0;
        for (const app::TilePlacement& picture : plan.images) {
            tiles += picture.grid.width() * picture.grid.height();
        }
        //: %1 is "1 tile", "2 tiles"…
        return tr("%Ln rows in %1", nullptr, int(m_view.rows.size()))
            .arg(tr("%Ln tiles", "after “rows in”", tiles));
    }
    if (!plan.images.first().tiled) {
        return tr("Overview only: three or more pictures");
    }
    const QSize grid = plan.images.first().grid;
    //: The number is that of all tiles, %1 × %2.
    return tr("%1 × %2 tiles + overview", nullptr, grid.width() * grid.height())
        .arg(grid.width())
        .arg(grid.height());
}

QRectF TileOverlay::region() const {
    return m_view.region.isNull() ? QRectF(0, 0, 1, 1) : m_view.region;
}

QString TileOverlay::gauge() const {
    if (m_view.smallestText <= 0) {
        return {};
    }
    const int pixels = std::max(1, int(m_view.smallestText));
    return isTooSmall() ? tr("Smallest text: about %Ln pixels, too small to read", nullptr, pixels)
                        : tr("Smallest text: about %Ln pixels high", nullptr, pixels);
}

bool TileOverlay::isTooSmall() const {
    return m_view.smallestText > 0 && m_view.smallestText < app::kReadableTextHeight;
}

int TileOverlay::tileAt(const QPointF& page) const {
    if (!m_shown || m_view.plan.images.isEmpty()) {
        return 0;
    }
    if (m_view.packed) {
        for (const TileRow& row : m_view.rows) {
            if (row.box.contains(page)) {
                return row.tile;
            }
        }
        return 0;
    }
    const app::TilePlacement& picture = m_view.plan.images.first();
    const QRectF shown = region();
    const double edge = m_view.plan.tileEdge;
    const double x =
        picture.local.left() + (page.x() - shown.left()) / shown.width() * picture.local.width();
    const double y =
        picture.local.top() + (page.y() - shown.top()) / shown.height() * picture.local.height();
    const bool inside =
        x >= 0 && y >= 0 && x < picture.canvas.width() && y < picture.canvas.height();
    return inside ? int(y / edge) * picture.grid.width() + int(x / edge) + 1 : 0;
}

QRectF TileOverlay::tileOnPage(int tile) const {
    if (tile < 1 || m_view.plan.images.isEmpty()) {
        return {};
    }
    QRectF all;
    if (m_view.packed) {
        for (const TileRow& row : m_view.rows) {
            all |= row.tile == tile ? row.box : QRectF();
        }
        return all & QRectF(0, 0, 1, 1);
    }
    const app::TilePlacement& picture = m_view.plan.images.first();
    const int across = std::max(1, picture.grid.width());
    const CanvasMap map{picture.local, region(), PageFrame({})};
    const QRectF canvas = tileRect(m_view.plan, (tile - 1) % across, (tile - 1) / across);
    return QRectF(map.share(canvas.topLeft()), map.share(canvas.bottomRight())) & region();
}

void TileOverlay::paint(QPainter& painter, const PageFrame& frame) const {
    if (!m_shown) {
        return;
    }
    painter.save();
    if (m_view.packed) {
        paintRows(painter, frame);
    } else if (!m_view.plan.images.isEmpty()) {
        paintGrid(painter, frame);
    }
    painter.restore();
}

void TileOverlay::paintGrid(QPainter& painter, const PageFrame& frame) const {
    const app::TilePlan& plan = m_view.plan;
    const app::TilePlacement& picture = plan.images.first();
    const CanvasMap onScreen{picture.local, region(), frame};
    hatch(painter, onScreen(QRectF(QPointF(), picture.canvas)), frame.toScreen(region()));
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

void TileOverlay::paintRows(QPainter& painter, const PageFrame& frame) const {
    const QLineF across(frame.toScreen(QPointF(1, 0)), frame.toScreen(QPointF(0, 0)));
    const QPointF before = across.unitVector().p2() - across.p1();
    painter.setRenderHint(QPainter::Antialiasing);
    int tile = 0;
    for (const TileRow& row : m_view.rows) {
        QColor fill = kLine;
        fill.setAlpha(row.tile % 2 == 1 ? 34 : 14); // neighbouring tiles stay apart
        painter.setPen(QPen(kLine, 1));
        painter.setBrush(fill);
        painter.drawRect(frame.toScreen(row.box));
        if (row.tile != tile) {
            tile = row.tile;
            // Beside the line, where no text is covered.
            const QPointF start = frame.toScreen(QPointF(row.line.left(), row.line.center().y()));
            const QString text = QString::number(tile);
            const QSizeF half = labelSize(text) / 2;
            const QPointF centre(start.x() + before.x() * (half.width() + kUnit),
                                 start.y() + before.y() * (half.height() + kUnit));
            paintLabel(painter, centre - QPointF(half.width(), half.height()), text);
        }
    }
}

QString TileOverlay::cost() const {
    const int tokens = m_view.plan.visualTokens;
    const int requests = m_view.packed ? int(m_view.plan.images.size()) : 1;
    //: %1 is "2 parts", "3 parts"…
    return requests > 1 ? tr("%Ln visual tokens in %1", nullptr, tokens)
                              .arg(tr("%Ln parts", "after “visual tokens in”", requests))
                        : tr("%Ln visual tokens", nullptr, tokens);
}

QRect TileOverlay::cardRect(const QRect& viewport) const {
    const QFontMetrics strong(fontOf(TextSize::Body, TextWeight::Strong));
    const QFontMetrics plain(fontOf(TextSize::Body));
    int width = std::max({strong.horizontalAdvance(summary()), plain.horizontalAdvance(cost()),
                          plain.horizontalAdvance(gauge())});
    int height = strong.height() + plain.height() + 2;
    height += gauge().isEmpty() ? 0 : plain.height() + 2;
    if (!m_view.images.isEmpty()) {
        const QSize picture = pictureSize(m_view).toSize();
        width = std::max(width, picture.width());
        height += kGap + picture.height();
    }
    const QSize size(width + 2 * kMargin, height + 2 * kMargin);
    return {QPoint(viewport.right() - size.width() - kMargin, viewport.top() + kMargin), size};
}

void TileOverlay::paintCard(QPainter& painter, const QRect& viewport) const {
    const Colors& colors = colorsOf(QGuiApplication::palette());
    const QRect card = cardRect(viewport);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    QPoint at = card.topLeft() + QPoint(kMargin, kMargin);
    const auto line = [&](const QString& text, TextWeight weight, const QColor& color) {
        painter.setFont(fontOf(TextSize::Body, weight));
        painter.setPen(color);
        painter.drawText(at + QPoint(0, painter.fontMetrics().ascent()), text);
        at.ry() += painter.fontMetrics().height() + 2;
    };
    line(summary(), TextWeight::Strong, colors.text);
    line(cost(), TextWeight::Normal, colors.textSecondary);
    if (!gauge().isEmpty()) {
        line(gauge(), TextWeight::Normal, isTooSmall() ? colors.warning : colors.textSecondary);
    }
    at.ry() += kGap - 2;
    if (m_view.packed) {
        paintColumns(painter, columnRects(m_view.images, at), m_view.images);
    } else if (!m_view.images.isEmpty()) {
        paintOverview(painter, QRectF(at, pictureSize(m_view)), m_view.plan, m_view.images.first());
    }
    painter.restore();
}

} // namespace ui
