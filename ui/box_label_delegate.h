// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BoxLabelDelegate: a label in the table of boxes, with the number and colour that its box has on
// the page; the row under the pointer is lit. GUI thread.
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace ui {

class BoxLabelDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // number: from 1; color: as in placeColor().
    struct Mark {
        int number = 0; // 0: not a label
        int color = 1;
        bool lit = false;
    };

    void setMarks(std::function<Mark(const QModelIndex&)> markOf) { m_markOf = std::move(markOf); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

private:
    std::function<Mark(const QModelIndex&)> m_markOf;
};

} // namespace ui
