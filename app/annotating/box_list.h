// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BoxList: the boxes of one document as a table: label, page, place, source. Holds them and
// says what changed; what a person does goes through Annotations, so that it can be undone. Texts
// for people (headings, names of sources) are made by the window. GUI thread.
#pragma once

#include "app/annotating/box.h"

#include <QAbstractTableModel>

namespace app {

class BoxList final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Label, Page, Place, Source, ColumnCount };

    // Beside the display role, which holds plain values (numbers from 1): of every column.
    enum Role { IdRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    const QVector<Box>& boxes() const { return m_boxes; }

    // Null when there is none with this id.
    const Box* find(quint64 id) const;
    // −1 when there is none with this id.
    int rowOf(quint64 id) const;

    quint64 nextId() { return ++m_lastId; }

    void insert(int row, const Box& box);
    void remove(quint64 id);
    // The box with the same id becomes this one.
    void replace(const Box& box);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QVector<Box> m_boxes;
    quint64 m_lastId = 0;
};

} // namespace app
