// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/result_rows.h"

#include "app/library/document_rows.h"
#include "app/library/packed_result.h"
#include "app/library/passage_rows.h"

#include <vector>

namespace app {

namespace {

constexpr int kShrinkStep = 64; // results

qint64 modelRow(Database& database, const ModelIdentity& model) {
    database.run("INSERT INTO models (hash, name, version, folder) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT DO UPDATE SET name = excluded.name, version = excluded.version, "
                 "folder = excluded.folder",
                 model.hash, model.name, model.version, model.folder);
    Statement row = database.query("SELECT id FROM models WHERE hash = ?", model.hash);
    row.next();
    return row.integer(0);
}

qint64 promptRow(Database& database, const QString& prompt) {
    database.run("INSERT OR IGNORE INTO prompts (text) VALUES (?)", prompt);
    Statement row = database.query("SELECT id FROM prompts WHERE text = ?", prompt);
    row.next();
    return row.integer(0);
}

void saveOrigins(Database& database, qint64 result, const ResultRecord& record) {
    for (qsizetype i = 0; i < record.origins.size(); ++i) {
        const PageOrigin& origin = record.origins[i];
        if (origin.document.isEmpty()) {
            continue;
        }
        database.run("INSERT INTO result_pages (result, place, document, page, is_whole) "
                     "VALUES (?, ?, ?, ?, ?)",
                     result, qint64(i), documentRow(database, origin.document), origin.page,
                     int(origin.region.isNull()));
        if (origin.region.isNull() && i < record.pictures.size()) {
            savePicture(database, origin, record.pictures[i]);
        }
    }
}

bool isCorrected(Database& database, qint64 document, int page) {
    return database
        .query("SELECT 1 FROM corrections WHERE document = ? AND page = ?", document, page)
        .next();
}

void savePageText(Database& database, const PageOrigin& origin, const QString& text) {
    const qint64 document = documentRow(database, origin.document);
    if (!isCorrected(database, document, origin.page)) {
        savePassage(database, document, origin.page, text);
    }
}

// A page's text goes with the last reading of it, unless a person has worked on it.
void removeTextOf(Database& database, qint64 result) {
    Statement orphans = database.query(
        "SELECT s.id FROM result_pages p JOIN results r ON r.id = p.result "
        "JOIN passages s ON s.document = p.document AND s.page = p.page AND s.turn IS NULL "
        "WHERE p.result = ?1 AND p.is_whole AND r.task = ?2 "
        "AND NOT EXISTS (SELECT 1 FROM result_pages q JOIN results o ON o.id = q.result "
        "WHERE q.document = p.document AND q.page = p.page AND q.is_whole AND o.task = ?2 "
        "AND o.id <> ?1) "
        "AND NOT EXISTS (SELECT 1 FROM corrections c WHERE c.document = p.document "
        "AND c.page = p.page)",
        result, int(Task::Read));
    std::vector<qint64> passages;
    while (orphans.next()) {
        passages.push_back(orphans.integer(0));
    }
    for (const qint64 passage : passages) {
        removePassage(database, passage);
    }
}

AnalysisResult resultOf(const Statement& row) {
    AnalysisResult result;
    result.task = static_cast<Task>(row.number(0));
    result.text = row.text(1);
    result.end = static_cast<AnswerEnd>(row.number(2));
    result.droppedPlaces = row.number(3);
    result.promptTokens = row.number(4);
    result.visualTokens = row.number(5);
    result.answerTokens = row.number(6);
    result.times = {row.real(7), row.real(8), row.real(9), row.real(10)};
    result.keptSince = fromStoredTime(row.integer(12));
    return result;
}

} // namespace

void saveResult(Database& database, const ResultRecord& record) {
    const AnalysisResult& result = record.result;
    const qint64 model = modelRow(database, record.model);
    const qint64 prompt = promptRow(database, record.prompt);
    const qint64 now = toStoredTime(QDateTime::currentDateTime());
    database.run("DELETE FROM results WHERE key = ?", record.key);
    database.run(
        "INSERT INTO results (key, model, task, prompt, settings, text, ending, dropped_places, "
        "prompt_tokens, visual_tokens, answer_tokens, layout, vision, prefill, decode, details, "
        "created, used) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        record.key, model, int(result.task), prompt, record.settings, result.text, int(result.end),
        result.droppedPlaces, result.promptTokens, result.visualTokens, result.answerTokens,
        result.times.layout, result.times.vision, result.times.prefill, result.times.decode,
        packed(result), now, now);
    saveOrigins(database, database.lastId(), record);
    if (const PageOrigin origin = record.origins.value(0);
        result.task == Task::Read && !origin.document.isEmpty() && origin.region.isNull()) {
        savePageText(database, origin, result.text);
    }
    if (!findResult(database, record.key)) { // an index or a list of free pages that says otherwise
        throw DatabaseError{DatabaseFault::Damaged, QStringLiteral("a new row is not found")};
    }
}

std::optional<AnalysisResult> findResult(Database& database, const QByteArray& key) {
    Statement row = database.query(
        "SELECT task, text, ending, dropped_places, prompt_tokens, visual_tokens, answer_tokens, "
        "layout, vision, prefill, decode, details, created FROM results WHERE key = ?",
        key);
    if (!row.next()) {
        return std::nullopt;
    }
    AnalysisResult result = resultOf(row);
    return unpack(row.bytes(11), &result) ? std::optional(std::move(result)) : std::nullopt;
}

qint64 lastUse(Database& database, const QByteArray& key) {
    Statement row = database.query("SELECT used FROM results WHERE key = ?", key);
    return row.next() ? row.integer(0) : 0;
}

void markUsed(Database& database, const QByteArray& key, const QDateTime& when) {
    database.run("UPDATE results SET used = ? WHERE key = ?", toStoredTime(when), key);
}

std::optional<PageText> findCheckedText(Database& database, const QByteArray& document, int page) {
    Statement corrected = database.query("SELECT c.text FROM corrections c "
                                         "JOIN documents d ON d.id = c.document "
                                         "WHERE d.hash = ? AND c.page = ?",
                                         document, page);
    return corrected.next() ? unpackedText(corrected.bytes(0)) : std::nullopt;
}

std::optional<PageText> findPageText(Database& database, const QByteArray& document, int page) {
    if (auto checked = findCheckedText(database, document, page)) {
        return checked;
    }
    Statement row =
        database.query("SELECT r.details FROM results r JOIN result_pages p ON p.result = r.id "
                       "JOIN documents d ON d.id = p.document "
                       "WHERE d.hash = ? AND p.page = ? AND p.is_whole AND r.task = ? "
                       "ORDER BY r.created DESC, r.id DESC LIMIT 1",
                       document, page, int(Task::Read));
    AnalysisResult result;
    return row.next() && unpack(row.bytes(0), &result) ? result.pageText : std::nullopt;
}

qint64 usedBytes(Database& database) {
    return (database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count")) *
           database.number("PRAGMA page_size");
}

int shrink(Database& database, qint64 bytes) {
    int removed = 0;
    while (usedBytes(database) > bytes) {
        Statement oldest =
            database.query("SELECT id FROM results ORDER BY used, id LIMIT ?", kShrinkStep);
        std::vector<qint64> results;
        while (oldest.next()) {
            results.push_back(oldest.integer(0));
        }
        if (results.empty()) {
            break; // what remains is what nobody may remove
        }
        for (const qint64 result : results) {
            removeTextOf(database, result);
            database.run("DELETE FROM results WHERE id = ?", result);
        }
        removed += int(results.size());
    }
    return removed;
}

} // namespace app
