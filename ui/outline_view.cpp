// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline_view.h"

#include "app/off_thread.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QTreeWidget>

namespace ui {

namespace {

constexpr int kEntry = Qt::UserRole; // index into the outline
constexpr double kSlack = 0.02;      // a section that begins just below the top is being read
constexpr int kOpenLevels = 1;       // shown open at first

} // namespace

OutlineView::OutlineView(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_nothing(new QLabel(tr("This document has no outline."), this)) {
    setObjectName(QStringLiteral("outlineView"));
    m_tree->setObjectName(QStringLiteral("outlineTree"));
    m_tree->setAccessibleName(tr("Outline"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(kMargin);
    m_tree->viewport()->setAutoFillBackground(false);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(kMargin);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto* stack = new QStackedLayout(this);
    stack->addWidget(m_nothing);
    stack->addWidget(m_tree);
    connect(m_tree, &QTreeWidget::itemClicked, this, &OutlineView::choose);
    connect(m_tree, &QTreeWidget::itemActivated, this, &OutlineView::choose);
}

void OutlineView::setDocument(std::shared_ptr<const app::Document> document) {
    m_document = std::move(document);
    fill({});
    if (!m_document) {
        return;
    }
    app::runOffThread(
        this, [document = m_document] { return std::pair(document, document->outline()); },
        [this](const auto& read) {
            if (read.first == m_document) {
                fill(read.second);
            }
        });
}

void OutlineView::fill(const QVector<app::OutlineEntry>& outline) {
    m_tree->clear();
    m_items.clear();
    m_outline = outline;
    m_followed = -1;
    QVector<QTreeWidgetItem*> parents; // the last item of each level
    for (int i = 0; i < m_outline.size(); ++i) {
        const app::OutlineEntry& entry = m_outline[i];
        parents.resize(std::min<qsizetype>(entry.level, parents.size()));
        auto* item =
            parents.isEmpty() ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(parents.last());
        item->setText(0, entry.title);
        item->setToolTip(0, entry.title);
        item->setText(1, entry.page < 0 ? QString() : QLocale().toString(entry.page + 1));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, kEntry, i);
        item->setExpanded(entry.level < kOpenLevels);
        parents.append(item);
        m_items.append(item);
    }
    static_cast<QStackedLayout*>(layout())->setCurrentIndex(m_outline.isEmpty() ? 0 : 1);
}

void OutlineView::choose(const QTreeWidgetItem* item) {
    const app::OutlineEntry& entry = m_outline[item->data(0, kEntry).toInt()];
    if (entry.page >= 0) {
        emit placeChosen(entry.page, entry.top);
    }
}

void OutlineView::follow(int page, double top) {
    int found = -1;
    for (int i = 0; i < m_outline.size(); ++i) {
        const app::OutlineEntry& entry = m_outline[i];
        const bool hasBegun =
            entry.page >= 0 &&
            (entry.page < page || (entry.page == page && entry.top <= top + kSlack));
        // Entries of documents are nearly always in order; the latest place wins where not.
        if (hasBegun && (found < 0 || std::pair(entry.page, entry.top) >=
                                          std::pair(m_outline[found].page, m_outline[found].top))) {
            found = i;
        }
    }
    if (found == m_followed) {
        return;
    }
    m_followed = found;
    m_tree->setCurrentItem(found < 0 ? nullptr : m_items[found]);
}

} // namespace ui
