// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ProofLines: the text of one page as a list of lines, as a person has them so far. A line that is
// edited goes through Annotations, so that it can be undone. GUI thread.
#pragma once

#include "app/annotating/annotations.h"

#include <QAbstractListModel>

namespace app {

class ProofLines : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    // Null: no lines. The annotations must outlive the list or be replaced before.
    void show(Annotations* annotations, int page);

    // Null while the page has not been read.
    const ProofPage* page() const;
    // The row must be there.
    const ProofLine& line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    Annotations* m_annotations = nullptr;
    int m_page = 0;
};

} // namespace app
