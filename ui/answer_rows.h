// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AnswerRows: documents by questions as a grid that fills: rows in the order of the documents and
// their pages, a cell's answer with a sign when it should be checked. GUI thread.
#pragma once

#include "app/bulk/table_runner.h"
#include "ui/job_place.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui {

class AnswerRows final : public QAbstractTableModel {
    Q_OBJECT
public:
    // All of them wait.
    void begin(const QVector<app::TableQuestion>& questions, const QVector<app::BulkItem>& items);
    // The document that is being asked about; empty: none is.
    void setInHand(const QString& document);

    // Its row, or the one that came last.
    int inHand() const { return m_last; }

    // It has grown. A document that is asked about page by page gets more rows as they come.
    void take(const app::TableRow& row);

    // The whole answer; what is wrong with it and where it stands, as one says it.
    QString answerAt(const QModelIndex& index) const;
    QString remarkAt(const QModelIndex& index) const;
    bool isToCheck(const QModelIndex& index) const;

    int toCheck() const { return m_toCheck; }

    // The next one behind this, row by row and round; invalid: there is none.
    QModelIndex nextToCheck(const QModelIndex& from) const;
    // The places of an answer page by page, the next page each time; without places, the first
    // page that was asked about. Nothing for a file that could not be opened.
    std::optional<JobPlace> lookAt(const QModelIndex& index);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        app::BulkItem item;
        app::TableRow got;
        int looked = 0; // times
    };

    const app::TableCell* cellAt(const QModelIndex& index) const;
    bool isInHand(const QModelIndex& index) const;
    QString shownAt(const QModelIndex& index) const;
    QString nameOf(int row) const;
    int toCheckIn(int row) const;
    int rowOf(const app::TableRow& row);
    void change(int row);

    QVector<app::TableQuestion> m_questions;
    QVector<Row> m_rows;
    int m_last = 0; // that was taken, or begun with
    bool m_isInHand = false;
    int m_toCheck = 0; // cells
};

} // namespace ui
