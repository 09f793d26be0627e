// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LibraryRows: what the library panel lists: hits of a search, or the documents seen last, with
// their words for people. GUI thread.
#pragma once

#include "app/library/records.h"
#include "app/library/search.h"

#include <QAbstractListModel>

namespace ui {

class LibraryRows final : public QAbstractListModel {
    Q_OBJECT
public:
    // The display role is the heading.
    enum Role { SnippetRole = Qt::UserRole, HitRole };

    using QAbstractListModel::QAbstractListModel;

    void setHits(const QVector<app::LibraryHit>& hits);
    void setDocuments(const QVector<app::DocumentRecord>& documents);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    const app::LibraryHit& hit(int row) const { return m_hits[row]; }

private:
    QVector<app::LibraryHit> m_hits; // of a document: its title, with what is known as snippet
};

} // namespace ui

Q_DECLARE_METATYPE(app::LibraryHit)
