// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk_rows.h"

#include "ui/failure_text.h"
#include "ui/icons.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

// Pages of a document that a person should see, in their order, each once.
QVector<int> pagesToLookAt(const app::BulkDocument& document) {
    QVector<int> pages = document.flagged;
    for (const app::BulkPageFailure& failed : document.failures) {
        if (failed.page >= 0) {
            pages.append(failed.page);
        }
    }
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    return pages;
}

QString pageNumbers(const QVector<int>& pages) {
    QStringList numbers;
    for (const int page : pages) {
        numbers.append(QLocale().toString(page + 1));
    }
    return QLocale().createSeparatedList(numbers);
}

QString doneText(const app::BulkDocument& document) {
    QStringList parts;
    if (document.read > 0) {
        parts << BulkRows::tr("%Ln pages read", nullptr, document.read);
    }
    if (document.known > 0) {
        parts << BulkRows::tr("%Ln pages known from before", nullptr, document.known);
    }
    if (document.own > 0) {
        parts << BulkRows::tr("%Ln pages with text of their own", nullptr, document.own);
    }
    return parts.isEmpty() ? BulkRows::tr("nothing to do") : parts.join(QStringLiteral(" · "));
}

} // namespace

void BulkRows::begin(const QVector<app::BulkItem>& items) {
    beginResetModel();
    m_rows.clear();
    m_byPlace.clear();
    m_inHand = -1;
    for (const app::BulkItem& item : items) {
        m_byPlace.insert(item.place, int(m_rows.size()));
        m_rows.append({item, State::Waiting, 0, {}, 0});
    }
    endResetModel();
}

void BulkRows::setInHand(const QString& place, int page) {
    const int row = m_byPlace.value(place, -1);
    if (m_inHand >= 0 && m_inHand != row && m_rows[m_inHand].state == State::InHand) {
        change(m_inHand, State::Waiting); // it was not come to its end
    }
    m_inHand = row;
    if (row >= 0) {
        m_rows[row].page = page;
        change(row, State::InHand);
    }
}

void BulkRows::finish(const app::BulkDocument& document) {
    const int row = m_byPlace.value(document.place, -1);
    if (row >= 0) {
        m_rows[row].done = document;
        change(row, document.isToLookAt() ? State::ToLookAt : State::Done);
    }
}

void BulkRows::change(int row, State state) {
    m_rows[row].state = state;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

std::optional<JobPlace> BulkRows::lookAt(int row) {
    Row& looked = m_rows[row];
    const QVector<int> pages = pagesToLookAt(looked.done);
    const bool failed = !looked.done.failures.isEmpty() && pages.isEmpty();
    if (looked.item.failure || failed) {
        return std::nullopt;
    }
    const int page = pages.isEmpty() ? looked.page : pages[looked.looked++ % int(pages.size())];
    return JobPlace{looked.item.path, std::max(0, page)};
}

int BulkRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BulkRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString BulkRows::outcomeOf(const Row& row) const {
    switch (row.state) {
    case State::Waiting:
        return tr("waiting");
    case State::InHand:
        return row.page >= 0 ? tr("reading page %L1").arg(row.page + 1) : tr("writing");
    case State::Done:
        return doneText(row.done);
    case State::ToLookAt:
        break;
    }
    QStringList parts;
    if (!row.done.flagged.isEmpty()) {
        parts << tr("not read to the end: page %1").arg(pageNumbers(row.done.flagged));
    }
    for (const app::BulkPageFailure& failed : row.done.failures) {
        const QString text = failureText(failed.failure);
        parts << (failed.page < 0 ? text : tr("page %L1: %2").arg(failed.page + 1).arg(text));
    }
    return parts.join(QStringLiteral(" · "));
}

QVariant BulkRows::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows[index.row()];
    if (role == OrderRole) {
        return qint64(row.state) * m_rows.size() + index.row();
    }
    if (role == Qt::DecorationRole && index.column() == Document) {
        return row.state == State::ToLookAt ? QVariant(warningIcon()) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return index.column() == Document ? QDir::toNativeSeparators(row.item.path)
                                          : data(index, Qt::DisplayRole);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Document:
        return row.item.place;
    case Pages:
        return row.done.pages > 0 ? QLocale().toString(row.done.pages) : QString();
    default:
        return outcomeOf(row);
    }
}

QVariant BulkRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Document:
        return tr("Document");
    case Pages:
        return tr("Pages");
    default:
        return tr("What came of it");
    }
}

} // namespace ui
