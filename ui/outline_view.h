// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// OutlineView: the document's own table of contents as a tree; a click or Enter goes there, the
// section that is being read is marked. The outline is read off the GUI thread. GUI thread.
#pragma once

#include "app/documents/document.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class OutlineView final : public QWidget {
    Q_OBJECT
public:
    explicit OutlineView(QWidget* parent = nullptr);

    void setDocument(std::shared_ptr<const app::Document> document);
    // Marks the section that this place belongs to; emits nothing.
    void follow(int page, double top);

signals:
    // top: page coordinates.
    void placeChosen(int page, double top);

private:
    void fill(const QVector<app::OutlineEntry>& outline);
    void choose(const QTreeWidgetItem* item);

    std::shared_ptr<const app::Document> m_document;
    QVector<app::OutlineEntry> m_outline;
    QVector<QTreeWidgetItem*> m_items; // one per entry
    int m_followed = -1;
    QTreeWidget* m_tree;
    QLabel* m_nothing;
};

} // namespace ui
