// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SegmentedControl: one of a few choices, side by side. One stop in the tab order; the arrow keys
// move the choice. GUI thread.
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace ui {

class SegmentedControl final : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    // id: what chosen() will say; must not be negative.
    void addSegment(int id, const QString& text, const QString& toolTip);
    void setSegmentVisible(int id, bool visible);
    bool isSegmentVisible(int id) const;
    // Puts the segments after this widget into the tab order; returns the last of them.
    QWidget* followInTabOrder(QWidget* before);
    int current() const;
    // Does not emit chosen().
    void setCurrent(int id);

signals:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
    QHBoxLayout* m_row;
};

} // namespace ui
