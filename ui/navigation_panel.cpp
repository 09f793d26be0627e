// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigation_panel.h"

#include "ui/outline_view.h"
#include "ui/page_strip.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kHeaderHeight = 44;
constexpr int kLeastWidth = 152;

} // namespace

NavigationPanel::NavigationPanel(PageStrip* pages, OutlineView* outline, QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_views(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("navigationPanel"));
    m_tabs->setObjectName(QStringLiteral("navigationTabs"));
    m_tabs->setAccessibleName(tr("What the left panel shows"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone); // the panel is as wide as its tabs in every language
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->addTab(tr("Pages"));
    m_tabs->addTab(tr("Outline"));
    m_views->addWidget(pages);
    m_views->addWidget(outline);
    connect(m_tabs, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
    auto* header = new QWidget(this);
    header->setFixedHeight(kHeaderHeight);
    auto* row = new QVBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_tabs, 1, Qt::AlignBottom | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_views, 1);
}

void NavigationPanel::setCurrent(Tab tab) {
    m_tabs->setCurrentIndex(int(tab));
}

NavigationPanel::Tab NavigationPanel::current() const {
    return Tab(m_tabs->currentIndex());
}

QSize NavigationPanel::minimumSizeHint() const {
    return QWidget::minimumSizeHint().expandedTo({kLeastWidth, 0});
}

void NavigationPanel::paintEvent(QPaintEvent*) {
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.panel);
    painter.fillRect(0, kHeaderHeight - 1, width(), 1, colors.border);
}

} // namespace ui
