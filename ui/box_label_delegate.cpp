// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/box_label_delegate.h"

#include "app/annotating/box.h"
#include "ui/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace ui {

namespace {

constexpr int kChipHeight = 18;
constexpr int kChipWidth = 26;

} // namespace

void BoxLabelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const Colors& colors = colorsOf(option.palette);
    const Mark mark = m_markOf(index);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->fillRect(option.rect, colors.accentSoft);
    } else if (mark.lit) {
        painter->fillRect(option.rect, colors.hover);
    }
    QRect text = option.rect.adjusted(kGap, 0, -kUnit, 0);
    if (index.column() == 0) {
        QRect chip(text.left(), 0, kChipWidth, kChipHeight);
        chip.moveTop(option.rect.center().y() - kChipHeight / 2 + 1);
        const QColor color = placeColor(mark.color);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(chip, 3, 3);
        QFont small = fontOf(TextSize::Body, TextWeight::Strong);
        small.setPixelSize(11);
        painter->setFont(small);
        painter->setPen(textOn(color));
        painter->drawText(chip, Qt::AlignCenter, QString::number(mark.number));
        text.setLeft(chip.right() + kGap);
    }
    const QString words = index.data().toString();
    painter->setFont(option.font);
    painter->setPen(index.column() == 0 && !words.isEmpty() ? colors.text : colors.textSecondary);
    const QString shown = index.column() == 0 && words.isEmpty() ? tr("no label") : words;
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(shown, Qt::ElideRight, text.width()));
    painter->restore();
}

QSize BoxLabelDelegate::sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int chip = index.column() == 0 ? kChipWidth + kGap : 0;
    return {words + chip + kGap + kUnit + 2, kControlHeight};
}

QWidget* BoxLabelDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                        const QModelIndex&) const {
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(QStringLiteral("rowLabel"));
    edit->setAccessibleName(tr("Label of the box"));
    edit->setMaxLength(app::kMostLabelCharacters);
    return edit;
}

void BoxLabelDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                            const QModelIndex&) const {
    editor->setGeometry(option.rect.adjusted(kChipWidth + kGap + kUnit, 2, -2, -2));
}

} // namespace ui
