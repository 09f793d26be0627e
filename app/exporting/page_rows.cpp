// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/page_rows.h"

#include "app/asking/markdown.h"
#include "app/exporting/placed_words.h"
#include "app/plain_text.h"
#include "app/reading/beside.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kCellGap = 1.2; // times the line's height: a wider gap parts two cells
constexpr double kRowGap = 2.5;  // the same between two rows: what is farther is another table

struct PlacedCell {
    QString text;
    QRectF box;
};

using PlacedRow = QVector<PlacedCell>;

QRectF boxOf(const PlacedRow& row) {
    QRectF box;
    for (const PlacedCell& cell : row) {
        box |= cell.box;
    }
    return box;
}

// A line parted where its words stand far from each other.
PlacedRow cellsOf(const ReadLine& line, const QSizeF& page) {
    const double gap = kCellGap * line.box.height() * page.height() / page.width();
    PlacedRow cells;
    for (const ReadWord& word : placedWords(line)) {
        if (!cells.isEmpty() && word.box.left() - cells.last().box.right() <= gap) {
            cells.last().text += u' ' + word.text;
            cells.last().box |= word.box;
        } else {
            cells.append({word.text, word.box});
        }
    }
    return cells;
}

QVector<PlacedRow> placedRows(const QVector<ReadLine>& lines, const QSizeF& page) {
    PlacedRow cells;
    for (const ReadLine& line : lines) {
        cells += cellsOf(line, page);
    }
    std::stable_sort(cells.begin(), cells.end(), [](const PlacedCell& a, const PlacedCell& b) {
        return a.box.center().y() < b.box.center().y();
    });
    QVector<PlacedRow> rows;
    for (const PlacedCell& cell : cells) {
        if (rows.isEmpty() || !areBeside(rows.last().first().box, cell.box)) {
            rows.append(PlacedRow());
        }
        rows.last().append(cell);
    }
    for (PlacedRow& row : rows) {
        std::stable_sort(row.begin(), row.end(), [](const PlacedCell& a, const PlacedCell& b) {
            return a.box.left() < b.box.left();
        });
    }
    return rows;
}

// The row with most cells says what columns there are, the first of several such.
QVector<QRectF> columnsOf(const QVector<PlacedRow>& table) {
    const auto fullest =
        std::max_element(table.begin(), table.end(), [](const PlacedRow& a, const PlacedRow& b) {
            return a.size() < b.size();
        });
    QVector<QRectF> columns;
    for (const PlacedCell& cell : *fullest) {
        columns.append(cell.box);
    }
    for (const PlacedRow& row : table) { // those as full make them wider
        for (qsizetype i = 0; row.size() == columns.size() && i < row.size(); ++i) {
            columns[i] |= row[i].box;
        }
    }
    return columns;
}

qsizetype columnOf(const PlacedCell& cell, const QVector<QRectF>& columns) {
    const auto distance = [&](const QRectF& column) {
        const double overlap =
            std::min(cell.box.right(), column.right()) - std::max(cell.box.left(), column.left());
        return overlap > 0 ? -overlap : std::abs(cell.box.center().x() - column.center().x());
    };
    const auto nearest =
        std::min_element(columns.begin(), columns.end(), [&](const QRectF& a, const QRectF& b) {
            return distance(a) < distance(b);
        });
    return nearest - columns.begin();
}

QStringList inColumns(const PlacedRow& row, const QVector<QRectF>& columns) {
    QStringList cells(columns.size());
    for (const PlacedCell& cell : row) {
        QString& text = cells[columnOf(cell, columns)];
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + cell.text;
    }
    return cells;
}

// Rows of several cells that follow each other are one table.
QVector<QStringList> rowsOfPlaced(const QVector<PlacedRow>& rows) {
    QVector<QStringList> all;
    for (qsizetype first = 0; first < rows.size();) {
        qsizetype end = first + 1;
        while (end < rows.size() && rows[first].size() > 1 && rows[end].size() > 1 &&
               boxOf(rows[end]).top() - boxOf(rows[end - 1]).bottom() <
                   kRowGap * boxOf(rows[end]).height()) {
            ++end;
        }
        const QVector<PlacedRow> table = rows.mid(first, end - first);
        const QVector<QRectF> columns = columnsOf(table);
        for (const PlacedRow& row : table) {
            all.append(inColumns(row, columns));
        }
        first = end;
    }
    return all;
}

QString textOf(const MarkdownSpans& spans) {
    QString text;
    for (const MarkdownSpan& span : spans) {
        text += span.text;
    }
    return text.replace(QChar::LineSeparator, u' ');
}

// One row for each line, but tables as tables.
QVector<QStringList> rowsOfMarkdown(const QStringList& lines) {
    QVector<QStringList> rows;
    for (const MarkdownBlock& block : parseMarkdown(lines.join(u'\n'), AnswerState::Ended)) {
        if (block.kind != MarkdownBlock::Kind::Table) {
            rows.append({textOf(block.spans)});
            continue;
        }
        for (qsizetype cell = 0; cell < block.cells.size(); ++cell) {
            if (cell % block.columns == 0) {
                rows.append(QStringList());
            }
            rows.last().append(textOf(block.cells[cell].spans));
        }
    }
    return rows;
}

} // namespace

QVector<QStringList> rowsOf(const ReadPage& page) {
    QVector<ReadLine> placed;
    QVector<QStringList> rows;
    QStringList written; // lines of a Markdown table
    const auto endTable = [&] {
        rows += rowsOfMarkdown(written);
        written.clear();
    };
    for (const ReadLine& line : page.text.lines) {
        const QString text = withoutControls(line.text).trimmed();
        if (text.isEmpty()) {
            continue;
        }
        if (!line.box.isNull()) {
            placed.append(line);
        } else if (text.startsWith(u'|')) {
            written.append(text);
        } else {
            endTable();
            rows.append({text});
        }
    }
    endTable();
    return rowsOfPlaced(placedRows(placed, page.points)) + rows;
}

} // namespace app
