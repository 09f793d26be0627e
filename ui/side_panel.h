// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SidePanel: the right side of the window: one tab each for asking, for the text and the boxes
// of the document, and for the library. Only says which one is shown; what is in a tab belongs to
// that tab. GUI thread.
#pragma once

#include <QVector>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace ui {

// In the order of the tabs.
enum class SideTab { Ask, Text, Boxes, Library };

class SidePanel final : public QWidget {
    Q_OBJECT
public:
    explicit SidePanel(QWidget* parent = nullptr);

    // corner: what stands beside the tabs while this one is shown; may be null.
    void addTab(SideTab tab, const QString& title, QWidget* page, QWidget* corner = nullptr);
    SideTab current() const;
    void setCurrent(SideTab tab);

    QSize minimumSizeHint() const override; // what the texts need

signals:
    void currentChanged(ui::SideTab tab);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(int index);

    QTabBar* m_tabs;
    QStackedWidget* m_corners;
    QStackedWidget* m_pages;
    QVector<SideTab> m_order;
};

} // namespace ui
