// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer_rows.h"

#include "ui/failure_text.h"
#include "ui/icons.h"
#include "ui/turn_view.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

QString reasonOf(const app::Failure& failure) {
    return failure.code == app::FailureCode::PromptTooLong
               ? AnswerRows::tr("Its pages do not fit into the model's memory together. Ask about "
                                "each page, or about fewer of them.")
               : failureText(failure);
}

// Why a person should look at it; empty: there is no reason.
QString doubtOf(const app::TableCell& cell) {
    if (cell.failure) {
        return reasonOf(*cell.failure);
    }
    if (cell.end != app::AnswerEnd::Complete) {
        return endText(cell.end);
    }
    if (cell.answer.trimmed().isEmpty()) {
        return AnswerRows::tr("no answer");
    }
    return cell.droppedPlaces > 0
               ? AnswerRows::tr("%Ln places that it names are nowhere on the page", nullptr,
                                cell.droppedPlaces)
               : QString();
}

// Pages with places, in the order of the answer, each once.
QVector<int> pagesOf(const app::TableCell& cell) {
    QVector<int> pages;
    for (const app::Place& place : cell.places) {
        if (!pages.contains(place.page)) {
            pages.append(place.page);
        }
    }
    return pages;
}

// Where it stands; empty: nobody asked, or there is no answer.
QString placesText(const app::TableCell& cell) {
    if (!cell.withPlaces || cell.failure || cell.answer.trimmed().isEmpty()) {
        return {};
    }
    QStringList numbers;
    for (const int page : pagesOf(cell)) {
        numbers.append(QLocale().toString(page + 1));
    }
    return numbers.isEmpty()
               ? AnswerRows::tr("names no place")
               : AnswerRows::tr("page %1").arg(QLocale().createSeparatedList(numbers));
}

} // namespace

void AnswerRows::begin(const QVector<app::TableQuestion>& questions,
                       const QVector<app::BulkItem>& items) {
    beginResetModel();
    m_questions = questions;
    m_rows.clear();
    for (const app::BulkItem& item : items) {
        m_rows.append({item, {item.path, {}, {}, {}}, 0});
    }
    m_last = 0;
    m_isInHand = false;
    m_toCheck = 0;
    endResetModel();
}

void AnswerRows::setInHand(const QString& document) {
    if (m_rows.isEmpty()) {
        return;
    }
    const int before = m_last;
    m_isInHand = !document.isEmpty();
    if (m_isInHand && m_rows[m_last].item.path != document) {
        m_last = std::max(0, rowOf({document, {}, {}, {}}));
    }
    change(before);
    change(m_last);
}

void AnswerRows::take(const app::TableRow& row) {
    const int at = rowOf(row);
    if (at >= 0) {
        m_toCheck -= toCheckIn(at);
        m_rows[at].got = row;
        m_toCheck += toCheckIn(at);
        m_last = at;
        change(at);
    }
}

// Documents come in the order of the rows, pages of a document one after another.
int AnswerRows::rowOf(const app::TableRow& row) {
    const auto count = int(m_rows.size());
    for (int step = 0; step < count; ++step) {
        const int at = (m_last + step) % count;
        if (m_rows[at].item.path != row.document) {
            continue;
        }
        const QVector<int>& pages = m_rows[at].got.pages;
        if (pages.isEmpty() || row.pages.isEmpty() || pages == row.pages) {
            return at;
        }
        const bool isLast = at + 1 == count || m_rows[at + 1].item.path != row.document;
        if (isLast) {
            beginInsertRows({}, at + 1, at + 1);
            m_rows.insert(at + 1, Row{m_rows[at].item, {}, 0});
            endInsertRows();
            return at + 1;
        }
    }
    return -1;
}

void AnswerRows::change(int row) {
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    emit headerDataChanged(Qt::Vertical, row, row);
}

const app::TableCell* AnswerRows::cellAt(const QModelIndex& index) const {
    const bool isThere = index.isValid() && index.column() < m_rows[index.row()].got.cells.size();
    return isThere ? &m_rows[index.row()].got.cells[index.column()] : nullptr;
}

bool AnswerRows::isInHand(const QModelIndex& index) const {
    const app::TableRow& row = m_rows[index.row()].got;
    return m_isInHand && index.row() == m_last && !row.failure &&
           index.column() == row.cells.size();
}

