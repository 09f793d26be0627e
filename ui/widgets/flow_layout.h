// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FlowLayout: items from left to right, wrapping like words. Follows the layout direction. GUI
// thread.
#pragma once

#include <QLayout>
#include <QVector>

namespace ui {

class FlowLayout final : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(int gap, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }

    int count() const override { return int(m_items.size()); }

    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }

    QLayoutItem* takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;
    QSize minimumSize() const override;

    QSize sizeHint() const override { return minimumSize(); }

    void setGeometry(const QRect& rect) override;

private:
    enum class Placing { MeasureOnly, Move };
    // Returns the height used.
    int place(const QRect& rect, Placing placing) const;

    QVector<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace ui
