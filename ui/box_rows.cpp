// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/box_rows.h"

#include <QLocale>

namespace ui {

namespace {

QString percent(double share) {
    return QLocale().toString(share * 100, 'f', 1);
}

} // namespace

BoxRows::BoxRows(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setDynamicSortFilter(true);
    setSourceModel(&m_none);
}

void BoxRows::setAnnotations(app::Annotations* annotations) {
    m_annotations = annotations;
    setSourceModel(annotations != nullptr ? &annotations->boxes() : &m_none);
}

void BoxRows::showOnlyPage(int page) {
    if (page != m_onlyPage) {
        m_onlyPage = page;
        invalidateFilter();
    }
}

quint64 BoxRows::idOf(const QModelIndex& index) const {
    return index.isValid() ? mapToSource(index).data(app::BoxList::IdRole).toULongLong() : 0;
}

QModelIndex BoxRows::indexOf(quint64 id) const {
    const int row = m_annotations != nullptr ? m_annotations->boxes().rowOf(id) : -1;
    return row < 0 ? QModelIndex()
                   : mapFromSource(m_annotations->boxes().index(row, app::BoxList::Label));
}

int BoxRows::numberOf(const QModelIndex& index) const {
    return mapToSource(index).row() + 1;
}

QVariant BoxRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case app::BoxList::Label:
        return tr("Label");
    case app::BoxList::Page:
        return tr("Page");
    case app::BoxList::Place:
        //: Heads a column of coordinates.
        return tr("Position in %");
    default:
        return tr("Source");
    }
}

QVariant BoxRows::shown(int row, int column) const {
    const app::Box& box = m_annotations->boxes().boxes()[row];
    switch (column) {
    case app::BoxList::Label:
        return box.label;
    case app::BoxList::Page:
        return QLocale().toString(box.page + 1);
    case app::BoxList::Place:
        //: Left and top of a box, then its width and height, in percent of the page.
        return tr("%1 %2 · %3 × %4")
            .arg(percent(box.place.left()), percent(box.place.top()), percent(box.place.width()),
                 percent(box.place.height()));
    default:
        break;
    }
    switch (box.source) {
    case app::BoxSource::Person:
        return tr("By hand");
    case app::BoxSource::Find:
        //: Where a box comes from: the model found it.
        return tr("Found");
    case app::BoxSource::Answer:
        return tr("Answer");
    case app::BoxSource::Import:
        return tr("Imported");
    }
    return {};
}

QVariant BoxRows::data(const QModelIndex& index, int role) const {
    const QModelIndex source = mapToSource(index);
    if (!source.isValid()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return shown(source.row(), source.column());
    case Qt::ToolTipRole: {
        const QString origin = m_annotations->boxes().boxes()[source.row()].origin;
        const QString text = source.column() == app::BoxList::Source && !origin.isEmpty()
                                 ? origin
                                 : shown(source.row(), source.column()).toString();
        return text.toHtmlEscaped();
    }
    case Qt::AccessibleTextRole:
        if (source.column() == app::BoxList::Label) {
            return tr("Box %1: %2").arg(source.row() + 1).arg(source.data().toString());
        }
        return shown(source.row(), source.column());
    default:
        return source.data(role);
    }
}

bool BoxRows::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != app::BoxList::Label || !index.isValid()) {
        return false;
    }
    m_annotations->renameBox(idOf(index), value.toString());
    return true;
}

Qt::ItemFlags BoxRows::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == app::BoxList::Label ? flags | Qt::ItemIsEditable : flags;
}

bool BoxRows::filterAcceptsRow(int row, const QModelIndex&) const {
    return m_onlyPage < 0 || m_annotations->boxes().boxes()[row].page == m_onlyPage;
}

bool BoxRows::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const app::Box& a = m_annotations->boxes().boxes()[left.row()];
    const app::Box& b = m_annotations->boxes().boxes()[right.row()];
    switch (left.column()) {
    case app::BoxList::Label:
        return QString::localeAwareCompare(a.label, b.label) < 0;
    case app::BoxList::Page:
        return a.page < b.page;
    case app::BoxList::Place: // as one reads
        return std::pair(a.place.top(), a.place.left()) < std::pair(b.place.top(), b.place.left());
    default:
        return a.source < b.source;
    }
}

} // namespace ui
