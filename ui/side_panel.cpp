// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side_panel.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kHeaderHeight = 44;
constexpr int kLeastWidth = 300;

} // namespace

SidePanel::SidePanel(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_corners(new QStackedWidget(this))
    , m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("sidePanel"));
    m_tabs->setObjectName(QStringLiteral("sideTabs"));
    m_tabs->setAccessibleName(tr("What the side panel shows"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone); // the panel is as wide as its tabs in every language
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_corners->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto* header = new QWidget(this);
    header->setFixedHeight(kHeaderHeight);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, kGap, 0);
    row->setSpacing(kGap);
    row->addWidget(m_tabs, 1, Qt::AlignBottom);
    row->addWidget(m_corners, 0, Qt::AlignVCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &SidePanel::show);
}

void SidePanel::addTab(SideTab tab, const QString& title, QWidget* page, QWidget* corner) {
    m_order.append(tab);
    m_pages->addWidget(page);
    m_corners->addWidget(corner != nullptr ? corner : new QWidget(m_corners));
    m_tabs->addTab(title);
}

SideTab SidePanel::current() const {
    return m_order[m_tabs->currentIndex()];
}

void SidePanel::setCurrent(SideTab tab) {
    m_tabs->setCurrentIndex(int(m_order.indexOf(tab)));
}

QSize SidePanel::minimumSizeHint() const {
    return QWidget::minimumSizeHint().expandedTo({kLeastWidth, 0});
}

void SidePanel::show(int index) {
    m_pages->setCurrentIndex(index);
    m_corners->setCurrentIndex(index);
    emit currentChanged(m_order[index]);
}

void SidePanel::paintEvent(QPaintEvent*) {
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.panel);
    painter.fillRect(0, kHeaderHeight - 1, width(), 1, colors.border);
}

} // namespace ui
