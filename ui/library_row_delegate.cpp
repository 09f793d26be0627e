// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library_row_delegate.h"

#include "ui/library_rows.h"
#include "ui/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

constexpr int kMostLines = 2;

QVector<QTextLayout::FormatRange> formatsOf(const app::LibraryHit& hit, const Colors& colors) {
    QVector<QTextLayout::FormatRange> formats;
    for (const app::LibraryHit::Mark& mark : hit.marks) {
        QTextLayout::FormatRange range;
        range.start = mark.start;
        range.length = mark.length;
        range.format.setForeground(colors.text);
        range.format.setBackground(colors.accentSoft);
        range.format.setFontWeight(QFont::DemiBold);
        formats.append(range);
    }
    return formats;
}

// Lines of the snippet; what does not fit into the last one is cut off there.
void layOut(QTextLayout& layout, int width) {
    layout.beginLayout();
    double y = 0;
    for (int i = 0; i < kMostLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
}

QRect innerRect(const QRect& rect) {
    return rect.adjusted(kMargin, kGap, -kMargin, -kGap);
}

} // namespace

void LibraryRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const Colors& colors = colorsOf(option.palette);
    const auto hit = index.data(LibraryRows::HitRole).value<app::LibraryHit>();
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, colors.accentSoft);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, colors.hover);
    }
    const QRect inner = innerRect(option.rect);
    const QFont strong = fontOf(TextSize::Body, TextWeight::Strong);
    const QFontMetrics metrics(strong);
    painter->setFont(strong);
    painter->setPen(colors.text);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                      metrics.elidedText(index.data().toString(), Qt::ElideMiddle, inner.width()));
    QTextLayout layout(hit.snippet, fontOf(TextSize::Body));
    layOut(layout, inner.width());
    painter->setPen(colors.textSecondary);
    layout.draw(painter, QPointF(inner.left(), inner.top() + metrics.height() + kUnit / 2),
                formatsOf(hit, colors));
    painter->setPen(colors.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize LibraryRowDelegate::sizeHint(const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const int width = option.rect.width();
    QTextLayout layout(index.data(LibraryRows::SnippetRole).toString(), fontOf(TextSize::Body));
    layOut(layout, std::max(1, innerRect(QRect(0, 0, width, 1)).width()));
    const int heading = QFontMetrics(fontOf(TextSize::Body, TextWeight::Strong)).height();
    return {width, kGap + heading + kUnit / 2 + int(layout.boundingRect().height()) + kGap};
}

} // namespace ui
