// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BoxRows: the boxes of a document in words: headings, pages, places in percent of the page, where
// each comes from. Sorts, and can leave out all pages but one. Names are changed through
// app::Annotations. GUI thread.
#pragma once

#include "app/annotating/annotations.h"

#include <QSortFilterProxyModel>

namespace ui {

class BoxRows final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit BoxRows(QObject* parent = nullptr);

    // Null: no rows. The annotations must outlive the rows or be replaced before.
    void setAnnotations(app::Annotations* annotations);
    // −1: all pages.
    void showOnlyPage(int page);

    // Of a row here; 0 for none.
    quint64 idOf(const QModelIndex& index) const;
    // In the label's column; invalid when it is left out.
    QModelIndex indexOf(quint64 id) const;
    // As on the page, from 1.
    int numberOf(const QModelIndex& index) const;

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QVariant shown(int row, int column) const;

    app::BoxList m_none; // without annotations: the columns stay
    app::Annotations* m_annotations = nullptr;
    int m_onlyPage = -1;
};

} // namespace ui
