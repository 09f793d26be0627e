// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkRows: the documents of a bulk job in words: what waits, what is in hand, what came of the
// others. Those that a person should look at come first. GUI thread.
#pragma once

#include "app/bulk/report.h"
#include "ui/job_place.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>

namespace ui {

class BulkRows final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Document, Pages, Outcome, ColumnCount };

    // Rows in the order of this: to look at, in hand, waiting, done.
    static constexpr int OrderRole = Qt::UserRole;

    // All of them wait.
    void begin(const QVector<app::BulkItem>& items);
    // The page that is being read; none: no document is in hand.
    void setInHand(const QString& place, int page);
    void finish(const app::BulkDocument& document);

    // Pages to look at one after another, each time the row is asked; a document without any, from
    // its first page. Nothing for a file that could not be opened.
    std::optional<JobPlace> lookAt(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class State { ToLookAt, InHand, Waiting, Done };

    struct Row {
        app::BulkItem item;
        State state = State::Waiting;
        int page = 0;           // in hand
        app::BulkDocument done; // when it has come to its end
        int looked = 0;         // times
    };

    QString outcomeOf(const Row& row) const;
    void change(int row, State state);

    QVector<Row> m_rows;
    QHash<QString, int> m_byPlace;
    int m_inHand = -1;
};

} // namespace ui
