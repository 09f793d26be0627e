// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/rescue.h"

#include "app/library/passage_rows.h"

#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace app {

namespace {

// A table after those that it refers to, and what counts most first.
constexpr std::array kTables{"documents", "corrections",  "boxes",   "conversations",
                             "turns",     "models",       "prompts", "results",
                             "files",     "result_pages", "pages",   "passages"};

using Row = std::vector<SqlValue>;

QStringList columnsOf(Database& database, const char* table) {
    QStringList columns;
    Statement names = database.query("SELECT name FROM pragma_table_info(?) ORDER BY cid",
                                     QString::fromLatin1(table));
    while (names.next()) {
        columns.append(names.text(0));
    }
    return columns;
}

// Rows up to the first that cannot be read.
void copyReadable(Database& damaged, Database& fresh, const QByteArray& select,
                  const QByteArray& insert) {
    std::optional<Statement> rows;
    try {
        rows.emplace(damaged.query(select.constData()));
    } catch (const DatabaseError&) {
        return;
    }
    const auto hasNext = [&] {
        try {
            return rows->next();
        } catch (const DatabaseError&) {
            return false;
        }
    };
    while (hasNext()) {
        Row row;
        for (int column = 0; column < rows->columns(); ++column) {
            row.push_back(rows->value(column));
        }
        try {
            fresh.execute(insert.constData(), row);
        } catch (const DatabaseError& error) {
            if (error.fault == DatabaseFault::DiskFull || error.fault == DatabaseFault::NotUsable) {
                throw;
            }
            // A row that the rules of the schema refuse: damaged in itself.
        }
    }
}

void copyTable(Database& damaged, Database& fresh, const char* table) {
    QStringList shared = columnsOf(fresh, table); // an older file may know less
    const QStringList there = columnsOf(damaged, table);
    shared.removeIf(
        [&](const QString& column) { return !there.isEmpty() && !there.contains(column); });
    const QString columns = shared.join(u',');
    const QString places = QStringList(columns.count(u',') + 1, QStringLiteral("?")).join(u',');
    const QString name = QString::fromLatin1(table);
    const QByteArray insert = QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                                  .arg(name, columns, places)
                                  .toUtf8();
    const QString select = QStringLiteral("SELECT %1 FROM %2").arg(columns, name);
    copyReadable(damaged, fresh, select.toUtf8(), insert);
    // And from the other end: the damage may lie in the middle.
    copyReadable(damaged, fresh, (select + QStringLiteral(" ORDER BY 1 DESC")).toUtf8(), insert);
}

} // namespace

void rescueRows(const QString& damagedPath, Database& fresh) {
    std::optional<Database> damaged;
    try {
        damaged.emplace(damagedPath, Database::Access::Rescue);
    } catch (const DatabaseError&) {
        return;
    }
    Transaction transaction(fresh);
    for (const char* table : kTables) {
        copyTable(*damaged, fresh, table);
    }
    rebuildSearch(fresh);
    transaction.commit();
}

} // namespace app
