// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/conversation_rows.h"

#include "app/library/document_rows.h"
#include "app/library/packed_result.h"
#include "app/library/passage_rows.h"

#include <QCborMap>
#include <QCborValue>

namespace app {

namespace {

// What a turn says about its result beside the text: the packed result, with its counts before it.
QByteArray turnDetails(const AnalysisResult& result) {
    const QCborMap counts{{0, int(result.end)},
                          {1, result.droppedPlaces},
                          {2, result.promptTokens},
                          {3, result.visualTokens},
                          {4, result.answerTokens},
                          {5, result.times.layout},
                          {6, result.times.vision},
                          {7, result.times.prefill},
                          {8, result.times.decode},
                          {9, packed(result)},
                          {10, result.keptSince.isValid() ? toStoredTime(result.keptSince) : 0}};
    return counts.toCborValue().toCbor();
}

bool takeDetails(const QByteArray& details, AnalysisResult* result) {
    const QCborMap counts = QCborValue::fromCbor(details).toMap();
    const auto number = [&](int key) {
        return static_cast<int>(counts.value(key).toInteger());
    };
    result->end = static_cast<AnswerEnd>(
        std::clamp(number(0), int(AnswerEnd::Complete), int(AnswerEnd::Cancelled)));
    result->droppedPlaces = number(1);
    result->promptTokens = number(2);
    result->visualTokens = number(3);
    result->answerTokens = number(4);
    result->times = {counts.value(5).toDouble(), counts.value(6).toDouble(),
                     counts.value(7).toDouble(), counts.value(8).toDouble()};
    if (const qint64 since = counts.value(10).toInteger(); since > 0) {
        result->keptSince = fromStoredTime(since);
    }
    return unpack(counts.value(9).toByteArray(), result);
}

qint64 conversationRow(Database& database, qint64 document, const QByteArray& name) {
    const qint64 now = toStoredTime(QDateTime::currentDateTime());
    database.run("INSERT INTO conversations (name, document, created, changed) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT DO UPDATE SET changed = excluded.changed",
                 name, document, now, now);
    Statement row = database.query("SELECT id FROM conversations WHERE name = ?", name);
    row.next();
    return row.integer(0);
}

KeptConversation conversationOf(Database& database, qint64 row, const QByteArray& name) {
    KeptConversation conversation{name, {}};
    Statement turns = database.query("SELECT task, question, page, answer, model, details, created "
                                     "FROM turns WHERE conversation = ? ORDER BY place",
                                     row);
    while (turns.next()) {
        KeptTurn turn;
        turn.task =
            static_cast<Task>(std::clamp(turns.number(0), int(Task::Read), int(Task::Find)));
        turn.question = turns.text(1);
        turn.page = turns.number(2);
        turn.model = turns.text(4);
        turn.asked = fromStoredTime(turns.integer(6));
        turn.result.task = turn.task;
        turn.result.text = turns.text(3);
        takeDetails(turns.bytes(5), &turn.result); // without them the words are still there
        conversation.turns.append(turn);
    }
    return conversation;
}

} // namespace

void saveTurn(Database& database, const QByteArray& document, const QByteArray& conversation,
              int place, const KeptTurn& turn) {
    const qint64 documentId = documentRow(database, document);
    const qint64 conversationId = conversationRow(database, documentId, conversation);
    database.run("INSERT INTO turns (conversation, place, task, question, page, answer, model, "
                 "details, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT DO UPDATE SET task = excluded.task, question = excluded.question, "
                 "page = excluded.page, answer = excluded.answer, model = excluded.model, "
                 "details = excluded.details, created = excluded.created",
                 conversationId, place, int(turn.task), turn.question, turn.page, turn.result.text,
                 turn.model, turnDetails(turn.result), toStoredTime(turn.asked));
    Statement row = database.query("SELECT id FROM turns WHERE conversation = ? AND place = ?",
                                   conversationId, place);
    row.next();
    // What was read is found on its page already.
    const QString text = turn.task == Task::Read
                             ? QString()
                             : turn.question + QStringLiteral("\n") + turn.result.text;
    saveTurnPassage(database, documentId, turn.page, row.integer(0), text);
}

void putAway(Database& database, const QByteArray& conversation) {
    database.run("UPDATE conversations SET put_away = 1 WHERE name = ?", conversation);
}

std::optional<KeptConversation> latestConversation(Database& database, const QByteArray& document) {
    Statement row = database.query("SELECT c.id, c.name FROM conversations c "
                                   "JOIN documents d ON d.id = c.document "
                                   "WHERE d.hash = ? AND NOT c.put_away "
                                   "ORDER BY c.changed DESC, c.id DESC LIMIT 1",
                                   document);
    if (!row.next()) {
        return std::nullopt;
    }
    return conversationOf(database, row.integer(0), row.bytes(1));
}

std::optional<KeptConversation> findConversation(Database& database, const QByteArray& name) {
    Statement row = database.query("SELECT id FROM conversations WHERE name = ?", name);
    if (!row.next()) {
        return std::nullopt;
    }
    return conversationOf(database, row.integer(0), name);
}

} // namespace app