QString AnswerRows::answerAt(const QModelIndex& index) const {
    const app::TableCell* cell = cellAt(index);
    return cell != nullptr && !cell->failure ? cell->answer : QString();
}

QString AnswerRows::remarkAt(const QModelIndex& index) const {
    if (!index.isValid()) {
        return {};
    }
    const app::TableRow& row = m_rows[index.row()].got;
    if (row.failure) {
        return reasonOf(*row.failure);
    }
    const app::TableCell* cell = cellAt(index);
    if (cell == nullptr) {
        return isInHand(index) ? tr("being asked") : tr("not asked yet");
    }
    QStringList parts;
    for (const QString& part : {doubtOf(*cell), placesText(*cell)}) {
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    return parts.join(QStringLiteral(" · "));
}

bool AnswerRows::isToCheck(const QModelIndex& index) const {
    const app::TableCell* cell = cellAt(index);
    const bool isFailedRow = index.column() == 0 && m_rows[index.row()].got.failure;
    return isFailedRow || (cell != nullptr && !cell->flag().isEmpty());
}

int AnswerRows::toCheckIn(int row) const {
    int cells = 0;
    for (int column = 0; column < columnCount(); ++column) {
        cells += isToCheck(index(row, column)) ? 1 : 0;
    }
    return cells;
}

QModelIndex AnswerRows::nextToCheck(const QModelIndex& from) const {
    const int cells = rowCount() * columnCount();
    const int start = from.isValid() ? from.row() * columnCount() + from.column() : -1;
    for (int step = 1; step <= cells; ++step) {
        const int at = (start + step) % cells;
        const QModelIndex next = index(at / columnCount(), at % columnCount());
        if (isToCheck(next)) {
            return next;
        }
    }
    return {};
}

std::optional<JobPlace> AnswerRows::lookAt(const QModelIndex& index) {
    Row& row = m_rows[index.row()];
    if (row.item.failure || row.got.failure) {
        return std::nullopt;
    }
    const int first = row.got.pages.isEmpty() ? 0 : row.got.pages.first();
    const app::TableCell* cell = cellAt(index);
    const QVector<int> pages = cell != nullptr ? pagesOf(*cell) : QVector<int>();
    JobPlace place{row.item.path,
                   pages.isEmpty() ? first : pages[row.looked++ % int(pages.size())]};
    for (const app::Place& each : cell != nullptr ? cell->places : QVector<app::Place>()) {
        if (each.page == place.page) {
            place.boxes.append(each.box);
        }
    }
    return place;
}

int AnswerRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AnswerRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_questions.size());
}

QString AnswerRows::shownAt(const QModelIndex& index) const {
    const app::TableCell* cell = cellAt(index);
    if (cell != nullptr) {
        const QString answer = answerAt(index).simplified();
        return answer.isEmpty() ? doubtOf(*cell) : answer;
    }
    const std::optional<app::Failure>& failure = m_rows[index.row()].got.failure;
    if (failure) {
        return index.column() == 0 ? reasonOf(*failure) : QString();
    }
    return isInHand(index) ? QStringLiteral("…") : QString();
}

QVariant AnswerRows::data(const QModelIndex& index, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return shownAt(index);
    case Qt::DecorationRole:
        return isToCheck(index) ? QVariant(warningIcon()) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString answer = answerAt(index).trimmed();
        const QString remark = remarkAt(index);
        return answer.isEmpty() || remark.isEmpty() ? answer + remark
                                                    : answer + QStringLiteral(" – ") + remark;
    }
    default:
        return {};
    }
}

// Rows of a document lie together.
QString AnswerRows::nameOf(int row) const {
    const auto isOfSame = [&](int other) {
        return other >= 0 && other < m_rows.size() &&
               m_rows[other].item.path == m_rows[row].item.path;
    };
    const QString& place = m_rows[row].item.place;
    return isOfSame(row - 1) || isOfSame(row + 1)
               ? tr("%1, page %L2").arg(place).arg(m_rows[row].got.pages.value(0) + 1)
               : place;
}

QVariant AnswerRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        return role == Qt::DisplayRole   ? QVariant(m_questions[section].title())
               : role == Qt::ToolTipRole ? QVariant(m_questions[section].text)
                                         : QVariant();
    }
    return role == Qt::DisplayRole   ? QVariant(nameOf(section))
           : role == Qt::ToolTipRole ? QVariant(QDir::toNativeSeparators(m_rows[section].item.path))
                                     : QVariant();
}

} // namespace ui
