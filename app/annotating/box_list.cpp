// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotating/box_list.h"

#include <algorithm>

namespace app {

const Box* BoxList::find(quint64 id) const {
    const int row = rowOf(id);
    return row >= 0 ? &m_boxes[row] : nullptr;
}

int BoxList::rowOf(quint64 id) const {
    const auto found = std::find_if(m_boxes.cbegin(), m_boxes.cend(),
                                    [id](const Box& box) { return box.id == id; });
    return found == m_boxes.cend() ? -1 : int(found - m_boxes.cbegin());
}

void BoxList::insert(int row, const Box& box) {
    beginInsertRows({}, row, row);
    m_boxes.insert(row, box);
    endInsertRows();
}

void BoxList::remove(quint64 id) {
    const int row = rowOf(id);
    beginRemoveRows({}, row, row);
    m_boxes.removeAt(row);
    endRemoveRows();
}

void BoxList::replace(const Box& box) {
    const int row = rowOf(box.id);
    m_boxes[row] = box;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int BoxList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_boxes.size());
}

int BoxList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BoxList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Box& box = m_boxes[index.row()];
    if (role == IdRole) {
        return box.id;
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole) {
        return {};
    }
    switch (index.column()) {
    case Label:
        return box.label;
    case Page:
        return box.page + 1;
    case Place:
        return box.place;
    default:
        return int(box.source);
    }
}

} // namespace app
