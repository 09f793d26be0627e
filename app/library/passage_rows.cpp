// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/passage_rows.h"

#include "app/library/search_text.h"

namespace app {

namespace {

void addPassage(Database& database, qint64 document, int page, const SqlValue& turn,
                const QString& spaced) {
    database.run("INSERT INTO passages (document, page, turn, text) VALUES (?, ?, ?, ?)", document,
                 page, turn, spaced);
    const qint64 id = database.lastId();
    database.run("INSERT INTO passage_words (rowid, text) VALUES (?, ?)", id, spaced);
    database.run("INSERT INTO passage_parts (rowid, text) VALUES (?, ?)", id, spaced);
}

// Takes the place of the row that `old` finds with its text; the same text is left alone.
void replacePassage(Database& database, Statement old, qint64 document, int page,
                    const SqlValue& turn, const QString& text) {
    const QString spaced = spacedText(text);
    if (old.next()) {
        if (old.text(1) == spaced) {
            return;
        }
        removePassage(database, old.integer(0));
    }
    if (!text.trimmed().isEmpty()) {
        addPassage(database, document, page, turn, spaced);
    }
}

bool agrees(Database& database, const char* check) {
    try {
        database.run(check);
        return true;
    } catch (const DatabaseError& error) {
        if (error.fault != DatabaseFault::Damaged) {
            throw;
        }
        return false;
    }
}

} // namespace

void removePassage(Database& database, qint64 id) {
    Statement row = database.query("SELECT text FROM passages WHERE id = ?", id);
    if (!row.next()) {
        return;
    }
    const QString text = row.text(0);
    database.run("INSERT INTO passage_words (passage_words, rowid, text) VALUES ('delete', ?, ?)",
                 id, text);
    database.run("INSERT INTO passage_parts (passage_parts, rowid, text) VALUES ('delete', ?, ?)",
                 id, text);
    database.run("DELETE FROM passages WHERE id = ?", id);
}

void savePassage(Database& database, qint64 document, int page, const QString& text) {
    replacePassage(database,
                   database.query("SELECT id, text FROM passages WHERE document = ? AND page = ? "
                                  "AND turn IS NULL",
                                  document, page),
                   document, page, {}, text);
}

void saveTurnPassage(Database& database, qint64 document, int page, qint64 turn,
                     const QString& text) {
    replacePassage(database, database.query("SELECT id, text FROM passages WHERE turn = ?", turn),
                   document, page, turn, text);
}

void rebuildSearch(Database& database) {
    database.run("INSERT INTO passage_words (passage_words) VALUES ('rebuild')");
    database.run("INSERT INTO passage_parts (passage_parts) VALUES ('rebuild')");
}

void restoreSearch(Database& database) {
    const bool agree =
        agrees(database, "INSERT INTO passage_words (passage_words) VALUES ('integrity-check')") &&
        agrees(database, "INSERT INTO passage_parts (passage_parts) VALUES ('integrity-check')");
    if (!agree) {
        rebuildSearch(database);
    }
}

} // namespace app
