// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Table: documents by questions. Rows are documents or pages, columns questions, a cell holds the
// answer, where it stands, and a flag when it should be looked at. Values; any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/result.h"

#include <QByteArray>
#include <QStringList>
#include <QVector>

#include <optional>
#include <span>

namespace app {

struct TableCell {
    QString answer;
    QVector<Place> places; // on pages of the document
    AnswerEnd end = AnswerEnd::Complete;
    int droppedPlaces = 0;
    std::optional<Failure> failure; // instead of an answer
    bool withPlaces = false;        // it was asked where the answer stands

    // Empty, or why a person should look at it: "tokenLimit", "noAnswer", "droppedPlaces", the name
    // of a failure.
    QString flag() const;
};

struct TableRow {
    QString document;               // its path, as the job came to it
    QVector<int> pages;             // that were asked about together
    QVector<TableCell> cells;       // one per question
    std::optional<Failure> failure; // the document could not be opened: there are no cells
};

struct TableQuestion {
    QString text;
    QString heading = {}; // of its column; empty: the question itself

    const QString& title() const { return heading.isEmpty() ? text : heading; }

    bool operator==(const TableQuestion&) const = default;
};

// "Total<TAB>What is the total?": a heading and a tab before the question, or the question alone.
TableQuestion tableQuestion(const QString& line);
QString lineOf(const TableQuestion& question);

struct Table {
    QVector<TableQuestion> questions;
    QVector<TableRow> rows;
};

struct TableFormat {
    const char* name; // and how its files end
    Result<QByteArray> (*write)(const Table& table);
};

// csv, xlsx and jsonl. The same table always gives the same bytes.
std::span<const TableFormat> tableFormats();
// Null when there is none.
const TableFormat* tableFormat(const QString& name);

} // namespace app
