// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ProofDelegate: a line of read text in the list: wrapped, uncertain words marked by ground and
// underline, corrected and checked lines by a sign at the left; blocks stand apart. Its editor
// takes Enter as “this is right”. GUI thread.
#pragma once

#include "app/annotating/proof_lines.h"

#include <QStyledItemDelegate>

class QTextLayout;

namespace ui {

class ProofDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    ProofDelegate(const app::ProofLines& lines, QObject* parent);

    // 0-based row under the pointer in the page; −1: none.
    void setLit(int row) { m_lit = row; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

signals:
    // Enter: the line is as it should be.
    void accepted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QRect textRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    // Laid out at 0, 0.
    double layOut(QTextLayout& layout, int width) const;
    void mark(QTextLayout& layout, int row, const QPalette& palette) const;

    const app::ProofLines& m_lines;
    int m_lit = -1;
    bool m_accepting = false;
};

} // namespace ui
