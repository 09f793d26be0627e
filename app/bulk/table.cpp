// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON Lines are after resources/schemas/table-1.schema.json, one row a line; its number changes
// when a reader of the old one could no longer read the new one.
#include "app/bulk/table.h"

#include "app/analysis/answer_end.h"
#include "app/exporting/sheet.h"
#include "app/failure_message.h"
#include "app/plain_text.h"
#include "app/reading/box_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace app {

namespace {

constexpr int kSchema = 1;

QString pagesText(const QVector<int>& pages) {
    QStringList numbers;
    for (const int page : pages) {
        numbers.append(QString::number(page + 1));
    }
    return numbers.join(u' ');
}

// "page 2: 0.1000 0.2000 0.5000 0.2500": page, then left, top, right, bottom, 0 to 1 of it.
QString placesText(const QVector<Place>& places) {
    QStringList texts;
    for (const Place& place : places) {
        texts.append(QStringLiteral("page %1: %2 %3 %4 %5")
                         .arg(place.page + 1)
                         .arg(place.box.left(), 0, 'f', 4)
                         .arg(place.box.top(), 0, 'f', 4)
                         .arg(place.box.right(), 0, 'f', 4)
                         .arg(place.box.bottom(), 0, 'f', 4));
    }
    return texts.join(QStringLiteral("; "));
}

Sheet sheetOf(const Table& table) {
    QStringList head{QStringLiteral("document"), QStringLiteral("pages")};
    for (const TableQuestion& question : table.questions) {
        const QString& title = question.title();
        head << title << title + QStringLiteral(" (place)") << title + QStringLiteral(" (flag)");
    }
    Sheet sheet{QStringLiteral("Answers"), {head}};
    for (const TableRow& row : table.rows) {
        QStringList cells{row.document, pagesText(row.pages)};
        for (const TableCell& cell : row.cells) {
            cells << cell.answer << placesText(cell.places) << cell.flag();
        }
        for (qsizetype i = 0; row.failure && i < table.questions.size(); ++i) {
            cells << QString() << QString() << failureName(row.failure->code);
        }
        sheet.rows.append(cells);
    }
    return sheet;
}

QJsonValue failureJson(const std::optional<Failure>& failure) {
    return failure ? QJsonValue(
                         QJsonObject{{QStringLiteral("code"), failureName(failure->code)},
                                     {QStringLiteral("detail"), withoutControls(failure->detail)}})
                   : QJsonValue(QJsonValue::Null);
}

QJsonObject cellJson(const TableQuestion& question, const TableCell& cell) {
    QJsonArray places;
    for (const Place& place : cell.places) {
        places.append(QJsonObject{{QStringLiteral("label"), withoutControls(place.label)},
                                  {QStringLiteral("page"), place.page + 1},
                                  {QStringLiteral("box"), boxJson(place.box)}});
    }
    const bool hasAnswer = !cell.failure;
    return {{QStringLiteral("question"), withoutControls(question.text)},
            {QStringLiteral("heading"), withoutControls(question.title())},
            {QStringLiteral("answer"),
             hasAnswer ? QJsonValue(withoutControls(cell.answer)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("end"),
             hasAnswer ? QJsonValue(endName(cell.end)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("places"), places},
            {QStringLiteral("droppedPlaces"), cell.droppedPlaces},
            {QStringLiteral("flag"), cell.flag()},
            {QStringLiteral("failure"), failureJson(cell.failure)}};
}

QByteArray lineOf(const Table& table, const TableRow& row) {
    QJsonArray pages;
    for (const int page : row.pages) {
        pages.append(page + 1);
    }
    QJsonArray cells;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        cells.append(cellJson(table.questions[i], row.cells[i]));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), kSchema},
                                     {QStringLiteral("document"), withoutControls(row.document)},
                                     {QStringLiteral("pages"), pages},
                                     {QStringLiteral("cells"), cells},
                                     {QStringLiteral("failure"), failureJson(row.failure)}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

Result<QByteArray> csvTable(const Table& table) {
    return csvOf({sheetOf(table)});
}

Result<QByteArray> xlsxTable(const Table& table) {
    return xlsxOf({sheetOf(table)});
}

Result<QByteArray> jsonLines(const Table& table) {
    QByteArray lines;
    for (const TableRow& row : table.rows) {
        lines += lineOf(table, row);
    }
    return lines;
}

constexpr TableFormat kFormats[] = {{"csv", csvTable}, {"xlsx", xlsxTable}, {"jsonl", jsonLines}};

} // namespace

TableQuestion tableQuestion(const QString& line) {
    const qsizetype tab = line.indexOf(u'\t');
    return {line.mid(tab + 1).trimmed(), line.left(std::max<qsizetype>(0, tab)).trimmed()};
}

QString lineOf(const TableQuestion& question) {
    return question.heading.isEmpty() ? question.text : question.heading + u'\t' + question.text;
}

QString TableCell::flag() const {
    if (failure) {
        return failureName(failure->code);
    }
    if (end != AnswerEnd::Complete) {
        return endName(end);
    }
    if (answer.trimmed().isEmpty()) {
        return QStringLiteral("noAnswer");
    }
    return droppedPlaces > 0 ? QStringLiteral("droppedPlaces") : QString();
}

std::span<const TableFormat> tableFormats() {
    return kFormats;
}

const TableFormat* tableFormat(const QString& name) {
    const auto* found =
        std::find_if(std::begin(kFormats), std::end(kFormats), [&](const TableFormat& format) {
            return name.compare(QLatin1String(format.name), Qt::CaseInsensitive) == 0;
        });
    return found == std::end(kFormats) ? nullptr : found;
}

} // namespace app
